package app.tomoni.call;

import app.tomoni.account.PersonId;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.organisation.Organisations;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves the closing: for everybody with a published reason, or for one group when an approver agrees. */
@Component
@Transactional
public class ExtendCall {

    private final Calls calls;
    private final Organisations organisations;
    private final Timetable timetable;
    private final ReviewOfCall review;
    private final CallStaff staff;
    private final Clock clock;

    ExtendCall(
            Calls calls,
            Organisations organisations,
            Timetable timetable,
            ReviewOfCall review,
            CallStaff staff,
            Clock clock) {
        this.calls = calls;
        this.organisations = organisations;
        this.timetable = timetable;
        this.review = review;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * @param publication the day on which the results are published instead; null leaves that as it is
     * @throws Refusal when the call's deadlines would not fit between this closing and its publication
     */
    @Transactional(readOnly = true)
    public void requireRoom(CallId id, Instant until, @Nullable LocalDate publication) {
        var call = calls.get(id);
        timetable.requireRoom(call, until, published(call, publication));
    }

    /** The call's calendar as it would be then. */
    @Transactional(readOnly = true)
    public List<Timetable.Stop> calendar(CallId id, Instant until, @Nullable LocalDate publication) {
        var call = calls.get(id);
        return timetable.with(call, until, published(call, publication));
    }

    private static Instant published(Call call, @Nullable LocalDate moved) {
        return Optional.ofNullable(moved(call, moved)).orElseGet(call::publicationAt);
    }

    /** The time of the day stays. */
    private static @Nullable Instant moved(Call call, @Nullable LocalDate publication) {
        return publication == null
                ? null
                : call.publicationAt()
                        .atZone(JapaneseDates.ZONE)
                        .with(publication)
                        .toInstant();
    }

    /**
     * @param publication the day on which the results are published instead; null leaves that as it is
     * @throws Refusal when the call has closed, or the new closing is not later, beyond the known holidays, or too late
     *     for the deadlines before the publication
     */
    public void forAll(CallId id, Instant until, @Nullable LocalDate publication, String reason, PersonId by) {
        staff.requireSecretariat(by);
        var call = locked(id);
        timetable.requireKnown(until);
        call.extend(until, moved(call, publication), reason, now(), by);
        timetable.requireRoom(call, until, call.publicationAt());
        calls.save(call);
    }

    /** Why no group can be let in late any more: the sheets are closed for everybody, or there was nothing to score. */
    @Transactional(readOnly = true)
    public Optional<Refusal> tooLateForOne(CallId id) {
        return review.frozen(id)
                ? Optional.of(new Refusal(timetable.isOver(id) ? "call.exception.over" : "call.exception.scored"))
                : Optional.empty();
    }

    /** @throws Refusal on a closed day, or when what one group hands in until then could not be checked and scored */
    @Transactional(readOnly = true)
    public void requireRoomForOne(CallId id, Instant until) {
        timetable.requireKnown(until);
        requireRoomForOne(calls.get(id), until);
    }

    private void requireRoomForOne(Call call, Instant until) {
        timetable.requireOpenDay(until);
        timetable.requireRoomForOne(call, until);
    }

    /**
     * Asks an approver to let one group propose later than the others.
     *
     * @throws Refusal on a closed day, or when what came so late could not be scored any more
     */
    public void askForOne(CallId id, OrganisationId organisation, Instant until, String reason, PersonId by) {
        var asker = staff.requireSecretariat(by);
        var call = locked(id);
        requireReview(id);
        organisations.get(organisation);
        timetable.requireKnown(until);
        call.askLateAdmission(organisation, until, reason, now(), asker);
        requireRoomForOne(call, until);
        calls.save(call);
    }

    /**
     * Grants or declines it.
     *
     * @param number its place in {@link Call#lateAdmissions}
     * @param why needed when it is declined
     * @throws Refusal when it would be granted, and what came so late could not be scored any more
     */
    public void answerForOne(CallId id, int number, boolean grant, String why, PersonId by) {
        var approver = staff.requireApprover(by);
        var call = locked(id);
        if (grant) {
            requireReview(id);
        }
        call.answerLateAdmission(number, grant, why, now(), approver);
        calls.save(call);
    }

    private void requireReview(CallId id) {
        tooLateForOne(id).ifPresent(refusal -> {
            throw refusal;
        });
    }

    private Call locked(CallId id) {
        return calls.locked(id.value()).orElseThrow();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
