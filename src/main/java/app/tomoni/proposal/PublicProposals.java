package app.tomoni.proposal;

import app.tomoni.form.FormReading;
import app.tomoni.form.FormWords;
import java.util.Locale;
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
                .filter(proposal -> proposal.isSubmitted() && !proposal.isOver())
                .map(proposal -> proposals.latestRevision(id))
                .map(revision -> FormReading.ofPublic(drafts.form(revision), revision.typed(), words, locale));
    }

    /** The same in one text, to be looked through before it is published; empty where there is nothing. */
    @Transactional(readOnly = true)
    public String text(ProposalId id) {
        return of(id, Locale.JAPANESE).stream()
                .flatMap(reading -> texts.of(reading, Locale.JAPANESE).stream())
                .map(AnswerTexts.Written::text)
                .collect(Collectors.joining("\n"));
    }
}
