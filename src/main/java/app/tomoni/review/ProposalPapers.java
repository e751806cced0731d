package app.tomoni.review;

import app.tomoni.proposal.Drafts;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.Proposals;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The papers of a proposal as handed in last, with the form they were written in; asks nobody whether they may be read. */
@Component
@Transactional(readOnly = true)
class ProposalPapers {

    private final Proposals proposals;
    private final Drafts drafts;

    ProposalPapers(Proposals proposals, Drafts drafts) {
        this.proposals = proposals;
        this.drafts = drafts;
    }

    Paper of(ProposalId proposal) {
        var revision = proposals.latestRevision(proposal);
        return new Paper(drafts.form(revision), revision.typed(), revision.formRelease());
    }
}
