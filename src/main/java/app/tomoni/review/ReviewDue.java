package app.tomoni.review;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.call.Deadline;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.process.DueDates;
import app.tomoni.process.OpenTask;
import app.tomoni.proposal.ProposalId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Until when sheets are due; up to then also those that are handed in may be changed. */
@Component
@Transactional(readOnly = true)
public class ReviewDue {

    private static final Set<Participation> OPEN =
            Set.of(Participation.PENDING, Participation.SCORED, Participation.ABSTAINED);

    private final SheetRepository sheets;
    private final Cases cases;
    private final DueDates dates;

    ReviewDue(SheetRepository sheets, Cases cases, DueDates dates) {
        this.sheets = sheets;
        this.cases = cases;
        this.dates = dates;
    }

    /** The date of the sheet in this call that is the first to be due: of those that wait, or where none does, of all. */
    public Optional<Instant> of(PersonId reviewer, CallId call) {
        return sheets.ofReviewer(call.value(), reviewer.value()).stream()
                .filter(sheet -> OPEN.contains(sheet.participation()))
                .min(Comparator.comparing((ScoreSheet sheet) -> sheet.participation() != Participation.PENDING)
                        .thenComparing(ScoreSheet::openedAt))
                .flatMap(this::of);
    }

    public Optional<Instant> of(PersonId reviewer, ProposalId proposal) {
        return sheets.of(proposal.value(), reviewer.value())
                .filter(sheet -> !sheet.rests() && OPEN.contains(sheet.participation()))
                .flatMap(this::of);
    }

    private Optional<Instant> of(ScoreSheet sheet) {
        return cases.taskFor(sheet.reviewer(), new CaseKey(sheet.proposal().value()), "scoreProposal")
                .map(OpenTask::dueAt)
                .or(() -> counted(sheet.proposal(), sheet.openedAt()));
    }

    /** Until when the panel scores a proposal; as long as it has no sheets, as if they were opened in time. */
    Optional<Instant> of(ProposalId proposal) {
        return counted(
                proposal,
                sheets.ofProposal(proposal.value()).stream()
                        .map(ScoreSheet::openedAt)
                        .min(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH));
    }

    private Optional<Instant> counted(ProposalId proposal, Instant from) {
        return Optional.ofNullable(dates.due(new CaseKey(proposal.value()), Deadline.REVIEW.key(), from));
    }
}
