package app.tomoni.proposal;

import java.time.Instant;
import java.util.List;

/**
 * What the city gives a group in return for a submission.
 *
 * @param sha256 of the exact bytes that were handed in
 */
public record Receipt(
        ProposalId proposal,
        String number,
        String title,
        int revision,
        Instant submittedAt,
        String sha256,
        List<Revision.AttachedFile> files) {

    static Receipt of(Proposal proposal, Revision revision) {
        return new Receipt(
                proposal.id(),
                proposal.number().orElseThrow(),
                proposal.title(),
                revision.number(),
                revision.submittedAt(),
                revision.sha256(),
                revision.files());
    }
}
