package app.tomoni.review.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;

/** On a narrow screen one pane at a time, which the page scrolls; a reader who comes back to one is where they were. */
class PaneSwitch extends Div {

    /** Where each pane was left; the first time it begins below the switch, which stays in view. */
    private static final String PLACES = """
            const page = this, known = page.places;
            page.places = {};
            if (known) return;
            const listen = () => {
              if (!page.isConnected) {
                window.removeEventListener('scroll', listen);
              } else {
                page.places[page.classList.contains('show-proposal')] = window.scrollY;
              }
            };
            window.addEventListener('scroll', listen, {passive: true});""";

    private static final String BACK = """
            if (!matchMedia('(max-width: 900px)').matches) return;
            const split = this.querySelector('.review-split'), head = this.querySelector('.review-panes');
            if (!split || !head) return;
            const below = split.getBoundingClientRect().top + window.scrollY - head.offsetHeight;
            const first = Math.max(0, Math.min(window.scrollY, below));
            window.scrollTo(0, this.places?.[$0] ?? first);""";

    private final HasStyle page;
    private final NativeButton proposal;
    private final NativeButton scores;
    private boolean leftShown = true;

    PaneSwitch(HasStyle page) {
        this.page = page;
        proposal = new NativeButton(getTranslation("review.pane.proposal"), click -> showProposal());
        scores = new NativeButton(getTranslation("review.pane.scores"), click -> showScores());
        add(proposal, scores);
        addClassName("review-panes");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("review.pane"));
        show(true);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        page.getElement().executeJs(PLACES);
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
        if (left != leftShown) {
            leftShown = left;
            page.getElement().executeJs(BACK, left);
        }
        page.setClassName("show-proposal", left);
        page.setClassName("show-scores", !left);
        proposal.getElement().setAttribute("aria-pressed", String.valueOf(left));
        scores.getElement().setAttribute("aria-pressed", String.valueOf(!left));
    }
}
