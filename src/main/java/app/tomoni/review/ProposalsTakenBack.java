package app.tomoni.review;

import app.tomoni.proposal.ProposalRecalled;
import app.tomoni.proposal.ProposalSubmitted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps from the panel what a group has taken back: from the recall until the check of what is handed in anew, which
 * opens the sheets again.
 */
@Component
class ProposalsTakenBack {

    private final ScoreSheets sheets;
    private final Declarations declarations;

    ProposalsTakenBack(ScoreSheets sheets, Declarations declarations) {
        this.sheets = sheets;
        this.declarations = declarations;
    }

    @EventListener
    void on(ProposalRecalled event) {
        sheets.rest(event.proposal());
    }

    @EventListener
    void on(ProposalSubmitted event) {
        declarations.handedInAnew(event.proposal(), event.call());
    }
}
