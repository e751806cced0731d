package app.tomoni.decision.selection;

import app.tomoni.decision.selection.Letter.Delivery;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes into the record of cases which letters have left: each with its proposal, and how many with the call. */
@Component
class LetterRecord {

    private final CaseEvents events;

    LetterRecord(CaseEvents events) {
        this.events = events;
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
        });
    }

    /** They have left the house on paper. */
    void posted(List<Letter> letters) {
        letters.forEach(letter -> each(letter, "letterPosted"));
        letters.stream()
                .collect(Collectors.groupingBy(Letter::call))
                .forEach((call, all) ->
                        events.record(new CaseKey(call.value()), "lettersPosted", Map.of("count", all.size())));
    }

    private void each(Letter letter, String kind) {
        events.record(new CaseKey(letter.proposal().value()), kind, Map.of("number", letter.documentNumber()));
    }
}
