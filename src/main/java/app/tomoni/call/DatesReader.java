package app.tomoni.call;

import app.tomoni.shared.JapaneseDates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads when things happen: the dates of a draft and its deadlines. */
final class DatesReader {

    private static final int LONGEST_PERIOD = 200;

    private final Draft draft;
    private final DraftValues values;

    DatesReader(Draft draft, DraftValues values) {
        this.draft = draft;
        this.values = values;
    }

    record Dates(
            Instant opens,
            Instant closes,
            Instant publication,
            LocalDate projectFrom,
            LocalDate projectTo,
            @Nullable LocalDate meeting) {}

    /** None while a date is missing. */
    @Nullable
    Dates dates() {
        var opens = values.instant("/opensOn", "/opensTime");
        var closes = values.instant("/closesOn", "/closesTime");
        var publication = values.instant("/publicationOn", "/publicationTime");
        var from = values.day("/projectFrom");
        var to = values.day("/projectTo");
        var meeting = draft.text("/meetingOn").isBlank() ? null : values.day("/meetingOn");
        order(opens, closes, publication, from, to, meeting);
        return opens == null || closes == null || publication == null || from == null || to == null
                ? null
                : new Dates(opens, closes, publication, from, to, meeting);
    }

    private void order(
            @Nullable Instant opens,
            @Nullable Instant closes,
            @Nullable Instant publication,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate meeting) {
        if (opens != null && closes != null && !closes.isAfter(opens)) {
            values.problem("/closesOn", "call.problem.closesBeforeOpening");
        }
        if (closes != null && publication != null && !publication.isAfter(closes)) {
            values.problem("/publicationOn", "call.problem.publicationBeforeClosing");
        }
        if (from != null && to != null && to.isBefore(from)) {
            values.problem("/projectTo", "call.problem.projectEndsBeforeStart");
        }
        if (meeting != null && closes != null && !meeting.isAfter(JapaneseDates.day(closes))) {
            values.problem("/meetingOn", "call.problem.meetingBeforeClosing");
        }
        if (meeting != null && publication != null && !meeting.isBefore(JapaneseDates.day(publication))) {
            values.problem("/meetingOn", "call.problem.meetingAfterPublication");
        }
    }

    /** Those that are complete. */
    Map<Deadline, Period> deadlines() {
        var deadlines = new EnumMap<Deadline, Period>(Deadline.class);
        for (var deadline : Deadline.values()) {
            var place = "/deadlines/" + deadline.key();
            var amount = (int) values.number(place + "/amount", 1, LONGEST_PERIOD);
            var unit = values.one(place + "/unit", Period.Unit.class);
            var time = values.time(place + "/time");
            if (amount > 0 && unit != null && time != null) {
                deadlines.put(deadline, new Period(amount, unit, time));
            }
        }
        return deadlines;
    }
}
