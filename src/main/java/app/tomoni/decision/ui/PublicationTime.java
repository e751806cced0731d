package app.tomoni.decision.ui;

import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.ui.DayPicker;
import app.tomoni.shared.ui.FieldLabel;
import app.tomoni.shared.ui.KeptField;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.time.Instant;
import java.time.LocalTime;
import java.util.stream.IntStream;

/** The day and the half hour at which results are published. */
class PublicationTime extends Div {

    private final DatePicker on = new DayPicker();
    private final Select<LocalTime> time = new Select<>();

    /** @param path under which the browser keeps what is chosen */
    PublicationTime(Words words, Instant proposed, ClosedDays closed, KeptTexts texts, String path) {
        addClassName("row");
        var at = proposed.atZone(JapaneseDates.ZONE);
        on.setLabel(words.say("decision.publication.on"));
        on.setRequiredIndicatorVisible(true);
        on.addValueChangeListener(event -> on.setHelperText(closed.hint(event.getValue(), words)));
        on.setValue(at.toLocalDate());
        time.setLabel(words.say("decision.publication.time"));
        time.addClassName("short");
        FieldLabel.on(time, words.say("decision.publication.time"), true);
        time.setItems(IntStream.range(0, 48)
                .mapToObj(half -> LocalTime.of(half / 2, half % 2 * 30))
                .toList());
        time.setValue(LocalTime.of(at.getHour(), at.getMinute() < 30 ? 0 : 30));
        texts.refuseAt("decision.publication.when", path + "on");
        texts.refuseAt("decision.publication.early", path + "on");
        texts.refuseAt("decision.postpone.later", path + "on");
        texts.refuseAt("decision.postpone.unreachable", path + "on");
        texts.refuseAt("shared.holidays.unknown", path + "on");
        add(texts.hold(path + "on", KeptField.of(on)), texts.hold(path + "time", KeptField.of(time)));
    }

    boolean isChosen() {
        return on.getValue() != null && time.getValue() != null;
    }

    /** @throws Refusal when one of them is not chosen */
    Instant chosen() {
        if (!isChosen()) {
            throw new Refusal("decision.publication.when");
        }
        return on.getValue().atTime(time.getValue()).atZone(JapaneseDates.ZONE).toInstant();
    }
}
