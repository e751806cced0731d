package app.tomoni.decision.ui;

import app.tomoni.account.PersonId;
import app.tomoni.account.SignedIn;
import app.tomoni.process.Audience;
import app.tomoni.process.Cases;
import app.tomoni.process.OpenTask;
import app.tomoni.process.Statuses;
import app.tomoni.process.TaskId;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.ErrorSummary;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PageHead;
import app.tomoni.shared.ui.StatusBand;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import java.util.List;

/** A page for one task of this module: opened only by whoever may do it now. */
abstract class TaskPage extends Div implements BeforeEnterObserver, HasDynamicTitle {

    /** What every such page needs. */
    @org.springframework.stereotype.Component
    record Door(Cases cases, Statuses statuses, SignedIn signedIn, Translations translations) {}

    private final Door door;
    private final String kind;
    private final String titleKey;
    protected final Words words;
    protected final ErrorSummary errors = new ErrorSummary();

    TaskPage(Door door, String kind, String titleKey) {
        this.door = door;
        this.kind = kind;
        this.titleKey = titleKey;
        this.words = new Words(door.translations(), getLocale());
        addClassName("stack-5");
    }

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        var task = event.getRouteParameters()
                .get("task")
                .flatMap(id -> door.cases().task(new TaskId(id), person()))
                .filter(found -> found.kind().equals(kind));
        if (task.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        removeAll();
        show(task.get());
    }

    /** Fills the page. */
    protected abstract void show(OpenTask task);

    protected final PersonId person() {
        return door.signedIn().person();
    }

    protected Component band(OpenTask task, Audience audience) {
        var status = door.statuses().of(task.caseKey(), audience, person(), getLocale());
        return new StatusBand().say(status.now(), status.next(), status.yourTurn());
    }

    /** Does it, or says at the head of the page why not; what was typed stays. */
    protected final boolean attempt(Runnable action) {
        try {
            action.run();
            errors.show(List.of());
            return true;
        } catch (Refusal refusal) {
            errors.show(List.of(new ErrorSummary.Entry(words.say(refusal), null)));
            return false;
        }
    }

    /** Shows all that is missing at once. */
    protected final boolean nothingMissing(List<Refusal> gaps) {
        errors.show(gaps.stream()
                .map(gap -> new ErrorSummary.Entry(words.say(gap), null))
                .toList());
        return gaps.isEmpty();
    }

    /** Nothing is handed in as long as a text on the page is not on the server. */
    protected final boolean allSaved(KeptTexts texts) {
        errors.show(texts.open());
        return texts.open().isEmpty();
    }

    protected final void done(String what, String next) {
        removeAll();
        var note = new Note(Note.Kind.OK, new Paragraph(what), new Paragraph(next));
        note.getElement().setAttribute("role", "status");
        var inbox = new Anchor("inbox", words.say("decision.toInbox"));
        inbox.addClassName("btn");
        add(new PageHead(words.say(titleKey)), new Card(note, inbox));
    }

    @Override
    public String getPageTitle() {
        return words.say(titleKey);
    }
}
