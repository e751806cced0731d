package app.tomoni.decision.selection;

import app.tomoni.call.CallId;
import app.tomoni.decision.selection.Letter.Delivery;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes into the record of cases which letters have left: each with its proposal, and how many with the call. */
@Component
class LetterRecord {

    private final Cases cases;
    private final CaseEvents events;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    LetterRecord(Cases cases, CaseEvents events, ApplicationEventPublisher listeners, Clock clock) {
        this.cases = cases;
        this.events = events;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** They have been handed to their queues. */
    void queued(List<Letter> letters) {
        letters.forEach(letter -> each(letter, letter.delivery() == Delivery.MAIL ? "letterMailed" : "letterQueued"));
        letters.stream().collect(Collectors.groupingBy(Letter::call)).forEach((call, all) -> {
            var mailed = all.stream()
                    .filter(letter -> letter.delivery() == Delivery.MAIL)
                    .count();
            events.record(
                    new CaseKey(call.value()),
                    "lettersQueued",
                    Map.of("posted", all.size() - mailed, "mailed", mailed));
            left(call, all);
        });
    }

    /** One that goes by itself has been written again, with this date. */
    void dated(Letter letter, LocalDate day) {
        events.record(
                new CaseKey(letter.proposal().value()),
                "letterDated",
                Map.of("number", letter.documentNumber(), "dated", day.toString()));
    }

    /**
     * They have left the house on paper, today or on a day that is noted with it; what else is locked for that comes after
     * their cases, which get other days.
     */
    void posted(List<Letter> letters, LocalDate on) {
        cases.hold(letters.stream()
                .map(letter -> new CaseKey(letter.proposal().value()))
                .toList());
        var kind = on.equals(LocalDate.now(clock)) ? "Posted" : "PostedOn";
        letters.forEach(letter -> events.record(
                new CaseKey(letter.proposal().value()),
                "letter" + kind,
                Map.of("number", letter.documentNumber(), "on", on.toString())));
        letters.stream().collect(Collectors.groupingBy(Letter::call)).forEach((call, all) -> {
            events.record(
                    new CaseKey(call.value()), "letters" + kind, Map.of("count", all.size(), "on", on.toString()));
            left(call, all);
        });
    }

    private void left(CallId call, List<Letter> letters) {
        listeners.publishEvent(new AnswerDayListener.LettersLeft(
                call, letters.stream().map(Letter::proposal).distinct().toList()));
    }

    private void each(Letter letter, String kind) {
        events.record(new CaseKey(letter.proposal().value()), kind, Map.of("number", letter.documentNumber()));
    }
}
