package app.tomoni.review;

import app.tomoni.account.PersonId;
import app.tomoni.proposal.ProposalId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one way for a reviewer to what a group handed in; closed before the declaration, and by a tie. */
@Component
@Transactional(readOnly = true)
public class Dossiers {

    private final Declarations declarations;
    private final ReviewedProposals proposals;
    private final ProposalPapers papers;

    Dossiers(Declarations declarations, ReviewedProposals proposals, ProposalPapers papers) {
        this.declarations = declarations;
        this.proposals = proposals;
        this.papers = papers;
    }

    /** The papers of a proposal; nothing for whoever may not read them, as if there were none. */
    public Optional<Paper> read(PersonId reviewer, ProposalId proposal) {
        return declarations.mayRead(reviewer, proposal) ? Optional.of(papers.of(proposal)) : Optional.empty();
    }

    /** What may be known of a proposal before declaring, for the panel and the secretariat. */
    public Optional<Listed> listed(ProposalId proposal) {
        return proposals.find(proposal);
    }
}
