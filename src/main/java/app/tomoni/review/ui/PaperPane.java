package app.tomoni.review.ui;

import app.tomoni.document.Downloads;
import app.tomoni.form.FormDefinition.Place;
import app.tomoni.proposal.AnswerTexts;
import app.tomoni.review.Paper;
import app.tomoni.review.ScoreCard.Line;
import app.tomoni.shared.ui.Icon;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The left half of the review: the papers, and marked in them what the criterion at hand is judged by. */
class PaperPane extends Div {

    private static final String MARKED = "review-evidence";

    private static final String REACH = """
            const pane = this.closest('.review-doc');
            pane.scrollTop += this.getBoundingClientRect().top - pane.getBoundingClientRect().top - 64;
            """;

    /** A mark that can be taken away again. */
    private record Mark(Div place, Component note) {}

    private final List<Place> places;
    private final PaperSheet sheet;
    private final List<Mark> marks = new ArrayList<>();

    PaperPane(Paper paper, AnswerTexts texts, Downloads downloads, BooleanSupplier mayRead, OpinionsPart opinions) {
        places = paper.form().places();
        sheet = new PaperSheet(paper, texts, downloads, mayRead, null);
        addClassName("review-doc");
        add(opinions.after(PaperSheet.contents(paper, getTranslation("review.paper.contents"))), sheet, opinions);
    }

    /** What the criterion is judged by, as far as it stands in these papers. */
    List<Place> evidence(Line line) {
        return places.stream()
                .filter(place -> line.evidence().contains(place.key()))
                .filter(place -> sheet.at(place.key()).isPresent())
                .toList();
    }

    /** Marks what this criterion is judged by, and nothing else, each with the way back to the criterion. */
    void mark(Line line, Runnable back) {
        marks.forEach(mark -> {
            mark.place().removeClassName(MARKED);
            mark.place().remove(mark.note());
        });
        marks.clear();
        evidence(line)
                .forEach(place -> sheet.at(place.key()).ifPresent(at -> {
                    var note = note(line, back);
                    at.addClassName(MARKED);
                    at.addComponentAtIndex(1, note);
                    marks.add(new Mark(at, note));
                }));
    }

    private Component note(Line line, Runnable back) {
        var here = new Span(getTranslation("review.evidence.here", line.name()));
        here.addClassName("b");
        var button = new NativeButton(getTranslation("review.evidence.back"), click -> back.run());
        button.setAriaLabel(getTranslation("review.evidence.back.to", line.name()));
        button.addClassName("review-link");
        var note = new Div(Icon.EYE.small(), here, button);
        note.addClassName("review-evidence-note");
        return note;
    }

    /** Brings the marked places into view where both panes are seen; the reader stays where they are. */
    void showMarks() {
        marks.stream()
                .findFirst()
                .ifPresent(mark -> mark.place()
                        .getElement()
                        .executeJs("if (!matchMedia('(min-width: 901px)').matches) return;" + REACH));
    }

    /** Takes the reader to a place. */
    void go(Place place) {
        sheet.at(place.key())
                .flatMap(at -> at.getChildren().findFirst())
                .ifPresent(heading -> heading.getElement()
                        .executeJs("if (matchMedia('(min-width: 901px)').matches) {" + REACH
                                + "pane.scrollIntoView({block: 'nearest'}); } else { this.scrollIntoView(); }"
                                + "this.focus({preventScroll: true});"));
    }
}
