package app.tomoni.decision.selection;

import app.tomoni.account.PersonId;
import app.tomoni.process.Cases;
import app.tomoni.process.TaskId;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.Proposals;
import app.tomoni.shared.Graphemes;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The group accepts the city's yes, or declines it. */
@Component
@Transactional
public class AnswerResult {

    static final String TASK = "answerResult";
    static final int REASON_LENGTH = 400;

    private final Cases cases;
    private final Proposals proposals;
    private final Answers answers;
    private final Clock clock;

    AnswerResult(Cases cases, Proposals proposals, Answers answers, Clock clock) {
        this.cases = cases;
        this.proposals = proposals;
        this.answers = answers;
        this.clock = clock;
    }

    public void answer(TaskId id, Answer.Kind kind, String reason, PersonId by) {
        var task = RecommendProjects.task(cases, id, TASK, by);
        var length = Graphemes.count(reason.strip());
        if (length > REASON_LENGTH) {
            throw new Refusal("decision.text.long", REASON_LENGTH, length);
        }
        var proposal = new ProposalId(task.caseKey().value());
        if (answers.findById(proposal.value()).isPresent()) {
            throw new Refusal("decision.answer.given");
        }
        var call = proposals.get(proposal).call();
        answers.save(Answer.of(proposal, call, kind, reason, by, clock.instant()));
        cases.complete(id, by, Map.of("answer", kind.name()));
    }
}
