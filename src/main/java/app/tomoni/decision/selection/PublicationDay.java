package app.tomoni.decision.selection;

import app.tomoni.call.CallId;
import app.tomoni.call.Deadline;
import app.tomoni.decision.PublicationPostponed;
import app.tomoni.process.CaseDates;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Requests;
import app.tomoni.shared.BusinessDays;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the day of a confirmed publication true: the results wait until the last letter that tells one has left, and then
 * as many open days as at the confirmation. While they can no longer be published on the day that was confirmed,
 * nobody is told one; the day on which the last letter left makes the new one.
 */
@Component
@Transactional
class PublicationDay {

    /** Open days between posting the letters and publishing. */
    static final int DAYS_AFTER_POSTING = 3;

    private final Publications publications;
    private final LettersToPost letters;
    private final DecisionRegister decisions;
    private final BusinessDays businessDays;
    private final Requests requests;
    private final CaseDates dates;
    private final CaseEvents events;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    PublicationDay(
            Publications publications,
            LettersToPost letters,
            DecisionRegister decisions,
            BusinessDays businessDays,
            Requests requests,
            CaseDates dates,
            CaseEvents events,
            ApplicationEventPublisher listeners,
            Clock clock) {
        this.publications = publications;
        this.letters = letters;
        this.decisions = decisions;
        this.businessDays = businessDays;
        this.requests = requests;
        this.dates = dates;
        this.events = events;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** Asked whenever a letter leaves or is to leave, and as time passes; where nothing has changed, nothing does. */
    void keep(CallId call) {
        var waiting = !letters.of(call).isEmpty();
        if (!waiting) {
            requests.settle(path(call));
        }
        // After an interruption two ask at once: the start, and the clock
        publications.waitingLocked(call.value()).ifPresent(publication -> {
            day(publication, waiting).ifPresentOrElse(planned -> letGo(publication, planned), () -> hold(publication));
        });
    }

    /** When it takes place as things are; none where letters are too late for it, or the holidays until then unknown. */
    private Optional<Instant> day(Publication publication, boolean waiting) {
        var planned = publication.plannedAt();
        try {
            if (!waiting) {
                return Optional.of(after(publication));
            }
            return isInReach(planned) ? Optional.of(planned) : Optional.empty();
        } catch (Refusal unknown) {
            return Optional.empty();
        }
    }

    private void hold(Publication publication) {
        if (publication.isHeld()) {
            return;
        }
        publication.hold(clock.instant());
        publications.save(publication);
        var key = key(publication.call());
        dates.leaveOpen(key, Deadline.PUBLICATION);
        dates.changed(key.value());
        events.record(key, "publicationHeld", Map.of());
    }

    private void letGo(Publication publication, Instant planned) {
        var before = publication.plannedAt();
        if (!publication.isHeld() && before.equals(planned)) {
            return;
        }
        publication.letGo(planned);
        publications.save(publication);
        set(publication);
        tell(publication);
        events.record(
                key(publication.call()),
                "publicationMoved",
                Map.of("planned", planned.toString(), "before", before.toString()));
    }

    /**
     * Somebody has put it off: it then takes place.
     *
     * @throws Refusal when letters are still here that could not leave in time for it
     */
    void putOff(Publication publication) {
        if (!letters.of(publication.call()).isEmpty() && !isInReach(publication.plannedAt())) {
            var first = ifPostedToday(publication.plannedAt());
            throw new Refusal("decision.postpone.unreachable", java.sql.Date.valueOf(JapaneseDates.day(first)));
        }
        publication.letGo(publication.plannedAt());
        set(publication);
        tell(publication);
    }

    private boolean isInReach(Instant planned) {
        return !ifPostedToday(planned).isAfter(planned);
    }

    /** Everybody reads the day from now on. */
    private void set(Publication publication) {
        var call = publication.call();
        dates.set(key(call), Deadline.PUBLICATION, publication.plannedAt());
        dates.changed(call.value());
        requests.dueAt(path(call), dueFor(publication.plannedAt()));
    }

    /** Groups that may have read another day are told this one. */
    private void tell(Publication publication) {
        var call = publication.call();
        decisions.standing(call.value()).orElseThrow().lines().stream()
                .filter(line -> line.releasedAt().isPresent())
                .forEach(line -> listeners.publishEvent(
                        new PublicationPostponed(line.proposal(), call, publication.plannedAt())));
    }

    /**
     * When the results are published once all letters have left: as planned, or so many open days after the last; not
     * before everybody can read the day where that was open.
     */
    private Instant after(Publication publication) {
        return told(publication, afterLast(publication, Stream.empty()));
    }

    /**
     * When it takes place once those letters have left that are still here.
     *
     * @param on the day on which they left
     * @throws Refusal when nobody knows yet on which of the days until then the city is closed
     */
    Instant ifPosted(Publication publication, LocalDate on) {
        return told(publication, afterLast(publication, Stream.of(on)));
    }

    private Instant told(Publication publication, Instant posted) {
        return publication.isHeld() && !posted.isAfter(clock.instant())
                ? at(businessDays.plusBusinessDays(LocalDate.now(clock), 1), posted)
                : posted;
    }

    private Instant afterLast(Publication publication, Stream<LocalDate> last) {
        var posted = letters.results(publication.call()).stream().flatMap(letter -> letter.postedOn().stream());
        return Stream.concat(posted, last)
                .max(Comparator.naturalOrder())
                .map(day -> notBefore(day, publication.plannedAt()))
                .orElseGet(publication::plannedAt);
    }

    /**
     * When results planned for a time are published if the last letter leaves today.
     *
     * @throws Refusal when nobody knows yet on which of the days until then the city is closed
     */
    Instant ifPostedToday(Instant planned) {
        return notBefore(LocalDate.now(clock), planned);
    }

    /** That letters keep the results back, and which day is next; or why nobody can tell one. */
    Refusal held(int waiting, Instant planned) {
        try {
            var next = JapaneseDates.day(ifPostedToday(planned));
            return new Refusal("decision.letters.held", waiting, java.sql.Date.valueOf(next));
        } catch (Refusal unknown) {
            return unknown;
        }
    }

    private Instant notBefore(LocalDate posted, Instant planned) {
        var first = businessDays.plusBusinessDays(posted, DAYS_AFTER_POSTING);
        return JapaneseDates.day(planned).isBefore(first) ? at(first, planned) : planned;
    }

    private static Instant at(LocalDate day, Instant sameTime) {
        var time = LocalTime.ofInstant(sameTime, JapaneseDates.ZONE);
        return day.atTime(time).atZone(JapaneseDates.ZONE).toInstant();
    }

    /** Until when letters leave in time for a publication, as the secretariat is asked to; in the evening, that evening. */
    Instant dueFor(Instant planned) {
        var today = LocalDate.now(clock);
        var by = postBy(planned);
        var day = by.isBefore(today) ? today : by;
        var close = JapaneseDates.closeOfOffices(day);
        return close.isAfter(clock.instant())
                ? close
                : day.atTime(LocalTime.of(23, 59)).atZone(JapaneseDates.ZONE).toInstant();
    }

    /** The last open day that leaves enough before the publication; who posts on a closed day after it has until then. */
    LocalDate postBy(Instant planned) {
        var last = lastDayToPost(planned);
        var open = last;
        while (!businessDays.open(open)) {
            open = open.minusDays(1);
        }
        return LocalDate.now(clock).isAfter(open) ? last : open;
    }

    private LocalDate lastDayToPost(Instant planned) {
        var published = JapaneseDates.day(planned);
        var day = published;
        while (businessDays.between(day, published) < DAYS_AFTER_POSTING) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** Where the secretariat notes that letters have left. */
    static String path(CallId call) {
        return "letters?call=" + call;
    }

    private static CaseKey key(CallId call) {
        return new CaseKey(call.value());
    }
}
