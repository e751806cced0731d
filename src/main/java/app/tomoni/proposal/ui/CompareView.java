package app.tomoni.proposal.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.SignedIn;
import app.tomoni.proposal.Access;
import app.tomoni.proposal.AnswerTexts;
import app.tomoni.proposal.Drafts;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.ProposalNavigation;
import app.tomoni.proposal.Proposals;
import app.tomoni.proposal.Revision;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.DiffText;
import app.tomoni.shared.ui.EmptyState;
import app.tomoni.shared.ui.PageHead;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import java.util.List;
import java.util.Optional;

/** Two revisions in one text, with what changed between them. */
@Route("proposals/:proposal/compare/:before/:after")
@ForOffices({Office.GROUP_REPRESENTATIVE, Office.GROUP_EDITOR, Office.GROUP_VIEWER, Office.SECRETARIAT, Office.AUDITOR})
@StyleSheet("context://tomoni/proposal.css")
class CompareView extends ProposalPage {

    private final Proposals proposals;
    private final Drafts drafts;
    private final AnswerTexts texts;

    CompareView(Access access, SignedIn signedIn, Proposals proposals, Drafts drafts, AnswerTexts texts) {
        super(access, signedIn);
        this.proposals = proposals;
        this.drafts = drafts;
        this.texts = texts;
    }

    @Override
    protected Optional<Proposal> find(ProposalId id) {
        return access.asMember(id, person).or(() -> access.asStaff(id, person));
    }

    @Override
    protected void show(Proposal proposal, RouteParameters parameters, BeforeEnterEvent event) {
        var all = proposals.revisions(proposal.id());
        var before = revision(all, parameters, "before");
        var after = revision(all, parameters, "after");
        if (before.isEmpty() || after.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        title(getTranslation("proposal.compare"));
        add(
                crumbs(proposal, proposal.title(), getTranslation("proposal.compare")),
                new PageHead(getTranslation("proposal.compare")),
                new Paragraph(getTranslation(
                        "proposal.compare.what",
                        before.get().number(),
                        JapaneseDates.full(before.get().submittedAt(), getLocale()),
                        after.get().number(),
                        JapaneseDates.full(after.get().submittedAt(), getLocale()))),
                DiffText.legend(this));
        changes(before.get(), after.get());
        add(button(ProposalNavigation.history(proposal.id()), getTranslation("proposal.back"), false));
    }

    private void changes(Revision before, Revision after) {
        var changed = texts.changes(written(before), written(after));
        if (changed.isEmpty()) {
            add(new EmptyState(getTranslation("proposal.compare.none"), getTranslation("proposal.compare.none.why")));
            return;
        }
        var card = new Card(getTranslation("proposal.compare.changed", changed.size()));
        changed.forEach(change -> card.add(new H3(change.label()), new DiffText(change.before(), change.after())));
        add(card);
    }

    private List<AnswerTexts.Written> written(Revision revision) {
        return texts.of(drafts.form(revision), revision.typed(), getLocale());
    }

    private static Optional<Revision> revision(List<Revision> all, RouteParameters parameters, String name) {
        return parameters
                .get(name)
                .flatMap(number -> all.stream()
                        .filter(revision -> Integer.toString(revision.number()).equals(number))
                        .findFirst());
    }
}
