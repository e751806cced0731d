package app.tomoni.review;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.process.OpenTask;
import app.tomoni.proposal.ProposalId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Until when a reviewer's sheets are due. */
@Component
@Transactional(readOnly = true)
public class ReviewDue {

    private final SheetRepository sheets;
    private final Cases cases;

    ReviewDue(SheetRepository sheets, Cases cases) {
        this.sheets = sheets;
        this.cases = cases;
    }

    /** The date of the sheet that has waited longest in this call: the first to be due. */
    public Optional<Instant> of(PersonId reviewer, CallId call) {
        return sheets.ofReviewer(call.value(), reviewer.value()).stream()
                .filter(sheet -> sheet.participation() == Participation.PENDING)
                .min(Comparator.comparing(ScoreSheet::openedAt))
                .flatMap(sheet -> of(reviewer, sheet.proposal()));
    }

    /** The date of one sheet, as long as it waits. */
    public Optional<Instant> of(PersonId reviewer, ProposalId proposal) {
        return cases.taskFor(reviewer, new CaseKey(proposal.value()), "scoreProposal")
                .map(OpenTask::dueAt);
    }
}
