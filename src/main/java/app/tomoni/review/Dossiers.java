package app.tomoni.review;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.proposal.ProposalId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

    /** What reviewers may read of a proposal's papers; nothing for whoever may not, as if there were none. */
    public Optional<Paper> read(PersonId reviewer, ProposalId proposal) {
        return declarations.mayRead(reviewer, proposal)
                ? Optional.of(papers.of(proposal).forReviewers())
                : Optional.empty();
    }

    /** All papers of a call that the reviewer may read, by proposal. */
    public Map<ProposalId, Paper> read(PersonId reviewer, CallId call) {
        var open = declarations.list(reviewer, call).stream()
                .flatMap(list -> list.lines().stream())
                .filter(line -> line.confirmed() && line.answer() == Tie.NONE)
                .map(line -> line.listed().proposal())
                .toList();
        return papers.ofAll(open).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().forReviewers()));
    }

    /** What the panel is asked about, by number: enough for a list, nothing of the content. */
    public List<Listed> ofCall(CallId call) {
        return proposals.ofCall(call);
    }
}
