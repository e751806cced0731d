package app.tomoni.proposal.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.SignedIn;
import app.tomoni.form.Answers;
import app.tomoni.form.FormDefinition;
import app.tomoni.form.ui.FormViews;
import app.tomoni.process.CaseStatus;
import app.tomoni.process.Statuses;
import app.tomoni.proposal.Access;
import app.tomoni.proposal.Drafts;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.ProposalNavigation;
import app.tomoni.proposal.Proposals;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.ui.Card;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import java.util.Optional;

/** What was handed in last, or a draft as it is being written, to read. */
@Route("proposals/:proposal/content")
@ForOffices({Office.GROUP_REPRESENTATIVE, Office.GROUP_EDITOR, Office.GROUP_VIEWER, Office.SECRETARIAT, Office.AUDITOR})
@StyleSheet("context://tomoni/proposal.css")
class ContentView extends CasePage {

    private final Proposals proposals;
    private final Drafts drafts;
    private final FormViews forms;

    ContentView(
            Access access,
            SignedIn signedIn,
            CaseCards cards,
            Statuses statuses,
            Proposals proposals,
            Drafts drafts,
            FormViews forms) {
        super(Tab.CONTENT, access, signedIn, cards, statuses);
        this.proposals = proposals;
        this.drafts = drafts;
        this.forms = forms;
    }

    @Override
    protected void fill(Proposal proposal, Optional<CaseStatus> status) {
        if (proposal.isDraft()) {
            add(
                    new Paragraph(getTranslation("proposal.content.draft")),
                    read(proposal, drafts.form(proposal), drafts.answers(proposal)));
            return;
        }
        var latest = proposals.latestRevision(proposal.id());
        add(new Paragraph(getTranslation(
                "proposal.content.revision", latest.number(), JapaneseDates.full(latest.submittedAt(), getLocale()))));
        if (latest.number() > 1) {
            add(button(
                    ProposalNavigation.compare(proposal.id(), latest.number() - 1, latest.number()),
                    getTranslation("proposal.compare.previous"),
                    false));
        }
        add(read(proposal, drafts.form(latest), latest.typed()));
    }

    private Component read(Proposal proposal, FormDefinition form, Answers answers) {
        return new Card(
                forms.read(form, answers, field -> true, getLocale(), () -> access.mayRead(proposal.id(), person)));
    }
}
