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
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A second person agrees that the committee goes on below its quorum, or does not. */
@Component
@Transactional
public class AnswerException {

    private final Recommendations recommendations;
    private final ExceptionRequests requests;
    private final Offices offices;
    private final Cases cases;
    private final CaseEvents events;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    AnswerException(
            Recommendations recommendations,
            ExceptionRequests requests,
            Offices offices,
            Cases cases,
            CaseEvents events,
            ApplicationEventPublisher listeners,
            Clock clock) {
        this.recommendations = recommendations;
        this.requests = requests;
        this.offices = offices;
        this.cases = cases;
        this.events = events;
        this.listeners = listeners;
        this.clock = clock;
    }

    /**
     * @param asked the reason that was read
     * @throws Refusal when another one stands there by now
     */
    public void agree(CallId call, String asked, PersonId by) {
        answer(call, by, (recommendation, second) -> {
            if (!recommendation.exceptionReason().equals(Optional.of(asked))) {
                throw new Refusal("decision.changedSinceRead");
            }
            recommendation.agreeToException(second, clock.instant());
        });
        events.record(new CaseKey(call.value()), "exceptionAgreed", Map.of());
    }

    /** @throws Refusal without a reason, which the chair reads */
    public void decline(CallId call, String why, PersonId by) {
        answer(call, by, (recommendation, second) -> recommendation.declineException(second, why));
        events.record(new CaseKey(call.value()), "exceptionRefused", Map.of("reason", why.strip()));
    }

    private void answer(CallId call, PersonId by, BiConsumer<Recommendation, Actor> answer) {
        var principals =
                new HashSet<>(offices.actor(by, Office.SECRETARIAT, null).principals());
        principals.addAll(offices.actor(by, Office.ACTING_CHAIR, call.value()).principals());
        if (principals.isEmpty()) {
            throw new Refusal("decision.absent");
        }
        var recommendation =
                recommendations.findByCallId(call.value()).orElseThrow(() -> new Refusal("decision.absent"));
        var asked = recommendation.exceptionBy();
        answer.accept(recommendation, new Actor(by, principals));
        recommendations.save(recommendation);
        requests.settle(call);
        asked.ifPresent(chair -> cases.tasksOf(new CaseKey(call.value())).stream()
                .filter(task -> task.kind().equals(RecommendProjects.TASK))
                .forEach(task -> listeners.publishEvent(
                        new ExceptionAnswered(call, chair, "/" + task.address(), clock.instant()))));
    }
}
