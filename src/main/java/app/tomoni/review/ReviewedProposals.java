package app.tomoni.review;

import app.tomoni.call.CallId;
import app.tomoni.organisation.Organisation;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.organisation.Organisations;
import app.tomoni.organisation.ProfileAnswer;
import app.tomoni.organisation.ProfileField;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.Proposals;
import app.tomoni.shared.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The proposals that the panel is asked about: handed in, and not over. */
@Component
@Transactional(readOnly = true)
class ReviewedProposals {

    private final Proposals proposals;
    private final Organisations organisations;

    ReviewedProposals(Proposals proposals, Organisations organisations) {
        this.proposals = proposals;
        this.organisations = organisations;
    }

    /** By number. */
    List<Listed> ofCall(CallId call) {
        return listed(proposals.ofCall(call).stream()
                .filter(ReviewedProposals::isReviewed)
                .toList());
    }

    /** Of whatever call. */
    List<Listed> ofGroup(OrganisationId group) {
        return listed(proposals.ofOrganisation(group).stream()
                .filter(ReviewedProposals::isReviewed)
                .toList());
    }

    Optional<Listed> find(ProposalId id) {
        return proposals
                .find(id)
                .filter(ReviewedProposals::isReviewed)
                .map(proposal -> listed(List.of(proposal)).getFirst());
    }

    /** @throws Refusal when there is none, or it is over */
    Listed get(ProposalId id) {
        return find(id).orElseThrow(() -> new Refusal("review.absent"));
    }

    private static boolean isReviewed(Proposal proposal) {
        return proposal.isSubmitted() && !proposal.isOver();
    }

    private List<Listed> listed(Collection<Proposal> some) {
        Map<UUID, Organisation> groups =
                organisations
                        .findByIdIn(some.stream()
                                .map(proposal -> proposal.organisation().value())
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(group -> group.id().value(), Function.identity()));
        return some.stream()
                .map(proposal -> listed(
                        proposal,
                        Optional.ofNullable(groups.get(proposal.organisation().value()))))
                .toList();
    }

    private static Listed listed(Proposal proposal, Optional<Organisation> group) {
        return new Listed(
                proposal.id(),
                proposal.call(),
                proposal.organisation(),
                proposal.number().orElse(""),
                proposal.title(),
                group.map(Organisation::name).orElse(""),
                group.flatMap(known -> known.answer(ProfileField.REPRESENTATIVE_NAME))
                        .map(ProfileAnswer::value)
                        .orElse(""),
                proposal.partners());
    }
}
