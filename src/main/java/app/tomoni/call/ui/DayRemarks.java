package app.tomoni.call.ui;

import app.tomoni.call.Timetable;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.ui.Note;
import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the city looks at once more before it settles the days of a call: they may be meant so, and are refused nowhere. */
final class DayRemarks {

    private DayRemarks() {}

    /**
     * That the offices are closed on a day that is set, or that the committee meets while sheets can still come in.
     *
     * @param set those of the calendar's days that are being set; what follows from them is looked at as well
     */
    static List<Component> of(List<Timetable.Stop> stops, List<String> set, Words words) {
        return Stream.concat(
                        closed(
                                stops.stream()
                                        .filter(stop -> set.contains(stop.key()))
                                        .toList(),
                                words)
                                .stream(),
                        Timetable.meetingBeforeScores(stops).stream()
                                .map(meeting -> words.say(
                                        "call.check.meetingBeforeScores",
                                        words.day(meeting.meets()),
                                        words.day(meeting.scored()))))
                .<Component>map(said -> new Note(Note.Kind.WARN, said))
                .toList();
    }

    private static Optional<String> closed(List<Timetable.Stop> stops, Words words) {
        var closed = stops.stream()
                .filter(stop -> stop.closedDay() && !stop.planned())
                .map(stop -> words.say(
                        "call.check.closedDay",
                        words.say("call.stop." + stop.key()),
                        words.day(JapaneseDates.day(stop.at()))))
                .toList();
        return closed.isEmpty() ? Optional.empty() : Optional.of(words.say("call.check.closedDays", closed));
    }
}
