package app.tomoni.proposal;

import app.tomoni.form.FormReading;
import app.tomoni.form.FormWords;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
    private final AnswerTexts texts;

    PublicProposals(Proposals proposals, Drafts drafts, FormWords words, AnswerTexts texts) {
        this.proposals = proposals;
        this.drafts = drafts;
        this.words = words;
        this.texts = texts;
    }

    /** What was handed in last, which is what was decided about; nothing of a proposal that has left our hands. */
    @Transactional(readOnly = true)
    public Optional<FormReading> of(ProposalId id, Locale locale) {
        return proposals
                .find(id)
                .filter(PublicProposals::isReadable)
                .map(proposal -> proposals.latestRevision(id))
                .map(revision -> reading(revision, locale));
    }

    /** The same of many as plain text, to be looked through before it is published. */
    @Transactional(readOnly = true)
    public Map<ProposalId, List<AnswerTexts.Written>> written(Collection<ProposalId> ids, Locale locale) {
        var known = proposals.withIds(ids);
        var readable = known.values().stream()
                .filter(PublicProposals::isReadable)
                .map(Proposal::id)
                .toList();
        return proposals.latestRevisions(readable).stream()
                .collect(Collectors.toMap(Revision::proposal, revision -> texts.of(reading(revision, locale), locale)));
    }

    private static boolean isReadable(Proposal proposal) {
        return proposal.isSubmitted() && !proposal.isOver();
    }

    private FormReading reading(Revision revision, Locale locale) {
        return FormReading.ofPublic(drafts.form(revision), revision.typed(), words, locale);
    }
}
