package app.tomoni.review.ui;

import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;

/** On a narrow screen one pane at a time; both keep their place. */
class PaneSwitch extends Div {

    private final HasStyle page;
    private final NativeButton proposal;
    private final NativeButton scores;

    PaneSwitch(HasStyle page) {
        this.page = page;
        proposal = new NativeButton(getTranslation("review.pane.proposal"), click -> showProposal());
        scores = new NativeButton(getTranslation("review.pane.scores"), click -> showScores());
        add(proposal, scores);
        addClassName("review-panes");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("review.pane"));
        showProposal();
    }

    void showProposal() {
        show(true);
    }

    void showScores() {
        show(false);
    }

    void goToProposal() {
        showProposal();
        focus(".review-doc");
    }

    void goToScores() {
        showScores();
        focus(".review-scores");
    }

    private void focus(String pane) {
        page.getElement().executeJs("this.querySelector($0).focus()", pane);
    }

    private void show(boolean left) {
        page.setClassName("show-proposal", left);
        page.setClassName("show-scores", !left);
        proposal.getElement().setAttribute("aria-pressed", String.valueOf(left));
        scores.getElement().setAttribute("aria-pressed", String.valueOf(!left));
    }
}
