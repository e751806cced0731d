package app.tomoni.review.ui;

import app.tomoni.account.PersonId;
import app.tomoni.review.FormalChecks;
import app.tomoni.review.Typed;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.KeptForm;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What was written in a check that ended because the group took its proposal back: each text to be used again, or left.
 * What that check no longer saved comes from the browser of whoever wrote it.
 */
class EarlierTexts extends Div {

    /** Where such a text may go. */
    interface Place {

        /** In the reader's words. */
        String name();

        String text();

        void put(String text);
    }

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, ? extends Place> places;
    private final Div shown = new Div();

    /** @param places by field, in the order of the page */
    EarlierTexts(UUID earlier, PersonId person, Map<String, Typed> saved, Map<String, ? extends Place> places) {
        this.places = places;
        saved.forEach((field, typed) -> note(field, typed.value()));
        add(
                new KeptForm("check:" + earlier, person.value(), (field, typed, basedOn) -> {
                    note(field, typed);
                    show();
                }),
                shown);
        show();
    }

    private void note(String field, String text) {
        if (FormalChecks.holdsWords(field)) {
            texts.put(field, text);
        }
    }

    private void show() {
        shown.removeAll();
        var card = new Card(getTranslation("review.check.earlier"));
        card.add(new Paragraph(getTranslation("review.check.earlier.how")));
        places.forEach((field, place) -> {
            var text = texts.getOrDefault(field, "");
            if (!text.isBlank() && !place.text().contains(text)) {
                card.add(offer(field, place, text));
                shown.add(card);
            }
        });
    }

    private Div offer(String field, Place place, String text) {
        var words = new Paragraph(text);
        words.addClassName("prose");
        var use = Buttons.secondary(
                getTranslation("review.check.earlier.use"),
                getTranslation("review.check.earlier.use.of", place.name()),
                click -> {
                    place.put(place.text().isBlank() ? text : place.text() + "\n" + text);
                    show();
                });
        var offer = new Div(new H3(place.name()), words, use);
        offer.addClassName("stack-s");
        return offer;
    }
}
