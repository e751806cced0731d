package app.tomoni.form.ui;

import app.tomoni.form.Answers;
import app.tomoni.form.Field;
import app.tomoni.form.FieldError;
import app.tomoni.form.FormDefinition;
import app.tomoni.form.Section;
import app.tomoni.form.Widget;
import app.tomoni.form.WorkingField;
import app.tomoni.form.ui.SectionPanel.LastStep;
import app.tomoni.shared.ui.ErrorSummary;
import app.tomoni.shared.ui.KeptInBrowser;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A form to fill in: one section at a time, every field saved while typing, nothing of anybody's ever lost unseen.
 *
 * <p>Put {@link #indicator()} beside the page's title. The section in view stands in the address.
 */
@StyleSheet("context://tomoni/form.css")
public class FormView extends Div {

    private static final String SECTION = "section";

    private final FormDefinition definition;
    private final Desk desk;
    private final FormTools tools;
    private final Map<String, SectionPanel> panels = new LinkedHashMap<>();
    private final Map<String, FieldView> views = new LinkedHashMap<>();
    private final Supplement supplement;
    private final Contents contents;
    private final Guide guide = new Guide();
    private final FieldKeeper keeper;
    private Section current;
    private boolean complaining;
    private @Nullable Complaints complaints;
    private @Nullable LastStep last;
    private @Nullable Watch watch;

    FormView(
            FormDefinition definition,
            Desk desk,
            FormTools tools,
            List<SupplementPoint> asked,
            BiConsumer<String, Boolean> done) {
        this.definition = definition;
        this.desk = desk;
        this.tools = tools;
        KeptInBrowser.mark(this, desk.subject(), desk.person().value());
        supplement = new Supplement(definition, asked, (field, putRight) -> {
            done.accept(field, putRight);
            react();
        });
        contents = new Contents(supplement, this::go);
        var sheet = new Div();
        sheet.addClassNames("sheet", "stack-l");
        definition.sections().forEach(section -> {
            var panel = new SectionPanel(section, definition, desk, tools, supplement);
            panels.put(section.key(), panel);
            views.putAll(panel.views());
            sheet.add(panel);
        });
        views.values().forEach(view -> {
            view.onLeft(() -> {
                if (view.leave()) {
                    react();
                }
            });
            view.onPartLeft(this::react);
        });
        fileViews().forEach(files -> files.countWith(() -> filesBesides(files.field)));
        keeper = new FieldKeeper(this, desk, tools.words(), views, this::react, this::goTo);
        keeper.onClosed(() -> {
            last = null;
            drawFooters(shown(answers()));
        });
        var grid = new Div();
        grid.addClassName("pf");
        grid.setClassName("single", definition.sections().size() == 1);
        if (definition.sections().size() > 1) {
            grid.add(contents);
        }
        grid.add(sheet, guide);
        grid.addClassName("guided");
        add(keeper, grid);
        current = definition.sections().stream()
                .filter(section -> section.fields().anyMatch(supplement::asksFor))
                .findFirst()
                .orElse(definition.sections().getFirst());
        keeper.resume();
        show(current);
    }

    /** To be put beside the page's title. */
    public Component indicator() {
        return keeper.indicator();
    }

    /** The answers as they stand on the screen. */
    public Answers answers() {
        var working = new HashMap<>(desk.known());
        views.forEach((key, view) ->
                working.put(key, new WorkingField(view.kept(), desk.version(key), desk.person(), Instant.EPOCH)));
        return Answers.of(definition, working);
    }

    private Stream<FilesView> fileViews() {
        return views.values().stream().filter(FilesView.class::isInstance).map(FilesView.class::cast);
    }

    /** How many files stand in the other fields of the form, open or not. */
    private int filesBesides(Field field) {
        var answers = answers();
        return definition
                .fields()
                .filter(other -> other.widget() == Widget.ATTACHMENTS && !other.equals(field) && answers.shows(other))
                .mapToInt(other -> answers.attachments(other.key()).size())
                .sum();
    }

    /** Everything that keeps the answers from being submitted. */
    public List<FieldError> errors() {
        return definition.validate(answers(), tools.rules());
    }

    /** Whether everything on the screen is saved and no choice between two texts is open. */
    public boolean isSafe() {
        return keeper.isSafe();
    }

    /**
     * Shows at each field what is wrong, also what is only missing, and lists it; what is put right leaves the list.
     *
     * @return whether nothing is wrong
     */
    public boolean complain(ErrorSummary list) {
        complaining = true;
        views.values().forEach(FieldView::leave);
        complaints = null;
        react();
        var wrong = errors();
        list.show(lines(wrong));
        complaints = wrong.isEmpty()
                ? null
                : new Complaints(
                        list,
                        fieldsOf(wrong),
                        wrong.stream().map(this::sentence).toList());
        return wrong.isEmpty();
    }

    /** What was last listed. */
    private record Complaints(ErrorSummary list, Set<String> fields, List<String> said) {}

    private void dropWhatWasPutRight(List<FieldError> wrong) {
        if (complaints == null) {
            return;
        }
        var fields = complaints.fields();
        var left =
                wrong.stream().filter(error -> fields.contains(error.field())).toList();
        var said = left.stream().map(this::sentence).toList();
        if (!said.equals(complaints.said())) {
            complaints.list().narrow(lines(left));
            complaints = left.isEmpty() ? null : new Complaints(complaints.list(), fieldsOf(left), said);
        }
    }

    private static Set<String> fieldsOf(List<FieldError> errors) {
        return errors.stream().map(FieldError::field).collect(Collectors.toSet());
    }

    private List<ErrorSummary.Entry> lines(List<FieldError> errors) {
        return errors.stream()
                .map(error -> line(error.field(), sentence(error)))
                .toList();
    }

    /** What is to be said of a field, with the way there. */
    public ErrorSummary.Entry line(String field, String words) {
        var target = target(field);
        return new ErrorSummary.Entry(
                words,
                target,
                target == null
                        ? null
                        : () -> {
                            section(field)
                                    .filter(section -> !section.equals(current))
                                    .ifPresent(this::go);
                            return target;
                        });
    }

    private Optional<Section> section(String field) {
        return definition.sections().stream()
                .filter(section -> section.fields().anyMatch(one -> one.key().equals(field)))
                .findFirst();
    }

    private String sentence(FieldError error) {
        return tools.words().of(error, getLocale());
    }

    private @Nullable Component target(String field) {
        var view = views.get(field);
        return view == null ? null : view.target();
    }

    /** Opens the section that holds the field and leads the cursor there. */
    public void goTo(String field) {
        section(field).ifPresent(section -> {
            go(section);
            if (target(field) instanceof Focusable<?> input) {
                input.focus();
            }
        });
    }

    /** Lays something of the caller's at the head of a section, such as the group's profile. */
    public void lay(String section, Component component) {
        var panel = panels.get(section);
        if (panel == null) {
            throw new IllegalArgumentException("no section " + section);
        }
        panel.lay(component);
    }

    /** Adds something of the caller's beside the form, such as the criteria of the review. */
    public void beside(Component component) {
        guide.add(component);
    }

    /** What comes after the last section, once everything is saved; before that it leads to what is not. */
    public void afterLast(String words, Runnable action) {
        last = new LastStep(
                words, () -> keeper.open().stream().findFirst().ifPresentOrElse(open -> goTo(open.field()), action));
        drawFooters(shown(answers()));
    }

    /**
     * Brings by itself what others save, as long as the person is at work here.
     *
     * @param looked told after each look
     */
    public void watch(Runnable looked) {
        watch = new Watch(this, tools.clock(), keeper::look, looked);
        keeper.onChanged(watch::atWork);
    }

    /** Whether what others save is brought now. */
    public boolean isWatched() {
        return watch != null && watch.isOn();
    }

    /** What is saved of each field, by whomever, as last read. */
    public Map<String, WorkingField> saved() {
        return desk.latest();
    }

    /** Told after each save, and when what others have saved is shown. */
    public void onSaved(Runnable listener) {
        keeper.onSaved(listener);
    }

    /** Told when the person finds that nobody writes here any more. */
    public void onClosed(Runnable listener) {
        keeper.onClosed(listener);
    }

    /** Shows what of the points has been marked as put right by now, by whomever. */
    public void marked(Set<String> done) {
        if (supplement.show(done)) {
            react();
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var asked = event.getUI().getActiveViewLocation().getQueryParameters().getSingleParameter(SECTION);
        asked.flatMap(key -> definition.sections().stream()
                        .filter(section -> section.key().equals(key))
                        .findFirst())
                .ifPresent(this::show);
        KeptInBrowser.attach(this, event.getUI());
    }

    /** What had not reached the server when the page was left, given back by the browser. */
    @ClientCallable
    void restore(String path, String typed, String basedOn) {
        keeper.restore(path, typed, basedOn);
    }

    /** Opens a section, notes it in the address, and leads the cursor to its heading. */
    private void go(Section section) {
        show(section);
        getUI().ifPresent(ui -> {
            note(ui, section);
            var panel = panels.get(section.key());
            if (panel != null) {
                panel.focusHeading();
            }
        });
    }

    private static void note(UI ui, Section section) {
        var here = ui.getActiveViewLocation();
        var parameters = new HashMap<>(here.getQueryParameters().getParameters());
        parameters.put(SECTION, List.of(section.key()));
        ui.getPage().getHistory().replaceState(null, new Location(here.getPath(), new QueryParameters(parameters)));
    }

    private void show(Section section) {
        current = section;
        contents.fold();
        panels.forEach((key, panel) -> panel.setVisible(key.equals(section.key())));
        guide.draw(section, field -> supplement.isEmpty() || supplement.asksFor(field));
        react();
        KeptInBrowser.refresh(this);
    }

    /** Conditions, errors and states anew. */
    private void react() {
        var answers = answers();
        var wrong = definition.validate(answers, tools.rules());
        var findings = Findings.of(wrong, complaining, this::isInTheMiddle);
        var appeared = false;
        for (var panel : panels.values()) {
            appeared |= panel.react(answers);
        }
        if (appeared) {
            KeptInBrowser.refresh(this); // its characters have not been counted yet
        }
        views.forEach((key, view) -> {
            var told = Stream.concat(keeper.refusal(key).stream(), findings.told(key).stream())
                    .toList();
            view.show(told, told.stream().map(this::sentence).toList());
        });
        fileViews().forEach(FilesView::count);
        var shown = shown(answers);
        contents.draw(
                shown,
                current,
                answers,
                findings,
                keeper.undecided().map(Field::key).collect(Collectors.toSet()));
        drawFooters(shown);
        dropWhatWasPutRight(wrong);
    }

    private boolean isInTheMiddle(FieldError error) {
        var view = views.get(error.field());
        return view != null && view.isInTheMiddle(error);
    }

    private List<Section> shown(Answers answers) {
        return definition.sections().stream().filter(answers::shows).toList();
    }

    private void drawFooters(List<Section> shown) {
        panels.values().forEach(panel -> panel.drawFooter(shown, last, this::go));
    }
}
