package app.tomoni.review;

import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.PersonId;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.proposal.ProposalId;
import app.tomoni.shared.Refusal;
import java.util.HashSet;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets the secretariat go on with a proposal when sheets are missing, saying why for each. */
@Component
@Transactional
public class StageClosing {

    private static final String MESSAGE = "StageClosed";

    private final ScoreSheets sheets;
    private final Cases cases;
    private final CaseEvents events;
    private final Offices offices;

    StageClosing(ScoreSheets sheets, Cases cases, CaseEvents events, Offices offices) {
        this.sheets = sheets;
        this.cases = cases;
        this.events = events;
        this.offices = offices;
    }

    /**
     * Why a sheet is missing.
     *
     * @param as {@link Participation#ABSENT} or {@link Participation#ABSTAINED}
     */
    public record Missing(Participation as, String reason) {}

    /** @throws Refusal unless there is a reason for each missing sheet, and for no other */
    public void close(ProposalId proposal, Map<PersonId, Missing> missing, PersonId by) {
        if (!offices.holds(by, Office.SECRETARIAT, null)) {
            throw new Refusal("review.absent");
        }
        var key = new CaseKey(proposal.value());
        var pending = new HashSet<>(sheets.pending(proposal));
        if (pending.isEmpty() || !cases.waitsFor(key, MESSAGE)) {
            throw new Refusal("review.closing.over");
        }
        if (!missing.keySet().equals(pending)) {
            throw new Refusal("review.closing.changed");
        }
        missing.forEach((reviewer, why) -> sheets.excuse(by, proposal, reviewer, why.as(), why.reason()));
        events.record(key, "stageClosedByHand", Map.of("missing", missing.size()));
        cases.tell(MESSAGE, key, Map.of());
    }
}
