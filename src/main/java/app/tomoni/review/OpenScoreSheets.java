package app.tomoni.review;

import app.tomoni.process.RepeatedIds;
import app.tomoni.proposal.ProposalId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Opens a score sheet for each member of the panel who has no tie to the group; anew for all, when the group had taken
 * the proposal back.
 */
@Component
class OpenScoreSheets implements JavaDelegate {

    private final ReviewedProposals proposals;
    private final Declarations declarations;
    private final ScoreSheets sheets;

    OpenScoreSheets(ReviewedProposals proposals, Declarations declarations, ScoreSheets sheets) {
        this.proposals = proposals;
        this.declarations = declarations;
        this.sheets = sheets;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var proposal = ProposalId.of(execution.getProcessBusinessKey());
        var call = proposals.get(proposal).call();
        sheets.holdPanel(call);
        var scorers = declarations.untiedTo(proposal, call);
        sheets.reopen(proposal, scorers);
        sheets.open(call, proposal, scorers, declarations.tiedTo(proposal, call));
        execution.setVariable("scorers", RepeatedIds.variable(scorers));
    }
}
