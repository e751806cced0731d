package app.tomoni.proposal.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.SignedIn;
import app.tomoni.proposal.Access;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.ProposalNavigation;
import app.tomoni.proposal.WithdrawProposal;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PageHead;
import app.tomoni.shared.ui.ShortForm;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;

/** Says what withdrawing a proposal means, and does it. */
@Route("proposals/:proposal/withdraw")
@ForOffices({Office.GROUP_REPRESENTATIVE, Office.GROUP_EDITOR, Office.GROUP_VIEWER})
@StyleSheet("context://tomoni/proposal.css")
class WithdrawView extends ProposalPage {

    private final WithdrawProposal withdraw;
    private final NextSteps nextSteps;

    WithdrawView(Access access, SignedIn signedIn, WithdrawProposal withdraw, NextSteps nextSteps) {
        super(access, signedIn);
        this.withdraw = withdraw;
        this.nextSteps = nextSteps;
    }

    @Override
    protected void show(Proposal proposal, RouteParameters parameters, BeforeEnterEvent event) {
        title(getTranslation("proposal.withdraw"));
        add(
                crumbs(proposal, proposal.title(), getTranslation("proposal.withdraw")),
                new PageHead(getTranslation("proposal.withdraw")));
        if (proposal.isDraft()) {
            add(new Note(Note.Kind.INFO, getTranslation("proposal.refusal.notSubmitted")));
        } else if (proposal.isOver()) {
            add(new Note(Note.Kind.INFO, getTranslation("proposal.refusal.over")));
        } else if (nextSteps.result(proposal).isPresent()) {
            add(new Note(Note.Kind.INFO, getTranslation("proposal.refusal.decided")));
        } else if (!access.mayHandIn(proposal, person)) {
            add(new Note(Note.Kind.INFO, getTranslation("proposal.refusal.representativeOnly")));
        } else {
            offer(proposal);
        }
        add(button(ProposalNavigation.overview(proposal.id()), getTranslation("proposal.back"), false));
    }

    private void offer(Proposal proposal) {
        var means = new UnorderedList(
                new ListItem(getTranslation("proposal.withdraw.means.final")),
                new ListItem(getTranslation("proposal.withdraw.means.record")),
                new ListItem(getTranslation("proposal.withdraw.means.next")));
        means.addClassName("bulleted");
        var reason = new TextArea(getTranslation("proposal.withdraw.reason"));
        reason.setWidthFull();
        reason.setMinRows(3);
        reason.setId("reason");
        var form = new ShortForm("withdrawal:" + proposal.id(), person.value());
        form.add(
                form.counted(reason, WithdrawProposal.LONGEST_REASON),
                Buttons.primary(getTranslation("proposal.withdraw.do"), click -> {
                    if (form.send(() -> withdraw.withdraw(proposal.id(), reason.getValue(), person))) {
                        UI.getCurrent().navigate(ProposalNavigation.overview(proposal.id()));
                    }
                }));
        add(new Card(getTranslation("proposal.withdraw.means"), means, form));
    }
}
