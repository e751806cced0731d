package app.tomoni.decision.ui;

import app.tomoni.shared.Lengths;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.DayPicker;
import app.tomoni.shared.ui.KeptField;
import app.tomoni.shared.ui.ShortForm;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is recorded of an approval given in the city's own document system or on paper. */
final class ElsewhereFields extends Card {

    private final Words words;
    private final DayPicker on = new DayPicker();
    private final TextField office;
    private final TextField number;

    /** @param path under which the texts of the page are kept */
    ElsewhereFields(Words words, ClosedDays closed, KeptTexts texts, String path) {
        super(words.say("decision.elsewhere.title"), new Paragraph(words.say("decision.elsewhere.lead")));
        this.words = words;
        texts.refuseAt("decision.elsewhere.early", path + "on");
        texts.refuseAt("decision.elsewhere.future", path + "on");
        on.setLabel(words.say("decision.elsewhere.on"));
        on.addValueChangeListener(event -> on.setHelperText(closed.hint(event.getValue(), words)));
        office = new TextField(words.say("decision.elsewhere.office"));
        number = new TextField(words.say("decision.elsewhere.number"));
        on.setRequiredIndicatorVisible(true);
        office.setRequiredIndicatorVisible(true);
        number.setRequiredIndicatorVisible(true);
        add(
                texts.hold(path + "on", KeptField.of(on)),
                texts.hold(path + "office", office, Lengths.LINE),
                texts.hold(path + "number", number, Lengths.LINE));
    }

    /** What it cannot be recorded without. */
    ShortForm.Need[] needs() {
        return new ShortForm.Need[] {
            ShortForm.need(on, words.say("decision.elsewhere.on.missing")),
            ShortForm.need(office, words.say("decision.elsewhere.office.missing")),
            ShortForm.need(number, words.say("decision.elsewhere.number.missing"))
        };
    }

    @Nullable
    LocalDate on() {
        return on.getValue();
    }

    String office() {
        return office.getValue();
    }

    String number() {
        return number.getValue();
    }
}
