package app.tomoni.review;

import app.tomoni.proposal.Drafts;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.Proposals;
import app.tomoni.proposal.Revision;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
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
        return paper(proposals.latestRevision(proposal));
    }

    /** The papers of many in one look-up. */
    Map<ProposalId, Paper> ofAll(Collection<ProposalId> all) {
        return proposals.latestRevisions(all).stream().collect(Collectors.toMap(Revision::proposal, this::paper));
    }

    /** What was handed in at that moment. */
    Paper paper(Revision revision) {
        return new Paper(drafts.form(revision), revision.typed(), revision.formRelease());
    }
}
