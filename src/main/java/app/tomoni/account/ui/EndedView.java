package app.tomoni.account.ui;

import app.tomoni.account.ForEveryoneSignedIn;
import app.tomoni.account.SignedIn;
import app.tomoni.account.signin.OpenScreens;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.PageHead;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import tools.jackson.databind.JsonNode;

/**
 * Said when an office ends while one of its screens stands open: that it has, and what of one's own had not been saved
 * yet. It names nothing that was on the screen.
 */
@Route(OpenScreens.ENDED)
@ForEveryoneSignedIn
class EndedView extends Div implements HasDynamicTitle {

    EndedView(SignedIn signedIn) {
        addClassName("stack");
        add(
                new PageHead(getTranslation("account.ended.title")),
                new Paragraph(getTranslation("account.ended")),
                new Paragraph(new Anchor("home", getTranslation("shared.home"))));
        getElement().executeJs("""
                        return Object.keys(sessionStorage)
                          .filter(key => key.startsWith('tomoni-keep:' + $0 + '|'))
                          .map(key => JSON.parse(sessionStorage.getItem(key)).value)
                          .filter(text => text)
                        """, signedIn.person().toString()).then(this::showUnsaved);
    }

    private void showUnsaved(JsonNode texts) {
        if (texts.isEmpty()) {
            return;
        }
        var card = new Card(
                getTranslation("account.ended.unsaved"), new Paragraph(getTranslation("account.ended.unsaved.how")));
        texts.forEach(text -> {
            var line = new Paragraph(text.asString());
            line.addClassName("prose");
            card.add(line);
        });
        add(card);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.ended.title");
    }
}
