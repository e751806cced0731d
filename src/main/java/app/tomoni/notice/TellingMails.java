package app.tomoni.notice;

import app.tomoni.decision.Results;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.Proposals;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Mails that only groups with one certain result get: until it is public, that there is one would tell the result. */
@Component
class TellingMails {

    /** All three go to runners-up. */
    static final List<String> TEMPLATES = List.of("offer-made", "offer-letter", "reserve-released");

    private final Results results;
    private final Proposals proposals;

    TellingMails(Results results, Proposals proposals) {
        this.results = results;
        this.proposals = proposals;
    }

    /** Those of these proposals whose results are not public yet. */
    Set<UUID> untold(Collection<UUID> cases) {
        if (cases.isEmpty()) {
            return Set.of();
        }
        var published = Set.copyOf(results.calls());
        return proposals.withIds(cases.stream().map(ProposalId::new).toList()).values().stream()
                .filter(proposal -> !published.contains(proposal.call()))
                .map(Proposal::id)
                .map(ProposalId::value)
                .collect(Collectors.toSet());
    }
}
