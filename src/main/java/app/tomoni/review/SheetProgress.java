package app.tomoni.review;

import app.tomoni.proposal.ProposalId;

/** How many members of the panel have done what about a proposal; says nothing about a score. */
public record SheetProgress(ProposalId proposal, int pending, int scored, int recused, int abstained, int absent) {

    public int panel() {
        return pending + scored + recused + abstained + absent;
    }

    public boolean complete() {
        return pending == 0;
    }
}
