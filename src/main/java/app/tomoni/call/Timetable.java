package app.tomoni.call;

import app.tomoni.call.ProgressOfCall.Done;
import app.tomoni.call.ProgressOfCall.Progress;
import app.tomoni.process.CaseKey;
import app.tomoni.process.DueDates;
import app.tomoni.shared.BusinessDays;
import app.tomoni.shared.Holidays;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works a call's dates and deadlines out into a calendar, in the city's business days. */
@Component
public class Timetable {

    /** Results are published at the earliest so many business days after the letters have been posted. */
    private static final int DAYS_AFTER_LETTERS = 3;

    /** A closed call without a proposal waits so many business days for a group that something kept from proposing. */
    private static final int DAYS_WITHOUT_PROPOSAL = 3;

    private static final String OPENS = "opens";
    /** When the call closes for everybody. */
    public static final String CLOSES = "closes";

    /** When the committee meets, or met. */
    public static final String MEETING = "meeting";

    /** When the last group that is admitted late may propose. */
    private static final String LATE = "late";

    private static final String TOO_EARLY = "call.problem.publicationTooEarly";

    private static final List<Deadline> UNTIL_PUBLICATION = List.of(
            Deadline.FORMAL_CHECK,
            Deadline.REVIEW,
            Deadline.RECOMMENDATION,
            Deadline.DRAFT,
            Deadline.APPROVAL,
            Deadline.PUBLICATION_PREPARATION);

    private final Holidays holidays;
    private final DueDates dates;
    private final ProgressOfCall progress;
    private final Clock clock;

    Timetable(Holidays holidays, DueDates dates, ProgressOfCall progress, Clock clock) {
        this.holidays = holidays;
        this.dates = dates;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * One day of the calendar.
     *
     * @param key {@code opens}, {@code closes}, {@code late}, {@code meeting}, {@code publication} or a deadline's key
     * @param planned whether it is worked out from periods and may come earlier
     * @param closedDay whether the city's offices are closed on that day
     * @param doneOn the day on which it was done; none while it is to come
     * @param underWay whether it is being done just now, and bears no day until it is
     */
    public record Stop(
            String key,
            Instant at,
            boolean planned,
            boolean closedDay,
            @Nullable LocalDate doneOn,
            boolean underWay) {

        private Stop(String key, Instant at, boolean planned, boolean closedDay, @Nullable LocalDate doneOn) {
            this(key, at, planned, closedDay, doneOn, false);
        }

        public boolean isDone() {
            return doneOn != null;
        }

        /** The day alone where no time of it is set. */
        public Optional<LocalDate> wholeDay() {
            return key.equals(MEETING) || planned && isDone()
                    ? Optional.of(doneOn == null ? JapaneseDates.day(at) : doneOn)
                    : Optional.empty();
        }

        /** Done by now, without saying when: it stands on the day for which it was announced. */
        private Stop doneAsPlanned() {
            return new Stop(key, at, planned, false, JapaneseDates.day(at));
        }

        private Stop underWay(Instant now) {
            return new Stop(key, now, planned, false, null, true);
        }

        private Stop done(Done done) {
            return new Stop(key, done.at(), planned, false, done.on());
        }
    }

    /** A calendar as far as it can be worked out, and what stands in the way of the rest. */
    public record Days(List<Stop> stops, List<Problem> problems) {

        /** With the day that the letters name, whenever the results are published. */
        private Days answeredBy(Instant at) {
            return with(new Stop(Deadline.ACCEPTANCE.key(), at, false, false, null));
        }

        private Days with(Stop named) {
            var others = without(named.key()).stops().stream();
            return new Days(sorted(Stream.concat(others, Stream.of(named)).toList()), problems);
        }

        private Days without(String key) {
            return new Days(
                    stops.stream().filter(stop -> !stop.key().equals(key)).toList(), problems);
        }
    }

    /** The calendar of a call as it stands: after an extension, with what is done by now and what the letters say. */
    public Days of(Call call) {
        var days = of(call, call.closing(), publication(call), progress.of(call.id()));
        return call.closing()
                .map(closing -> call.lastClosing())
                .filter(last -> last.isAfter(call.closesAt()))
                .map(last -> days.with(new Stop(LATE, last, false, false, passed(last))))
                .orElse(days);
    }

    private @Nullable LocalDate passed(Instant at) {
        return at.isAfter(clock.instant()) ? null : JapaneseDates.day(at);
    }

    /**
     * What everybody may see of it. How far the steps are is told with the results: until then they stand as planned,
     * and what is done is marked as such from the letters on where its day has passed. The letters themselves bear the
     * day on which the last one left, and none while some are still here. By when the decision is drafted is the city's
     * own.
     */
    public List<Stop> shown(Call call) {
        var now = clock.instant();
        var known = progress.of(call.id());
        var told = known.told();
        return of(call, call.closing(), publication(call), told).stops().stream()
                .map(stop -> known.posting() && isLetters(stop) ? stop.underWay(now) : stop)
                .sorted(Comparator.comparing(Stop::at))
                .filter(stop -> !stop.key().equals(Deadline.DRAFT.key()))
                .filter(stop -> stop.underWay() || !isPlannedAfter(stop, call, told))
                .map(stop -> !stop.isDone() && !stop.at().isAfter(now) && known.isToldAsDone(stop.key(), stop.at())
                        ? stop.doneAsPlanned()
                        : stop)
                .toList();
    }

    /** Whether a calendar still has days on which proposals are checked or scored. */
    public static boolean hasChecksToCome(List<Stop> stops) {
        return stops.stream()
                .filter(stop -> stop.key().equals(Deadline.FORMAL_CHECK.key())
                        || stop.key().equals(Deadline.REVIEW.key()))
                .anyMatch(stop -> !stop.isDone());
    }

    private static boolean isLetters(Stop stop) {
        return stop.key().equals(Deadline.PUBLICATION_PREPARATION.key());
    }

    /**
     * Where the letters leave or the results come sooner than was planned, what leads to them does not take as long;
     * while the results wait for letters only, all of it is over.
     */
    private boolean isPlannedAfter(Stop stop, Call call, Progress told) {
        var key = new CaseKey(call.id().value());
        var letters = told.steps().get(Deadline.PUBLICATION_PREPARATION.key());
        return stop.planned()
                && !stop.isDone()
                && UNTIL_PUBLICATION.stream()
                        .anyMatch(deadline -> deadline.key().equals(stop.key()))
                && (letters != null && stop.at().isAfter(letters.at())
                        || told.posting() && stop.at().isAfter(clock.instant())
                        || dates.isOpen(key, Deadline.PUBLICATION)
                        || dates.ofCase(key, Deadline.PUBLICATION)
                                .filter(stop.at()::isAfter)
                                .isPresent());
    }

    /** A committee that meets on a day before that on which the last scores are due. */
    public record MeetingBeforeScores(LocalDate meets, LocalDate scored) {}

    /** None where all scores are due by the day of the meeting; members may also be meant to adjust theirs after it. */
    public static Optional<MeetingBeforeScores> meetingBeforeScores(List<Stop> stops) {
        return day(stops, MEETING)
                .flatMap(meets ->
                        day(stops, Deadline.REVIEW.key()).map(scored -> new MeetingBeforeScores(meets, scored)))
                .filter(days -> days.meets().isBefore(days.scored()));
    }

    private static Optional<LocalDate> day(List<Stop> stops, String key) {
        return stops.stream()
                .filter(stop -> stop.key().equals(key) && !stop.isDone())
                .map(stop -> JapaneseDates.day(stop.at()))
                .findFirst();
    }

    /** The calendar of a call as it would be with this closing and this publication. */
    List<Stop> with(Call call, Instant closes, Instant publication) {
        return of(call, Optional.of(closes), Optional.of(publication), Progress.NONE)
                .stops();
    }

    private static Optional<Instant> publication(Call call) {
        return call.isApproved() ? Optional.of(call.publicationAt()) : Optional.empty();
    }

    private Days of(Call call, Optional<Instant> closing, Optional<Instant> publication, Progress progress) {
        var draft = call.draft();
        call.opening().ifPresent(at -> set(draft, "/opensOn", "/opensTime", at));
        closing.ifPresent(at -> set(draft, "/closesOn", "/closesTime", at));
        var key = new CaseKey(call.id().value());
        if (dates.isOpen(key, Deadline.PUBLICATION)) {
            draft.put("/publicationOn", "");
        } else {
            dates.ofCase(key, Deadline.PUBLICATION)
                    .or(() -> publication)
                    .ifPresent(at -> set(draft, "/publicationOn", "/publicationTime", at));
        }
        var days = of(draft, call.isApproved() ? withWindow(call, progress) : progress);
        if (progress.ended()) {
            return days;
        }
        var answered = progress.steps().get(Deadline.ACCEPTANCE.key());
        if (answered != null) {
            return days.with(stop(Deadline.ACCEPTANCE.key(), answered.at(), true, new BusinessDays(holidays))
                    .done(answered));
        }
        return dates.isOpen(key, Deadline.ACCEPTANCE.key())
                ? days.without(Deadline.ACCEPTANCE.key())
                : dates.ofCase(key, Deadline.ACCEPTANCE.key())
                        .map(days::answeredBy)
                        .orElse(days);
    }

    /** With the opening and the closing once they have come. */
    private Progress withWindow(Call call, Progress progress) {
        var steps = new HashMap<>(progress.steps());
        Map.of(OPENS, call.opensAt(), CLOSES, call.closesAt()).forEach((key, at) -> {
            if (!at.isAfter(clock.instant())) {
                steps.put(key, Done.at(at));
            }
        });
        return new Progress(steps, progress.ended(), progress.posting());
    }

    /** Whether everybody may know that the selection is over: published, or ended with nothing to decide about. */
    public boolean isOver(CallId call) {
        var told = progress.of(call).told();
        return told.ended() || told.steps().containsKey(Deadline.PUBLICATION);
    }

    /**
     * Until when a closed call that has nothing to decide about waits for a group that can still be admitted late: some
     * open days, and longer while an approver is asked for one. None when it does not wait.
     */
    public Optional<Instant> waitsForGroup(Call call) {
        var now = clock.instant();
        return Optional.of(call)
                .filter(closed -> closed.hasClosed(now))
                .map(this::staysUntil)
                .filter(until -> until.isAfter(now) && progress.isEmpty(call.id()));
    }

    private Instant staysUntil(Call call) {
        var closed = call.lastClosing();
        var some = after(closed, new Period(DAYS_WITHOUT_PROPOSAL, Period.Unit.BUSINESS_DAYS, timeOfDay(closed)));
        return call.lateAdmissions().stream()
                .filter(LateAdmission::waits)
                .map(LateAdmission::until)
                .filter(some::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(some);
    }

    private static LocalTime timeOfDay(Instant at) {
        return LocalTime.ofInstant(at, JapaneseDates.ZONE);
    }

    /** When an answer still helps a group that is to be admitted late: before the call closes, or else the next open day. */
    Instant answerBy(Call call, Instant until) {
        var now = clock.instant();
        if (!call.hasClosed(now)) {
            return call.closesAt();
        }
        var next = after(now, new Period(1, Period.Unit.BUSINESS_DAYS, timeOfDay(call.closesAt())));
        return next.isBefore(until) ? next : until;
    }

    /** @throws Refusal on a day on which the city's offices are closed */
    void requireOpenDay(Instant at) {
        var day = JapaneseDates.day(at);
        var businessDays = new BusinessDays(holidays);
        if (!businessDays.open(day)) {
            throw new Refusal("call.exception.closedDay", businessDays.rolledOn(day));
        }
    }

    /**
     * The deadlines of a call move with its closing, and its publication stays where it is not moved as well.
     *
     * @throws Refusal when they would end too late for the publication, or lie beyond the loaded holidays
     */
    void requireRoom(Call call, Instant closes, Instant publication) {
        requireRoom(call, closes, publication, "call.extend.room");
    }

    /**
     * What comes from one group so late is checked and scored before the publication as well, which stays where it is.
     *
     * @throws Refusal when there would be no time for that
     */
    void requireRoomForOne(Call call, Instant until) {
        requireRoom(call, until, call.publicationAt(), "call.exception.room");
    }

    private void requireRoom(Call call, Instant closes, Instant publication, String tooLate) {
        var problem = of(call, Optional.of(closes), Optional.of(publication), Progress.NONE).problems().stream()
                .findFirst();
        problem.map(first -> refusal(first, publication, tooLate)).ifPresent(refusal -> {
            throw refusal;
        });
    }

    private static Refusal refusal(Problem problem, Instant publication, String tooLate) {
        var limit = problem.arguments().getLast();
        return problem.messageKey().equals(TOO_EARLY)
                ? new Refusal(tooLate, limit, JapaneseDates.day(publication))
                : new Refusal("call.extend.holidays", limit);
    }

    private static void set(Draft draft, String day, String time, Instant at) {
        var local = LocalDateTime.ofInstant(at, JapaneseDates.ZONE);
        draft.put(day, local.toLocalDate().toString());
        draft.put(time, local.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString());
    }

    /** The calendar of a draft from its opening to the answers of the groups, as far as it goes. */
    public Days of(Draft draft) {
        return of(draft, Progress.NONE);
    }

    private Days of(Draft draft, Progress progress) {
        var opens = DraftReader.instant(draft, "/opensOn", "/opensTime");
        var closes = DraftReader.instant(draft, "/closesOn", "/closesTime");
        var publication = DraftReader.instant(draft, "/publicationOn", "/publicationTime");
        var meeting = DraftReader.instant(draft, "/meetingOn", "/opensTime");
        var businessDays = new BusinessDays(new Known(holidays.days(), holidays.knownUntil()));
        var stops = new ArrayList<Stop>();
        var problems = new ArrayList<Problem>();
        opens.ifPresent(at -> stops.add(stop(OPENS, at, false, businessDays)));
        closes.ifPresent(at -> stops.add(stop(CLOSES, at, false, businessDays)));
        meeting.or(() -> Optional.ofNullable(progress.steps().get(MEETING)).map(Done::at))
                .ifPresent(at -> stops.add(stop(MEETING, at, false, businessDays)));
        publication.ifPresent(at -> {
            stops.add(stop(Deadline.PUBLICATION, at, false, businessDays));
            known("/publicationOn", at, problems);
        });
        closes.ifPresent(at -> known("/closesOn", at, problems));
        if (closes.isPresent()) {
            var periods = DraftReader.deadlines(draft);
            var at = closes.get();
            for (var deadline : UNTIL_PUBLICATION) {
                var done = progress.steps().get(deadline.key());
                var due = done == null ? due(periods, deadline, at, businessDays, problems) : done.at();
                if (due == null) {
                    return new Days(sorted(as(progress, stops)), problems);
                }
                stops.add(stop(deadline.key(), due, true, businessDays));
                // The scores are closed after the committee has met
                at = deadline != Deadline.REVIEW || done != null
                        ? due
                        : meeting.filter(due::isBefore).orElse(due);
            }
            var letters = JapaneseDates.day(at);
            publication.ifPresent(
                    published -> afterLetters(letters, JapaneseDates.day(published), businessDays, problems));
            publication.ifPresent(published -> {
                var answer = due(periods, Deadline.ACCEPTANCE, published, businessDays, problems);
                if (answer != null) {
                    stops.add(stop(Deadline.ACCEPTANCE.key(), answer, true, businessDays));
                }
            });
        }
        return new Days(sorted(as(progress, stops)), problems);
    }

    /** With the days of what is done; what would follow an end that came early does not. */
    private static List<Stop> as(Progress progress, List<Stop> stops) {
        return stops.stream()
                .map(stop -> Optional.ofNullable(progress.steps().get(stop.key()))
                        .map(stop::done)
                        .orElse(stop))
                .filter(stop -> stop.isDone() || !progress.ended())
                .toList();
    }

    /** When a period that starts now ends. */
    public Instant after(Instant start, Period period) {
        return period.after(start, new BusinessDays(holidays));
    }

    /** @throws Refusal when the day lies beyond the loaded holidays */
    void requireKnown(Instant at) {
        if (JapaneseDates.day(at).isAfter(holidays.knownUntil())) {
            throw new Refusal("shared.holidays.unknown", JapaneseDates.day(at), holidays.knownUntil());
        }
    }

    private static List<Stop> sorted(List<Stop> stops) {
        return stops.stream().sorted(Comparator.comparing(Stop::at)).toList();
    }

    private static Stop stop(String key, Instant at, boolean planned, BusinessDays businessDays) {
        return new Stop(key, at, planned, !businessDays.open(JapaneseDates.day(at)), null);
    }

    private void known(String place, Instant at, List<Problem> problems) {
        if (JapaneseDates.day(at).isAfter(holidays.knownUntil())) {
            problems.add(Problem.of(place, "call.problem.beyondHolidays", holidays.knownUntil()));
        }
    }

    private static void afterLetters(
            LocalDate letters, LocalDate publication, BusinessDays businessDays, List<Problem> problems) {
        try {
            var earliest = businessDays.plusBusinessDays(letters, DAYS_AFTER_LETTERS);
            if (publication.isBefore(earliest)) {
                problems.add(Problem.of("/publicationOn", TOO_EARLY, DAYS_AFTER_LETTERS, earliest));
            }
        } catch (Refusal refusal) {
            problems.add(Problem.of(
                    "/publicationOn",
                    "call.problem.beyondHolidays",
                    refusal.arguments().getLast()));
        }
    }

    private static @Nullable Instant due(
            Map<Deadline, Period> periods,
            Deadline deadline,
            Instant start,
            BusinessDays businessDays,
            List<Problem> problems) {
        var period = periods.get(deadline);
        if (period == null) {
            return null;
        }
        try {
            return period.after(start, businessDays);
        } catch (Refusal refusal) {
            problems.add(Problem.of(
                    "/deadlines/" + deadline.key() + "/amount",
                    "call.problem.beyondHolidays",
                    refusal.arguments().getLast()));
            return null;
        }
    }

    /** The holidays as they are now, asked for once. */
    private record Known(Map<LocalDate, String> days, LocalDate knownUntil) implements Holidays {}
}
