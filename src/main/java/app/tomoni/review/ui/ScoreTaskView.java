package app.tomoni.review.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.SignedIn;
import app.tomoni.process.Cases;
import app.tomoni.process.TaskId;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import java.util.Map;
import java.util.Objects;

/** Leads from a task in the inbox to the sheet it is about. */
@Route("tasks/scoreProposal/:task")
@ForOffices(Office.REVIEWER)
class ScoreTaskView extends Div implements BeforeEnterObserver {

    private final SignedIn signedIn;
    private final Cases cases;

    ScoreTaskView(SignedIn signedIn, Cases cases) {
        this.signedIn = signedIn;
        this.cases = cases;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var task = event.getRouteParameters()
                .get("task")
                .flatMap(id -> cases.task(new TaskId(id), signedIn.person()))
                .filter(open -> open.kind().equals("scoreProposal"));
        if (task.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        var call = Objects.requireNonNull(task.get().scopes().call());
        event.forwardTo(
                ScoreView.class,
                new RouteParameters(Map.of(
                        "call", call.toString(),
                        "proposal", task.get().caseKey().value().toString())));
    }
}
