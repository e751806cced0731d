package app.tomoni.account.ui;

import app.tomoni.account.People;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.CodeNote;
import com.vaadin.flow.component.html.Paragraph;

/** For who has forgotten their password and whom no mail reaches: a code that is handed to them. */
class ResetCodeCard extends Card {

    ResetCodeCard(PersonView page, PersonView.Tools tools, People.Entry entry) {
        super(page.getTranslation("account.forgotten"));
        add(
                new Paragraph(getTranslation("account.reset.code.why")),
                Fields.actions(Buttons.secondary(getTranslation("account.reset.code.make"), event -> {
                    var code = tools.resets().byCode(entry.person());
                    page.show(entry);
                    page.say(new CodeNote(
                            getTranslation("account.reset.code.shown"),
                            code,
                            getTranslation(
                                    "account.reset.code.hand",
                                    tools.installation().of("/password/code"))));
                })));
        flat();
    }
}
