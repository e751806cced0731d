package app.tomoni.proposal.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.SignedIn;
import app.tomoni.form.ui.KeptForm;
import app.tomoni.proposal.Access;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.ProposalNavigation;
import app.tomoni.proposal.WithdrawProposal;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PageHead;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
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
    private final Refusals refusals;
    private final Div said = new Div();

    WithdrawView(Access access, SignedIn signedIn, WithdrawProposal withdraw, NextSteps nextSteps, Refusals refusals) {
        super(access, signedIn);
        this.withdraw = withdraw;
        this.nextSteps = nextSteps;
        this.refusals = refusals;
    }

    @Override
    protected void show(Proposal proposal, RouteParameters parameters, BeforeEnterEvent event) {
        title(getTranslation("proposal.withdraw"));
        add(
                crumbs(proposal, proposal.title(), getTranslation("proposal.withdraw")),
                new PageHead(getTranslation("proposal.withdraw")),
                said);
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
        reason.setHelperText(getTranslation("proposal.withdraw.reason.help", WithdrawProposal.LONGEST_REASON));
        reason.setWidthFull();
        reason.setMinRows(3);
        var kept =
                new KeptForm("withdrawal:" + proposal.id(), person, (path, typed, basedOn) -> reason.setValue(typed));
        kept.keep(reason, "reason");
        kept.add(reason);
        add(new Card(
                getTranslation("proposal.withdraw.means"),
                means,
                kept,
                Buttons.primary(
                        getTranslation("proposal.withdraw.do"), click -> withdraw(proposal, reason.getValue()))));
    }

    private void withdraw(Proposal proposal, String reason) {
        said.removeAll();
        try {
            withdraw.withdraw(proposal.id(), reason, person);
            UI.getCurrent().navigate(ProposalNavigation.overview(proposal.id()));
        } catch (Refusal refusal) {
            said.add(refusals.note(refusal, getLocale()));
        }
    }
}
