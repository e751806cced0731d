package app.tomoni.proposal;

import app.tomoni.form.FormReading;
import app.tomoni.form.FormWords;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What everybody may read of a proposal: the fields that the form marks as public. Whether the city has adopted it and
 * has said so is for the caller to know.
 */
@Component
public class PublicProposals {

    private final Proposals proposals;
    private final Drafts drafts;
    private final FormWords words;

    PublicProposals(Proposals proposals, Drafts drafts, FormWords words) {
        this.proposals = proposals;
        this.drafts = drafts;
        this.words = words;
    }

    /** What was handed in last, which is what was decided about; nothing of a proposal that has left our hands. */
    @Transactional(readOnly = true)
    public Optional<FormReading> of(ProposalId id, Locale locale) {
        return proposals
                .find(id)
                .filter(proposal -> proposal.isSubmitted() && !proposal.isOver())
                .map(proposal -> proposals.latestRevision(id))
                .map(revision -> FormReading.ofPublic(drafts.form(revision), revision.typed(), words, locale));
    }
}
