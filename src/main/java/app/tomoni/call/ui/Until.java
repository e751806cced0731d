package app.tomoni.call.ui;

import app.tomoni.call.Call;
import app.tomoni.call.Typed;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.ui.ShortForm;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.function.Consumer;

/** A later day and time for proposals to a call; the time begins as the one at which the call closes. */
class Until extends Div {

    private final Words words;
    private final DatePicker day;
    private final TextField time;

    /** @param key the names of the fields begin with it */
    Until(ActForm form, String key, Call call) {
        words = form.words;
        day = form.day(key + ".day");
        var closes = call.draft().text("/closesTime");
        time = form.line(
                key + ".time", Typed.time(closes).map(LocalTime::toString).orElse(closes));
        time.addClassName("short");
        add(day, time);
        addClassName("call-pair");
    }

    void onChange(Runnable heed) {
        day.addValueChangeListener(event -> heed.run());
        time.addValueChangeListener(event -> heed.run());
    }

    /** What is chosen and typed so far, if it is a time. */
    Optional<Instant> given() {
        return day.getOptionalValue().flatMap(chosen -> time().map(at -> instant(chosen, at)));
    }

    /** Says at the day why it is refused, if it is, and leads nobody there: they are at work elsewhere. */
    void judge(Consumer<Instant> demand) {
        var given = given();
        try {
            given.ifPresent(demand);
            if (given.isPresent()) {
                day.setInvalid(false);
            }
        } catch (Refusal refusal) {
            day.setErrorMessage(words.refusal(refusal));
            day.setInvalid(true);
        }
    }

    /** Refusals of these keys are about the day. */
    void sayAtDay(ShortForm form, String... keys) {
        form.sayAt(day, keys);
    }

    ShortForm.Need needDay() {
        return ShortForm.need(day, words.say("call.form.day"));
    }

    ShortForm.Need needTime() {
        return new ShortForm.Need(time, time().isPresent(), words.say("call.form.time"));
    }

    /** What was chosen and typed, once both needs are met. */
    Instant at() {
        return instant(day.getValue(), time().orElseThrow());
    }

    private Optional<LocalTime> time() {
        return Typed.time(time.getValue());
    }

    private static Instant instant(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(JapaneseDates.ZONE).toInstant();
    }
}
