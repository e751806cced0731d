package app.tomoni.account.ui;

import app.tomoni.shared.Faults;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.PageHead;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;

/** Said when a screen could not be built: a refusal in its own words, anything else as an apology with a number. */
@ParentLayout(MainLayout.class)
class FaultView extends Div implements HasErrorParameter<Exception>, HasDynamicTitle {

    private final transient Faults faults;
    private final transient Translations translations;
    private boolean refused;

    FaultView(Faults faults, Translations translations) {
        this.faults = faults;
        this.translations = translations;
    }

    @Override
    public String getPageTitle() {
        return getTranslation(refused ? "shared.refusal.title" : "shared.fault.title");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        addClassName("stack");
        var refusal = Faults.refusal(parameter.getException());
        refused = refusal.isPresent();
        add(new PageHead(getPageTitle()));
        add(new Paragraph(refusal.map(reason -> translations.of(reason, getLocale()))
                .orElseGet(() -> getTranslation("shared.fault", faults.note(parameter.getException())))));
        add(new Paragraph(new Anchor("home", getTranslation("shared.home"))));
        return refused ? HttpServletResponse.SC_CONFLICT : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
