package app.tomoni.account.signin;

import app.tomoni.shared.Secrets;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.FaultHandler;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/**
 * What every screen behind the sign-in gets from us: a content security policy with a nonce, the way back after an
 * expired session, and one answer to mistakes.
 */
@Component
class BrowserProtection implements VaadinServiceInitListener {

    /**
     * Remembers the field in use; after an expired session and a new sign-in the same page puts the cursor back there,
     * unless somebody is at work elsewhere by then ({@code tomoniAtWork}, which whatever moves the cursor asks).
     */
    private static final String SAME_FIELD = """
            (() => {
              window.tomoniAtWork = () => !document.activeElement.matches('body, [tabindex="-1"]');
              const key = 'tomoni-field';
              const named = node => {
                while (node && (!node.id || node.id.includes('vaadin'))) {
                  node = node.parentElement || node.getRootNode().host;
                }
                return node;
              };
              addEventListener('focusin', event => {
                const field = named(event.composedPath()[0]);
                if (field && field.id !== 'main' && field.id !== 'outlet') {
                  sessionStorage.setItem(key, JSON.stringify([location.pathname, field.id]));
                }
              });
              if (!document.cookie.split('; ').includes('tomoni-returned=1')) return;
              document.cookie = 'tomoni-returned=; Max-Age=0; Path=/; SameSite=Strict';
              window.tomoniReturned = location.pathname;
              const [path, id] = JSON.parse(sessionStorage.getItem(key) || '[]');
              if (path !== location.pathname) return;
              const started = Date.now();
              const again = setInterval(() => {
                const field = document.getElementById(id);
                const atWork = window.tomoniAtWork();
                if (field && !atWork) { field.scrollIntoView({block: 'center'}); field.focus(); }
                if (field || atWork || Date.now() - started > 10000) clearInterval(again);
              }, 150);
            })();""";

    /** What the widgets say to those who hear the page is gone soon after, so that nobody comes upon it later. */
    private static final String FORGETFUL = """
            addEventListener('DOMContentLoaded', () => {
              const find = () => {
                const region = [...document.body.children].find(each => each.style.clip && each.matches('[aria-live]'));
                if (!region) return;
                appearing.disconnect();
                let away;
                new MutationObserver(() => {
                  clearTimeout(away);
                  if (region.textContent) away = setTimeout(() => { region.textContent = ''; }, 8000);
                }).observe(region, {childList: true});
              };
              const appearing = new MutationObserver(find);
              appearing.observe(document.body, {childList: true});
              find();
            });""";

    private final FaultHandler faultHandler;
    private final Translations translations;

    BrowserProtection(FaultHandler faultHandler, Translations translations) {
        this.faultHandler = faultHandler;
        this.translations = translations;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(BrowserProtection::protect);
        var service = event.getSource();
        service.addUIInitListener(begun -> {
            var ui = begun.getUI();
            // Vaadin sets the screen's own title only after those who listen to the navigation
            ui.addAfterNavigationListener(shown -> ui.beforeClientResponse(ui, drawn -> name(ui)));
        });
        service.addSessionInitListener(begun -> begun.getSession().setErrorHandler(faultHandler));
        service.setSystemMessagesProvider(info -> messages(info.getLocale()));
        // A session that the browser's tab has left idle ends as a whole, not only for Vaadin
        service.addSessionDestroyListener(ended -> {
            var session = ended.getSession().getSession();
            if (session != null) {
                try {
                    session.invalidate();
                } catch (IllegalStateException e) {
                    // has ended already: that is why Vaadin's part of it ends
                }
            }
        });
    }

    /** Every screen names the application in its title, and says in the reader's language when the connection is lost. */
    private void name(UI ui) {
        var locale = ui.getLocale();
        var lost = translations.getTranslation("shared.connection", locale);
        ui.getReconnectDialogConfiguration().setDialogText(lost);
        ui.getReconnectDialogConfiguration().setDialogTextGaveUp(lost);
        var app = translations.getTranslation("shared.app", locale);
        var title = ui.getInternals().getTitle();
        if (title != null && !title.isEmpty() && !title.endsWith(app)) {
            ui.getPage().setTitle(translations.getTranslation("shared.page", locale, title, app));
        }
    }

    private static void protect(IndexHtmlResponse page) {
        var nonce = Secrets.token();
        var document = page.getDocument();
        document.getElementsByTag("html")
                .attr("lang", VaadinSession.getCurrent().getLocale().getLanguage());
        for (var script : List.of(SAME_FIELD, FORGETFUL)) {
            document.head().appendChild(new Element("script").appendChild(new org.jsoup.nodes.DataNode(script)));
        }
        FrameModules.preload(document);
        document.select("script, link[rel=modulepreload]").forEach(loaded -> loaded.attr("nonce", nonce));
        page.getVaadinResponse().setHeader("Content-Security-Policy", policy(nonce));
    }

    /** As strict as this version of Vaadin runs: it evaluates expressions and sets styles on elements. */
    private static String policy(String nonce) {
        return "default-src 'none'; script-src 'nonce-" + nonce + "' 'strict-dynamic' 'unsafe-eval'; "
                + "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
                + "connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-src 'self' blob:; "
                + "frame-ancestors 'none'; base-uri 'self'";
    }

    /** An expired session loads the page anew, which leads to the sign-in page with the way back. */
    private SystemMessages messages(Locale locale) {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setInternalErrorCaption(translations.getTranslation("shared.fault.title", locale));
        messages.setInternalErrorMessage(translations.getTranslation("shared.fault.reload", locale));
        messages.setCookiesDisabledCaption(translations.getTranslation("shared.cookies.title", locale));
        messages.setCookiesDisabledMessage(translations.getTranslation("shared.cookies", locale));
        messages.setSyncErrorCaption(translations.getTranslation("shared.fault.title", locale));
        messages.setSyncErrorMessage(translations.getTranslation("shared.fault.reload", locale));
        return messages;
    }
}
