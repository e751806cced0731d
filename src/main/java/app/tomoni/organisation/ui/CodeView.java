package app.tomoni.organisation.ui;

import app.tomoni.account.ForEveryoneSignedIn;
import app.tomoni.account.SignedIn;
import app.tomoni.organisation.Ties;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.FieldLabel;
import app.tomoni.shared.ui.PageHead;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;

/** Where the code from the city's letter ties a person to their group. */
@Route(OrganisationNavigation.OWN + "/code")
@ForEveryoneSignedIn
@StyleSheet("context://tomoni/organisation.css")
class CodeView extends Div implements HasDynamicTitle {

    private final Words words;

    CodeView(Ties ties, SignedIn signedIn, Translations translations) {
        this.words = new Words(translations, getLocale());
        addClassName("stack-5");
        var code = FieldLabel.on(new TextField(), words.say("organisation.code.label"), true);
        code.setId("organisation-code");
        code.setHelperText(words.say("organisation.code.help"));
        code.setManualValidation(true);
        code.getElement().setAttribute("autocomplete", "one-time-code");
        var act = new Div(Buttons.primary(words.say("organisation.code.act"), event -> {
            code.setInvalid(false);
            if (code.getValue().isBlank()) {
                wrong(code, words.say("organisation.code.required"));
                return;
            }
            try {
                var organisation = ties.redeem(code.getValue(), signedIn.person());
                getUI().ifPresent(ui -> ui.navigate(OrganisationNavigation.own(organisation)));
            } catch (Refusal refusal) {
                wrong(code, words.refusal(refusal));
            }
        }));
        act.addClassName("actions");
        add(
                new PageHead(words.say("organisation.code.title")),
                new Card(new Paragraph(words.say("organisation.code.lead")), code, act));
    }

    private static void wrong(TextField code, String why) {
        code.setErrorMessage(why);
        code.setInvalid(true);
        code.focus();
    }

    @Override
    public String getPageTitle() {
        return words.say("organisation.code.title");
    }
}
