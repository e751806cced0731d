package app.tomoni.account.ui;

import app.tomoni.account.ForEveryoneSignedIn;
import app.tomoni.account.MailServer;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.account.Scopes;
import app.tomoni.account.SignedIn;
import app.tomoni.account.signin.ChangeOwnMail;
import app.tomoni.account.signin.ChangePassword;
import app.tomoni.account.signin.ChosenLanguage;
import app.tomoni.account.signin.Passwords;
import app.tomoni.account.signin.Sessions;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Facts;
import app.tomoni.shared.ui.KeptInBrowser;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PageHead;
import app.tomoni.shared.ui.ShortForm;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** One's own account: who one is here, mail address and password, and signing out everywhere. */
@Route(AccountNavigation.MINE)
@ForEveryoneSignedIn
class MyAccountView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    /** In the address, where a link from a mail leads: the secret that confirms a new mail address. */
    private static final String CONFIRMING = "mail";

    private final transient ChangePassword changePassword;
    private final transient ChangeOwnMail changeOwnMail;
    private final PersonId me;
    private final transient MailServer mails;
    private final transient ChosenLanguage chosenLanguage;
    private final Span mail;
    private final Div confirming = new Div();
    /** What waits while an address is confirmed. */
    private final Div changing = new Div();

    MyAccountView(
            SignedIn signedIn,
            People people,
            Offices offices,
            Scopes scopes,
            Passwords passwords,
            ChangePassword changePassword,
            ChangeOwnMail changeOwnMail,
            MailServer mails,
            ChosenLanguage chosenLanguage,
            Sessions sessions) {
        this.changePassword = changePassword;
        this.changeOwnMail = changeOwnMail;
        this.me = signedIn.person();
        this.mails = mails;
        this.chosenLanguage = chosenLanguage;
        addClassName("stack");
        add(new PageHead(getTranslation("account.mine")));
        var held = new UnorderedList();
        offices.heldBy(me).forEach(holding -> {
            var name = scopes.name(holding.office(), holding.scope(), getLocale());
            var actingFor = holding.actingFor();
            held.add(new ListItem(
                    actingFor == null ? name : getTranslation("account.mine.actingFor", name, people.name(actingFor))));
        });
        mail = new Span(people.mail(me).orElse(getTranslation("account.person.noMail")));
        add(
                confirming,
                new Card(new Facts()
                        .fact(getTranslation("account.person.name"), people.name(me))
                        .fact(getTranslation("account.mail"), mail)
                        .fact(getTranslation("account.person.offices"), held)));
        add(language());
        if (passwords.has(me)) {
            changing.addClassName("stack");
            changing.add(mail(), password());
            add(changing);
        }
        add(new Card(
                        getTranslation("account.mine.invitation"),
                        new Paragraph(getTranslation("account.mine.invitation.what")),
                        Fields.actions(Buttons.page("invitation", getTranslation("account.mine.invitation.do"))))
                .flat());
        var everywhere = Buttons.secondary(getTranslation("account.mine.everywhere.do"), event -> {
            sessions.endAll(me);
            UI.getCurrent().getPage().setLocation("sign-out");
        });
        KeptInBrowser.wipedBy(everywhere);
        add(new Card(
                        getTranslation("account.mine.everywhere"),
                        new Paragraph(getTranslation("account.mine.everywhere.why")),
                        Fields.actions(everywhere))
                .flat());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var token = event.getLocation().getQueryParameters().getSingleParameter(CONFIRMING);
        confirming.removeAll();
        changing.setVisible(true);
        confirming.setVisible(token.isPresent());
        token.ifPresent(secret -> confirming.add(changeOwnMail
                .chosen(secret)
                .<Component>map(chosen -> confirm(secret, chosen))
                .orElseGet(() -> new Note(Note.Kind.WARN, getTranslation("account.mine.mail.gone")))));
    }

    private Card confirm(String token, String chosen) {
        var confirm = Buttons.primary(getTranslation("account.mine.mail.confirm.do"), event -> {
            mail.setText(changeOwnMail.confirm(token));
            confirming.setVisible(false);
            changing.setVisible(true);
            Fields.done(this, getTranslation("account.mine.mail.done"));
        });
        changing.setVisible(false);
        return new Card(
                getTranslation("account.mine.mail.confirm"),
                new Paragraph(getTranslation("account.mine.mail.confirm.text", chosen)),
                Fields.actions(confirm));
    }

    /** In both languages: whoever reads only one of them has to find it. */
    private Card language() {
        var language = new Select<Locale>();
        language.setId("language");
        language.setLabel(getTranslation("account.mine.language"));
        language.setHelperText(getTranslation("account.mine.language.why"));
        language.setItems(ChosenLanguage.LANGUAGES);
        language.setItemLabelGenerator(each -> each.getDisplayLanguage(each));
        ChosenLanguage.LANGUAGES.stream()
                .filter(each -> each.getLanguage().equals(getLocale().getLanguage()))
                .findFirst()
                .ifPresent(language::setValue);
        language.addValueChangeListener(event -> {
            chosenLanguage.choose(event.getValue(), request(), VaadinServletResponse.getCurrent());
            VaadinSession.getCurrent().setLocale(event.getValue());
            UI.getCurrent().getPage().reload();
        });
        return new Card(language).flat();
    }

    private Card mail() {
        if (!mails.isSet()) {
            return new Card(
                    getTranslation("account.mine.mail"), new Paragraph(getTranslation("account.mine.mail.noServer")));
        }
        var next = Fields.required(new EmailField(), "account.mine.mail.new");
        next.setId("new-mail");
        next.setAutocomplete(Autocomplete.EMAIL);
        var current = secret("mail-password", "account.mine.mail.password", Autocomplete.CURRENT_PASSWORD);
        var form = new ShortForm("new-mail", me.value(), new Paragraph(getTranslation("account.mine.mail.why")));
        form.sayAt(next, "account.mail.wrong", "account.mail.same");
        form.sayAt(current, "account.password.current.wrong");
        var ask = Buttons.secondary(getTranslation("account.mine.mail.do"), Buttons.once(() -> {
            var address = next.getValue();
            var done = form.send(
                    () -> {
                        changeOwnMail.ask(address, current.getValue(), request());
                        next.clear();
                        current.clear();
                    },
                    ShortForm.need(next, getTranslation("account.mail.wrong")),
                    ShortForm.need(current, getTranslation("account.need.password.current")));
            if (done) {
                form.done(getTranslation("account.mine.mail.asked", address));
            }
        }));
        form.add(form.hold(next, Lengths.LINE), current, Fields.actions(ask));
        return new Card(getTranslation("account.mine.mail"), form);
    }

    /** A password is kept in no browser. */
    private static PasswordField secret(String id, String label, Autocomplete autocomplete) {
        var field = Fields.required(new PasswordField(), label);
        field.setId(id);
        field.setAutocomplete(autocomplete);
        field.setManualValidation(true);
        return field;
    }

    private static HttpServletRequest request() {
        return ((VaadinServletRequest) VaadinService.getCurrentRequest()).getHttpServletRequest();
    }

    private Card password() {
        var current = secret("current-password", "account.password.current", Autocomplete.CURRENT_PASSWORD);
        var next = secret("new-password", "account.password.new", Autocomplete.NEW_PASSWORD);
        next.setHelperText(getTranslation("account.password.rule"));
        var form = new ShortForm("new-password", me.value());
        form.sayAt(current, "account.password.current.wrong");
        form.sayAt(
                next,
                "account.password.short",
                "account.password.long",
                "account.password.plain",
                "account.password.mail",
                "account.password.same");
        var change = Buttons.primary(getTranslation("account.mine.password.do"), Buttons.once(() -> {
            var done = form.send(
                    () -> {
                        changePassword.change(current.getValue(), next.getValue(), request());
                        current.clear();
                        next.clear();
                    },
                    ShortForm.need(current, getTranslation("account.need.password.current")),
                    ShortForm.need(next, getTranslation("account.need.password.new")));
            if (done) {
                form.done(getTranslation("account.mine.password.done"));
            }
        }));
        form.add(current, next, Fields.actions(change));
        return new Card(getTranslation("account.mine.password"), form);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.mine");
    }
}
