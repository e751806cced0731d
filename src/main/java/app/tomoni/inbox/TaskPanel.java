package app.tomoni.inbox;

import app.tomoni.process.CaseStatus;
import app.tomoni.process.OpenTask;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Facts;
import app.tomoni.shared.ui.StatusBand;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** The chosen task beside the list: where its case stands, and the way in. */
final class TaskPanel extends Aside {

    TaskPanel(OpenTask task, CaseStatus status, String name, String office) {
        addClassName("inbox-panel");
        var heading = new H2(task.title());
        heading.setId("inbox-panel-title");
        getElement().setAttribute("aria-labelledby", "inbox-panel-title");
        var number = new Paragraph(
                task.number() == null
                        ? getTranslation("inbox.panel")
                        : getTranslation("inbox.panel.number", task.number()));
        number.addClassNames("small", "mute");
        var open = new Anchor(task.address(), getTranslation("inbox.open", name));
        open.addClassNames("btn", "p", "full");
        var facts = new Facts()
                .fact(getTranslation("inbox.column.task"), name)
                .fact(getTranslation("inbox.column.office"), office)
                .fact(
                        getTranslation("inbox.column.due"),
                        task.dueAt() == null
                                ? getTranslation("inbox.due.none")
                                : JapaneseDates.full(task.dueAt(), getLocale()))
                .fact(getTranslation("inbox.column.since"), JapaneseDates.full(task.createdAt(), getLocale()));
        add(new Card(number, heading, new StatusBand().say(status.now(), status.next(), status.yourTurn()), open));
        add(new Card(facts).flat());
    }
}
