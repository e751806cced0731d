package app.tomoni.call;

import app.tomoni.process.CaseDates;
import app.tomoni.process.CaseKey;
import app.tomoni.process.CaseScopes;
import app.tomoni.process.Cases;
import app.tomoni.process.Deadlines;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When a step of a case is due, by the data of its call. */
@Component
class CallDeadlines implements Deadlines {

    private final Cases cases;
    private final CaseDates dates;
    private final Calls calls;
    private final Timetable timetable;

    CallDeadlines(Cases cases, CaseDates dates, Calls calls, Timetable timetable) {
        this.cases = cases;
        this.dates = dates;
        this.calls = calls;
        this.timetable = timetable;
    }

    @Override
    public @Nullable Instant due(CaseKey key, String deadline, Instant from) {
        return call(key)
                .flatMap(call -> planned(call, key, deadline).or(() -> due(call, deadline, from)))
                .orElse(null);
    }

    @EventListener
    void extended(CallExtended event) {
        dates.changed(event.call().value());
    }

    private Optional<Call> call(CaseKey key) {
        return cases.scopes(key)
                .map(CaseScopes::call)
                .or(() -> Optional.of(key.value()))
                .map(CallId::new)
                .flatMap(calls::find);
    }

    /** The call as a whole has all its scores when its calendar says so: after the time that the checks may take. */
    private Optional<Instant> planned(Call call, CaseKey key, String deadline) {
        return key.value().equals(call.id().value()) && deadline.equals(Deadline.REVIEW.key())
                ? timetable.of(call).stops().stream()
                        .filter(stop -> stop.key().equals(deadline))
                        .map(Timetable.Stop::at)
                        .findFirst()
                : Optional.empty();
    }

    private Optional<Instant> due(Call call, String deadline, Instant from) {
        if (deadline.equals(Deadline.PUBLICATION)) {
            return Optional.of(call.publicationAt());
        }
        return Deadline.withKey(deadline)
                .flatMap(known -> Optional.ofNullable(
                                call.guideline().deadlines().get(known))
                        .map(period -> timetable.after(begin(call, known, from), period)));
    }

    /** Scores are due together, on the day of the calendar, for all that is to be compared has been checked by then. */
    private Instant begin(Call call, Deadline deadline, Instant from) {
        if (deadline != Deadline.REVIEW) {
            return from;
        }
        var period = call.guideline().deadlines().get(Deadline.FORMAL_CHECK);
        var checked = period == null ? call.closesAt() : timetable.after(call.closesAt(), period);
        return from.isBefore(checked) ? checked : from;
    }
}
