package app.tomoni.decision.selection;

import app.tomoni.call.CallId;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.Proposals;
import app.tomoni.shared.Translations;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Before the recommendation is handed over, a withdrawal makes the ranking anew; afterwards the ranks keep their numbers.
 * With the last one before a decision is approved, the selection is over. What has been written to the group and has not
 * left is not sent any more.
 */
@Component
class Withdrawals {

    private static final String ALL_WITHDRAWN = "AllProposalsWithdrawn";

    private final Proposals proposals;
    private final OpenRankings rankings;
    private final Stages stages;
    private final Materials materials;
    private final DecisionRegister decisions;
    private final LetterRegister letters;
    private final ExceptionRequests exceptions;
    private final Cases cases;
    private final Translations words;
    private final Clock clock;

    Withdrawals(
            Proposals proposals,
            OpenRankings rankings,
            Stages stages,
            Materials materials,
            DecisionRegister decisions,
            LetterRegister letters,
            ExceptionRequests exceptions,
            Cases cases,
            Translations words,
            Clock clock) {
        this.proposals = proposals;
        this.rankings = rankings;
        this.stages = stages;
        this.materials = materials;
        this.decisions = decisions;
        this.letters = letters;
        this.exceptions = exceptions;
        this.cases = cases;
        this.words = words;
        this.clock = clock;
    }

    @Transactional
    public void take(ProposalId id) {
        proposals
                .find(id)
                .filter(proposal -> proposal.withdrawnAt().isPresent())
                .map(Proposal::call)
                .ifPresent(call -> {
                    cancelLetters(id);
                    rankings.of(call).filter(open -> open.line(id).isPresent()).ifPresent(open -> {
                        open.drop(id);
                        rankings.makeAnew(open, Evaluation.Occasion.WITHDRAWAL);
                    });
                    stages.locked(call.value())
                            .filter(stage -> stage.closedAt().isPresent()
                                    && stage.endedAt().isEmpty())
                            .filter(stage -> decisions.standing(call.value()).isEmpty()
                                    && materials.of(call).takingPart().isEmpty())
                            .ifPresent(stage -> end(stage, call));
                });
    }

    private void cancelLetters(ProposalId id) {
        letters.ofProposal(id.value()).stream()
                .filter(letter -> letter.queuedAt().isEmpty())
                .forEach(letter -> {
                    letter.cancel(clock.instant());
                    letters.save(letter);
                });
    }

    private void end(Stage stage, CallId call) {
        stage.allWithdrawn(clock.instant());
        stages.save(stage);
        exceptions.settle(call);
        var selection = new CaseKey(call.value());
        if (cases.waitsFor(selection, ALL_WITHDRAWN)) {
            cases.tell(ALL_WITHDRAWN, selection, Map.of());
        } else { // the drawing that this case follows has no such way
            cases.end(
                    selection,
                    words.getTranslation("decision.selections.ended." + Stage.End.ALL_WITHDRAWN, Locale.JAPANESE));
        }
    }
}
