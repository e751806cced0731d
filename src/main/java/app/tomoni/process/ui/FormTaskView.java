package app.tomoni.process.ui;

import app.tomoni.account.ForEveryoneSignedIn;
import app.tomoni.account.PersonId;
import app.tomoni.account.SignedIn;
import app.tomoni.form.Answers;
import app.tomoni.form.Field;
import app.tomoni.form.FormDefinition;
import app.tomoni.form.FormRules;
import app.tomoni.form.WorkingCopies;
import app.tomoni.form.ui.FormView;
import app.tomoni.form.ui.FormViews;
import app.tomoni.process.Audience;
import app.tomoni.process.Cases;
import app.tomoni.process.OpenTask;
import app.tomoni.process.OpenTasks;
import app.tomoni.process.Statuses;
import app.tomoni.process.TaskForms;
import app.tomoni.process.TaskId;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Crumbs;
import app.tomoni.shared.ui.ErrorSummary;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PageHead;
import app.tomoni.shared.ui.PlaceLink;
import app.tomoni.shared.ui.StatusBand;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Any task that a designer has added with nothing but a form: its answers are kept with the case. */
@Route("tasks/:kind/:task")
@ForEveryoneSignedIn
class FormTaskView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String INBOX = "inbox";
    private static final String PROPOSALS = "proposals";

    private final Cases cases;
    private final OpenTasks tasks;
    private final TaskForms taskForms;
    private final FormViews forms;
    private final WorkingCopies copies;
    private final Statuses statuses;
    private final List<TaskMatter> matters;
    private final PersonId person;
    private String title = "";

    FormTaskView(
            Cases cases,
            OpenTasks tasks,
            TaskForms taskForms,
            FormViews forms,
            WorkingCopies copies,
            Statuses statuses,
            List<TaskMatter> matters,
            SignedIn signedIn) {
        this.cases = cases;
        this.tasks = tasks;
        this.taskForms = taskForms;
        this.forms = forms;
        this.copies = copies;
        this.statuses = statuses;
        this.matters = matters;
        this.person = signedIn.person();
        addClassName("stack-5");
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getRouteParameters();
        var task = parameters
                .get("task")
                .map(TaskId::new)
                .flatMap(id -> cases.task(id, person))
                .filter(open -> open.kind().equals(parameters.get("kind").orElse("")))
                .orElseThrow(NotFoundException::new);
        var definition = taskForms.of(task).orElseThrow(NotFoundException::new);
        show(task, definition);
    }

    private void show(OpenTask task, FormDefinition definition) {
        removeAll();
        title = tasks.name(task, getLocale());
        var matter =
                matters.stream().flatMap(each -> each.of(task, person).stream()).findFirst();
        var obstacle = cases.obstacle(task, person);
        if (obstacle.isPresent()) {
            add(
                    crumbs(task),
                    new PageHead(title),
                    about(task),
                    matter.orElseGet(() -> new Note(Note.Kind.INFO, why(obstacle.get()))));
            return;
        }
        var form = forms.fill(
                definition,
                subject(task),
                person,
                FormRules.NONE,
                () -> cases.task(task.id(), person).isPresent());
        var errors = new ErrorSummary();
        var filling = new Div(
                errors,
                form,
                Buttons.primary(
                        getTranslation("process.task.finish"),
                        Buttons.once(() -> finish(task, definition, form, errors))));
        filling.addClassName("stack-5");
        add(
                crumbs(task),
                new PageHead(title, form.indicator()),
                about(task),
                band(task),
                matter.map(read -> beside(filling, read)).orElse(filling));
    }

    /** From the list where it waits. */
    private Crumbs crumbs(OpenTask task) {
        var crumbs = task.office().ofGroup()
                ? new Crumbs().step(getTranslation("process.task.proposals"), PROPOSALS)
                : new Crumbs().step(getTranslation("process.task.inbox"), INBOX);
        return crumbs.here(title);
    }

    private String why(Refusal refusal) {
        return getTranslation(refusal.messageKey(), refusal.arguments(getLocale()));
    }

    /** What the task is about stands right of its form, or below it where there is no room. */
    private Div beside(Div filling, Component matter) {
        matter.setId("matter");
        var way = new Paragraph(new PlaceLink("matter", getTranslation("process.task.matter")));
        way.addClassName("beside-way");
        filling.addComponentAsFirst(way);
        var columns = new Div(filling, matter);
        columns.addClassName("beside");
        return columns;
    }

    private String subject(OpenTask task) {
        return "task:" + task.id() + ":" + person;
    }

    private void finish(OpenTask task, FormDefinition definition, FormView form, ErrorSummary errors) {
        if (!form.complain(errors) || !form.isSafe()) {
            return;
        }
        cases.complete(task.id(), person, given(definition, form.answers()));
        copies.discard(subject(task));
        done(task);
    }

    /** That it counts, where the case stands now, and the way on. */
    private void done(OpenTask task) {
        removeAll();
        var ofGroup = task.office().ofGroup();
        var note = new Note(Note.Kind.OK, getTranslation("process.task.finished", title));
        note.getElement().setAttribute("role", "status");
        var way = new Anchor(
                ofGroup ? PROPOSALS : INBOX,
                getTranslation(ofGroup ? "process.task.toProposals" : "process.task.toInbox"));
        way.addClassName("btn");
        add(crumbs(task), new PageHead(title), about(task), note, band(task), way);
        note.lead();
    }

    private Paragraph about(OpenTask task) {
        var about = new Paragraph(
                task.number() == null
                        ? task.title()
                        : getTranslation("process.task.about", task.number(), task.title()));
        about.addClassName("mute");
        return about;
    }

    private StatusBand band(OpenTask task) {
        var audience = task.office().ofGroup() ? Audience.APPLICANT : Audience.STAFF;
        var status = statuses.of(task.caseKey(), audience, person, getLocale());
        return new StatusBand().say(status.now(), status.next(), status.yourTurn());
    }

    /** The answers to what is shown, each in the type that the form declares. */
    private static Map<String, Object> given(FormDefinition definition, Answers answers) {
        var given = new LinkedHashMap<String, Object>();
        definition
                .fields()
                .filter(answers::shows)
                .filter(field -> !answers.isEmpty(field) || field.kind() == Field.Kind.CHECKBOX)
                .forEach(field -> given.put(field.key(), value(field, answers)));
        return given;
    }

    private static Object value(Field field, Answers answers) {
        return switch (field.kind()) {
            case CHECKBOX -> answers.ticked(field.key());
            case CHECKLIST -> answers.chosen(field.key());
            case NUMBER -> answers.number(field.key()).orElseThrow();
            case DATE -> Objects.toString(answers.date(field.key()).orElseThrow());
            default -> answers.text(field.key());
        };
    }
}
