package app.tomoni.review;

import app.tomoni.proposal.ProposalId;

/** How many members of the panel have done what about a proposal; says nothing about a score. */
public record SheetProgress(ProposalId proposal, int pending, int scored, int recused, int abstained, int absent) {

    /** Who is asked for a sheet, as the case counts them: without those who are out of it because of a tie. */
    public int asked() {
        return pending + scored + abstained + absent;
    }

    public boolean complete() {
        return pending == 0;
    }
}
