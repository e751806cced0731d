package app.tomoni.review.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.SignedIn;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import java.util.Map;

/** Leads to the next sheet that is not handed in; to the reviewer's page when there is none. */
@Route(ReviewNavigation.REVIEWS + "/:call/next")
@ForOffices(Office.REVIEWER)
class NextSheetView extends Div implements BeforeEnterObserver {

    private final SignedIn signedIn;
    private final Rounds rounds;

    NextSheetView(SignedIn signedIn, Rounds rounds) {
        this.signedIn = signedIn;
        this.rounds = rounds;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var call = ReviewNavigation.call(event.getRouteParameters());
        var next = call.flatMap(known -> rounds.of(signedIn.person(), known).nextPending(null));
        if (call.isEmpty() || next.isEmpty()) {
            event.forwardTo(MyReviewsView.class);
            return;
        }
        event.forwardTo(
                ScoreView.class,
                new RouteParameters(Map.of(
                        "call", call.get().toString(), "proposal", next.get().toString())));
    }
}
