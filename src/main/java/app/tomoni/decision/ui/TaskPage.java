package app.tomoni.decision.ui;

import app.tomoni.account.PersonId;
import app.tomoni.account.SignedIn;
import app.tomoni.decision.selection.Material;
import app.tomoni.process.Audience;
import app.tomoni.process.Cases;
import app.tomoni.process.OpenTask;
import app.tomoni.process.Statuses;
import app.tomoni.process.TaskId;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Crumbs;
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
import org.jspecify.annotations.Nullable;

/** A page for one task of this module: opened only by whoever may do it now. */
abstract class TaskPage extends Div implements BeforeEnterObserver, HasDynamicTitle {

    /** What every such page needs. */
    @org.springframework.stereotype.Component
    record Door(Cases cases, Statuses statuses, SignedIn signedIn, Translations translations) {}

    /** How one came to the page, and where the whole is shown of which it is a part. */
    private record Way(Crumbs crumbs, Anchor selection) {}

    private final Door door;
    private final String kind;
    private final String titleKey;
    protected final Words words;
    protected final ErrorSummary errors = new ErrorSummary();

    @SuppressWarnings("NullAway.Init") // each showing of the page begins with its own
    protected KeptTexts texts;

    private @Nullable Way way;

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
        task.ifPresentOrElse(this::begin, () -> absent(event));
    }

    /** There is no such task, or it is somebody else's; it looks the same. */
    protected void absent(BeforeEnterEvent event) {
        event.rerouteToError(NotFoundException.class);
    }

    /** Shows the page, or shows it anew. */
    protected final void begin(OpenTask task) {
        removeAll();
        texts = new KeptTexts(words, subject(task), person(), errors);
        show(task);
    }

    /** What is being written here. */
    protected abstract String subject(OpenTask task);

    /** Fills the page. */
    protected abstract void show(OpenTask task);

    protected final PersonId person() {
        return door.signedIn().person();
    }

    protected Component band(OpenTask task, Audience audience) {
        var status = door.statuses().of(task.caseKey(), audience, person(), getLocale());
        return new StatusBand().say(status.now(), status.next(), status.yourTurn());
    }

    /** The way here and the heading, for who works for the city or on the panel. */
    protected final Component[] head(OpenTask task, Material material, Component... beside) {
        var selection = SelectionNavigation.SELECTIONS + "/" + task.caseKey();
        var crumbs = new Crumbs()
                .step(words.say("inbox.title"), "inbox")
                .step(material.terms().title(), selection)
                .here(getPageTitle());
        way = new Way(crumbs, new Anchor(selection, words.say("decision.toSelection")));
        return new Component[] {crumbs, new PageHead(getPageTitle(), beside)};
    }

    /**
     * Does what a button is for, or says why not. Where nothing of it is to be done here any more, because it was done in
     * another tab or by somebody else, the page says how things stand now, and still shows what was typed.
     */
    protected final boolean attempt(OpenTask task, Runnable action) {
        if (texts.attempt(action)) {
            return true;
        }
        if (door.cases().task(task.id(), person()).isEmpty()) {
            var typed = texts.unsent();
            over(
                    Note.Kind.INFO,
                    words.say("decision.task.gone"),
                    words.say("decision.task.gone.next"),
                    new Anchor("inbox", words.say("decision.toInbox")),
                    band(task, Audience.STAFF));
            if (!typed.isEmpty()) {
                add(new DecisionCards(words).typed(typed));
            }
        }
        return false;
    }

    protected final void done(String what, String next) {
        done(what, next, new Anchor("inbox", words.say("decision.toInbox")));
    }

    protected final void done(String what, String next, Anchor onward) {
        over(Note.Kind.OK, what, next, onward);
    }

    /** Nothing is left to do here. @param before stands between the heading and what is said */
    protected final void over(Note.Kind kind, String what, String next, Anchor onward, Component... before) {
        removeAll();
        var note = new Note(kind, new Paragraph(what), new Paragraph(next));
        note.getElement().setAttribute("role", "status");
        var ways = new Div(onward);
        ways.addClassName("actions");
        if (way != null) {
            add(way.crumbs());
            ways.add(way.selection());
        }
        ways.getChildren().forEach(each -> each.getElement().getClassList().add("btn"));
        add(new PageHead(getPageTitle()));
        add(before);
        add(new Card(note, ways));
        note.lead();
    }

    @Override
    public String getPageTitle() {
        return words.say(titleKey);
    }
}
