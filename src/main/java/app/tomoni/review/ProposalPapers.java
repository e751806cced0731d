package app.tomoni.review;

import app.tomoni.form.Answers;
import app.tomoni.form.Forms;
import app.tomoni.proposal.Drafts;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.Proposals;
import app.tomoni.proposal.Revision;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The papers of a proposal as handed in last, with the form they were written in; asks nobody whether they may be read. */
@Component
@Transactional(readOnly = true)
class ProposalPapers {

    private final Proposals proposals;
    private final Forms forms;

    ProposalPapers(Proposals proposals, Forms forms) {
        this.proposals = proposals;
        this.forms = forms;
    }

    Paper of(ProposalId proposal) {
        var revision = proposals.latestRevision(proposal);
        return new Paper(forms.of(Drafts.FORM, release(revision)), new Answers(revision.answers()), revision);
    }

    private static @Nullable String release(Revision revision) {
        return revision.formRelease().isEmpty() ? null : revision.formRelease();
    }
}
