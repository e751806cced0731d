package app.tomoni.decision.selection;

import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.PersonId;
import app.tomoni.process.Cases;
import app.tomoni.process.TaskId;
import app.tomoni.proposal.ProposalId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The drafts of the letters (通知案), on which the approver decides together with the decision: in the words of the letters
 * that will be written, by what is typed so far. They are made when they are asked for, and kept nowhere.
 */
@Component
public class LetterDrafts {

    private static final Set<String> TASKS = Set.of(DraftDecision.TASK, ApproveDecision.TASK);

    private final Cases cases;
    private final DecisionRegister decisions;
    private final Materials materials;
    private final LettersToWrite toWrite;
    private final LetterWriting writing;
    private final ReserveDecisions reserves;
    private final Offices offices;

    LetterDrafts(
            Cases cases,
            DecisionRegister decisions,
            Materials materials,
            LettersToWrite toWrite,
            LetterWriting writing,
            ReserveDecisions reserves,
            Offices offices) {
        this.cases = cases;
        this.decisions = decisions;
        this.materials = materials;
        this.toWrite = toWrite;
        this.writing = writing;
        this.reserves = reserves;
        this.offices = offices;
    }

    /**
     * As A4 PDF; none, whatever the reason, for whoever may not do this task now, and for a group that gets no such letter.
     *
     * @param task in which the decision is drafted or approved
     * @param kind the result, or the offer to a runner-up that follows it at once
     */
    public Optional<byte[]> pdf(TaskId task, ProposalId proposal, Letter.Kind kind, PersonId reader) {
        return cases.task(task, reader)
                .filter(open -> TASKS.contains(open.kind()))
                .flatMap(open -> decisions.findFirstByCallIdOrderByAttemptDesc(
                        open.caseKey().value()))
                .flatMap(decision -> pdf(decision, proposal, kind));
    }

    /** The same of the offer that a second decision would make; none once it has been approved or returned. */
    public Optional<byte[]> offer(UUID reserveDecision, PersonId reader) {
        if (!offices.holds(reader, Office.SECRETARIAT, null) && !offices.holds(reader, Office.APPROVER, null)) {
            return Optional.empty();
        }
        return reserves.findById(reserveDecision)
                .filter(ReserveDecision::isPending)
                .flatMap(draft -> decisions
                        .standing(draft.call().value())
                        .map(decision -> draft(
                                materials.of(draft.call()),
                                decision,
                                draft.proposal(),
                                LettersToWrite.offer(draft.proposal(), draft.amount(), decision, true))));
    }

    private byte[] draft(Material material, Decision decision, ProposalId proposal, LetterWriting.Content content) {
        return writing.draft(material.terms(), material.entrant(proposal).orElseThrow(), decision, content);
    }

    private Optional<byte[]> pdf(Decision decision, ProposalId proposal, Letter.Kind kind) {
        var material = materials.of(decision.call());
        var all = kind == Letter.Kind.OFFER ? toWrite.offers(decision, material) : toWrite.results(decision, material);
        return all.stream()
                .filter(letter -> letter.entrant().proposal().equals(proposal))
                .findFirst()
                .map(letter -> draft(material, decision, proposal, letter.content()));
    }
}
