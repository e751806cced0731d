package app.tomoni.decision.selection;

import app.tomoni.call.CallId;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.Proposals;
import java.time.Clock;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets one group read its result and moves its case on; a second run finds nothing left to do. */
@Component
class ReleaseOutcome implements JavaDelegate {

    private static final String DECIDED = "StageDecided";

    private final DecisionRegister decisions;
    private final AnswerDay answerDay;
    private final Proposals proposals;
    private final Cases cases;
    private final CaseEvents events;
    private final Clock clock;

    ReleaseOutcome(
            DecisionRegister decisions,
            AnswerDay answerDay,
            Proposals proposals,
            Cases cases,
            CaseEvents events,
            Clock clock) {
        this.decisions = decisions;
        this.answerDay = answerDay;
        this.proposals = proposals;
        this.cases = cases;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        release(CallId.of(execution.getProcessBusinessKey()), ProposalId.of((String)
                execution.getVariable("proposal")));
    }

    void release(CallId call, ProposalId proposal) {
        var decision = decisions.standing(call.value()).orElseThrow();
        var line = decision.line(proposal).orElseThrow();
        var key = new CaseKey(proposal.value());
        if (proposals.get(proposal).withdrawnAt().isPresent()) {
            return; // there is nobody left to be told
        }
        if (decision.release(proposal, clock.instant())) {
            decisions.save(decision);
            if (line.outcome().isYes()) {
                answerDay.begin(proposal);
            }
            events.record(
                    key, "outcomeReleased", Map.of("decision", decision.id().toString()));
        }
        if (cases.waitsFor(key, DECIDED)) {
            cases.tell(DECIDED, key, Map.of("outcome", line.outcome().name()));
        }
    }
}
