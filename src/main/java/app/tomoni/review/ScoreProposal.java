package app.tomoni.review;

import app.tomoni.account.PersonId;
import app.tomoni.process.OpenTask;
import app.tomoni.process.TaskCompletion;
import app.tomoni.proposal.ProposalId;
import app.tomoni.shared.Refusal;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Lets a scorer's task end only once the sheet is handed in or declined; the sheet itself stays with its owner. */
@Component
class ScoreProposal implements TaskCompletion {

    private final SheetRepository sheets;

    ScoreProposal(SheetRepository sheets) {
        this.sheets = sheets;
    }

    @Override
    public Map<String, Object> complete(OpenTask task, PersonId by, Map<String, Object> answers) {
        var participation = sheets.of(new ProposalId(task.caseKey().value()).value(), by.value())
                .map(ScoreSheet::participation)
                .orElse(Participation.PENDING);
        if (participation != Participation.SCORED && participation != Participation.ABSTAINED) {
            throw new Refusal("review.sheet.notSubmitted");
        }
        return Map.of();
    }
}
