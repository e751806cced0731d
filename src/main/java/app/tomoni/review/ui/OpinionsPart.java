package app.tomoni.review.ui;

import app.tomoni.process.GivenAnswers.Opinion;
import app.tomoni.shared.ui.PlaceLink;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;

/** Below a proposal, what departments said of it; nothing where none has. */
class OpinionsPart extends Div {

    private static final String PLACE = "opinions";

    OpinionsPart(List<Opinion> said, Component read) {
        setVisible(!said.isEmpty());
        if (said.isEmpty()) {
            return;
        }
        var heading = new H2(getTranslation("process.opinion.title"));
        heading.setId(PLACE);
        heading.getElement().setAttribute("tabindex", "-1");
        var alike = new Paragraph(getTranslation("review.opinion.alike"));
        alike.addClassNames("small", "mute");
        add(heading, alike, read);
        addClassName("review-paper");
    }

    /** The ways to the sections of the proposal, with the way here as the last. */
    Nav after(Nav contents) {
        if (isVisible()) {
            contents.add(new PlaceLink(PLACE, getTranslation("process.opinion.title")));
        }
        return contents;
    }

    /** Where many proposals stand on one page, nothing leads here. */
    OpinionsPart withoutAnchor() {
        getChildren().forEach(part -> part.getElement().removeAttribute("id"));
        return this;
    }
}
