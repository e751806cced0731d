package app.tomoni.proposal.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.SignedIn;
import app.tomoni.proposal.Access;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.ProposalNavigation;
import app.tomoni.proposal.RecallProposal;
import app.tomoni.proposal.TermsOfCalls;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PageHead;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;

/** Says what taking a proposal back means, and does it. */
@Route("proposals/:proposal/recall")
@ForOffices({Office.GROUP_REPRESENTATIVE, Office.GROUP_EDITOR, Office.GROUP_VIEWER})
@StyleSheet("context://tomoni/proposal.css")
class RecallView extends ProposalPage {

    private final RecallProposal recall;
    private final TermsOfCalls terms;
    private final Arrivals arrivals;
    private final Translations translations;
    private final Div said = new Div();

    RecallView(
            Access access,
            SignedIn signedIn,
            RecallProposal recall,
            TermsOfCalls terms,
            Arrivals arrivals,
            Translations translations) {
        super(access, signedIn);
        this.recall = recall;
        this.terms = terms;
        this.arrivals = arrivals;
        this.translations = translations;
    }

    @Override
    protected void show(Proposal proposal, RouteParameters parameters, BeforeEnterEvent event) {
        title(getTranslation("proposal.recall"));
        if (proposal.isDraft()) {
            event.forwardTo(ProposalNavigation.write(proposal.id()));
            return;
        }
        var asked = terms.of(proposal);
        var until = JapaneseDates.brief(asked.closesAt(), getLocale());
        add(
                crumbs(proposal, proposal.title(), getTranslation("proposal.recall")),
                new PageHead(getTranslation("proposal.recall")),
                said);
        if (proposal.isOver()) {
            add(new Note(Note.Kind.INFO, getTranslation("proposal.refusal.over")));
        } else if (!asked.accept(arrivals.ofThisRequest())) {
            add(new Note(Note.Kind.INFO, getTranslation("proposal.refusal.recallLate", until)));
        } else if (!access.mayHandIn(proposal, person)) {
            add(new Note(Note.Kind.INFO, getTranslation("proposal.refusal.representativeOnly")));
        } else {
            var means = new UnorderedList(
                    new ListItem(getTranslation(
                            proposal.acceptedAt().isPresent()
                                    ? "proposal.recall.means.review"
                                    : "proposal.recall.means.check")),
                    new ListItem(getTranslation("proposal.recall.means.draft")),
                    new ListItem(getTranslation("proposal.recall.means.again", until)),
                    new ListItem(getTranslation(
                            "proposal.recall.means.number", proposal.number().orElse(""))));
            means.addClassName("bulleted");
            add(new Card(
                    getTranslation("proposal.recall.means"),
                    means,
                    Buttons.primary(getTranslation("proposal.recall.do"), click -> recall(proposal))));
        }
        add(button(ProposalNavigation.overview(proposal.id()), getTranslation("proposal.back"), false));
    }

    private void recall(Proposal proposal) {
        said.removeAll();
        try {
            recall.recall(proposal.id(), person, arrivals.ofThisRequest());
            UI.getCurrent().navigate(ProposalNavigation.write(proposal.id()));
        } catch (Refusal refusal) {
            said.add(new Note(Note.Kind.ERROR, translations.of(refusal, getLocale())));
        }
    }
}
