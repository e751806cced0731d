package app.tomoni.decision.selection;

import app.tomoni.account.Actor;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.decision.ExceptionAnswered;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A second person agrees that the committee goes on below its quorum, or does not. */
@Component
@Transactional
public class AnswerException {

    /** One of whose holders has to agree. */
    static final List<Office> OFFICES = List.of(Office.SECRETARIAT, Office.ACTING_CHAIR);

    /**
     * What is asked, and what it rests on.
     *
     * @param evaluation which counts the sheets
     */
    public record Asked(String reason, PersonId by, Optional<Instant> at, Set<PersonId> present, UUID evaluation) {}

    private final Recommendations recommendations;
    private final Evaluations evaluations;
    private final ExceptionRequests requests;
    private final Offices offices;
    private final Cases cases;
    private final CaseEvents events;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    AnswerException(
            Recommendations recommendations,
            Evaluations evaluations,
            ExceptionRequests requests,
            Offices offices,
            Cases cases,
            CaseEvents events,
            ApplicationEventPublisher listeners,
            Clock clock) {
        this.recommendations = recommendations;
        this.evaluations = evaluations;
        this.requests = requests;
        this.offices = offices;
        this.cases = cases;
        this.events = events;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** What waits for an answer. */
    @Transactional(readOnly = true)
    public Optional<Asked> asked(CallId call) {
        return recommendations.findByCallId(call.value()).flatMap(this::asked);
    }

    private Optional<Asked> asked(Recommendation recommendation) {
        return recommendation
                .exceptionBy()
                .filter(by -> recommendation.exceptionSecond().isEmpty())
                .map(by -> new Asked(
                        recommendation.exceptionReason().orElseThrow(),
                        by,
                        recommendation.exceptionAskedAt(),
                        recommendation.present(),
                        evaluations
                                .findFirstByCallIdOrderByMadeAtDescIdDesc(
                                        recommendation.call().value())
                                .orElseThrow()
                                .id()));
    }

    /** Whether this person may answer it, as somebody else than who asks. */
    @Transactional(readOnly = true)
    public boolean mayAnswer(Asked asked, CallId call, PersonId person) {
        return actor(call, person).isSecondTo(Set.of(asked.by()));
    }

    private Actor actor(CallId call, PersonId person) {
        return new Actor(
                person,
                OFFICES.stream()
                        .map(office -> offices.actor(
                                person, office, office.scope() == Office.Scope.CITY ? null : call.value()))
                        .flatMap(actor -> actor.principals().stream())
                        .collect(Collectors.toSet()));
    }

    /**
     * @param read what was asked, as it was read
     * @throws Refusal when something else is asked by now, or it rests on something else
     */
    public void agree(CallId call, Asked read, PersonId by) {
        answer(call, by, (recommendation, second) -> {
            if (asked(recommendation).filter(now -> !now.equals(read)).isPresent()) {
                throw new Refusal("decision.changedSinceRead");
            }
            recommendation.agreeToException(second, clock.instant());
        });
        events.record(new CaseKey(call.value()), "exceptionAgreed", Map.of(), Set.of(read.by()));
    }

    /** @throws Refusal without a reason, which the chair reads */
    public void decline(CallId call, String why, PersonId by) {
        var asker = asked(call).map(Asked::by).map(Set::of).orElse(Set.of());
        answer(call, by, (recommendation, second) -> recommendation.declineException(second, why));
        events.record(new CaseKey(call.value()), "exceptionRefused", Map.of("reason", why.strip()), asker);
    }

    private void answer(CallId call, PersonId by, BiConsumer<Recommendation, Actor> answer) {
        var second = actor(call, by);
        if (second.principals().isEmpty()) {
            throw new Refusal("decision.absent");
        }
        var recommendation =
                recommendations.findByCallId(call.value()).orElseThrow(() -> new Refusal("decision.absent"));
        var asked = recommendation.exceptionBy();
        answer.accept(recommendation, second);
        recommendations.save(recommendation);
        requests.settle(call);
        asked.ifPresent(chair -> cases.tasksOf(new CaseKey(call.value())).stream()
                .filter(task -> task.kind().equals(RecommendProjects.TASK))
                .forEach(task -> listeners.publishEvent(
                        new ExceptionAnswered(call, chair, "/" + task.address(), clock.instant()))));
    }
}
