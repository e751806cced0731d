package app.tomoni.form.ui;

import app.tomoni.form.Answers;
import app.tomoni.form.Field;
import app.tomoni.form.FieldError;
import app.tomoni.form.FormDefinition;
import app.tomoni.form.FormReading;
import app.tomoni.form.Item;
import app.tomoni.form.Saved;
import app.tomoni.form.Section;
import app.tomoni.form.WorkingField;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.ErrorSummary;
import app.tomoni.shared.ui.Icon;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.Party;
import app.tomoni.shared.ui.Progress;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Hr;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * A form to fill in: one section at a time, every field saved while typing, nothing of anybody's ever lost unseen.
 *
 * <p>Put {@link #indicator()} beside the page's title. The section in view stands in the address.
 */
@StyleSheet("context://tomoni/form.css")
public class FormView extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(FormView.class);
    private static final String SECTION = "section";

    private final FormDefinition definition;
    private final Desk desk;
    private final FormTools tools;
    private final Map<String, SupplementPoint> points;
    private final BiConsumer<String, Boolean> done;
    private final KeptIndicator indicator;
    private final Map<String, FieldView> views = new LinkedHashMap<>();
    private final Map<Component, Item> conditional = new LinkedHashMap<>();
    private final Map<String, Panel> panels = new LinkedHashMap<>();
    private final Map<String, Saved.Conflict> conflicts = new HashMap<>();
    private final Set<String> unsaved = new HashSet<>();
    /** Why a field could not be saved; said at it until it can. */
    private final Map<String, FieldError> refused = new HashMap<>();

    private final Set<String> marked = new HashSet<>();
    private final Nav contents = new Nav();
    private final Div notices = new Div();
    private final Aside guide = new Aside();
    private final List<Runnable> saved = new ArrayList<>();
    private Section current;
    private boolean complaining;
    private @Nullable String lastWords;
    private @Nullable Runnable last;

    FormView(
            FormDefinition definition,
            Desk desk,
            FormTools tools,
            List<SupplementPoint> asked,
            BiConsumer<String, Boolean> done) {
        this.definition = definition;
        this.desk = desk;
        this.tools = tools;
        this.points = asked.stream()
                .collect(Collectors.toMap(
                        SupplementPoint::field, point -> point, (one, other) -> one, LinkedHashMap::new));
        this.done = done;
        this.indicator = new KeptIndicator(desk.subject());
        this.current = definition.sections().getFirst();
        asked.stream().filter(SupplementPoint::done).map(SupplementPoint::field).forEach(marked::add);
        getElement().setAttribute("data-subject", desk.subject());
        getElement().setAttribute("data-person", desk.person().toString());
        notices.addClassName("stack-s");
        contents.addClassName("secs");
        contents.getElement().setAttribute("aria-label", getTranslation("form.contents"));
        guide.addClassName("guide");
        guide.getElement().setAttribute("aria-label", getTranslation("form.guide"));
        var sheet = new Div();
        sheet.addClassNames("sheet", "stack-l");
        definition.sections().forEach(section -> {
            var panel = new Panel(section);
            panels.put(section.key(), panel);
            sheet.add(panel);
        });
        var grid = new Div();
        grid.addClassName("pf");
        grid.setClassName("single", definition.sections().size() == 1);
        if (definition.sections().size() > 1) {
            grid.add(contents);
        }
        grid.add(sheet, guide);
        grid.addClassName("guided");
        add(notices, grid);
        show(firstSection());
        react();
    }

    private Section firstSection() {
        return points.isEmpty()
                ? current
                : definition.sections().stream()
                        .filter(section -> section.fields().anyMatch(field -> points.containsKey(field.key())))
                        .findFirst()
                        .orElse(current);
    }

    /** To be put beside the page's title. */
    public Component indicator() {
        return indicator;
    }

    /** The answers as they stand on the screen. */
    public Answers answers() {
        var working = new HashMap<>(desk.known());
        views.forEach((key, view) -> working.put(
                key, new WorkingField(view.kept(), desk.version(key), desk.person(), java.time.Instant.EPOCH)));
        return Answers.of(definition, working);
    }

    /** Everything that keeps the answers from being submitted. */
    public List<FieldError> errors() {
        return definition.validate(answers(), tools.rules());
    }

    /** Whether everything on the screen is saved and no choice between two texts is open. */
    public boolean isSafe() {
        return conflicts.isEmpty() && unsaved.isEmpty();
    }

    /** Shows at each field what is wrong, also what is only missing; returns the lines of an {@link ErrorSummary}. */
    public List<ErrorSummary.Entry> complain() {
        complaining = true;
        react();
        return errors().stream()
                .map(error -> new ErrorSummary.Entry(tools.words().of(error, getLocale()), target(error.field())))
                .toList();
    }

    private @Nullable Component target(String field) {
        var view = views.get(field);
        return view == null ? null : view.target();
    }

    /** Opens the section that holds the field and leads the cursor there. */
    public void goTo(String field) {
        definition.sections().stream()
                .filter(section -> section.fields().anyMatch(one -> one.key().equals(field)))
                .findFirst()
                .ifPresent(section -> {
                    go(section);
                    if (target(field) instanceof com.vaadin.flow.component.Focusable<?> input) {
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

    /** What comes after the last section. */
    public void afterLast(String words, Runnable action) {
        this.lastWords = words;
        this.last = action;
        panels.values().forEach(Panel::drawFooter);
    }

    /** Told after each save. */
    public void onSaved(Runnable listener) {
        saved.add(listener);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var asked = event.getUI().getActiveViewLocation().getQueryParameters().getSingleParameter(SECTION);
        asked.flatMap(key -> definition.sections().stream()
                        .filter(section -> section.key().equals(key))
                        .findFirst())
                .ifPresent(this::show);
        Browser.attach(this, event.getUI());
    }

    /** What had not reached the server when the page was left, given back by the browser. */
    @ClientCallable
    void restore(String path, String typed, String basedOn) {
        var key = path.contains("/") ? path.substring(0, path.indexOf('/')) : path;
        var view = views.get(key);
        if (view == null) {
            Browser.forget(this, path);
            return;
        }
        var before = view.kept();
        var stood = desk.known().get(key);
        view.show(before);
        view.restore(path, typed);
        if (view.kept().equals(before)) {
            Browser.forget(this, path);
            return;
        }
        var mine = view.kept();
        if (stood == null
                || Long.toString(stood.version()).equals(basedOn)
                || (stood.savedBy().equals(desk.person()) && mine.startsWith(stood.value()))) {
            tellRestored();
            changed(view, path, typed);
        } else {
            clash(
                    view,
                    path,
                    typed,
                    new Saved.Conflict(stood.value(), stood.savedBy(), stood.savedAt(), stood.version()));
        }
        Browser.refresh(this);
    }

    private void tellRestored() {
        if (notices.getChildren().findAny().isEmpty()) {
            notices.add(new Note(Note.Kind.INFO, getTranslation("form.restored")));
        }
    }

    private void changed(FieldView view, String path, String typed) {
        var key = view.field.key();
        if (conflicts.containsKey(key)) {
            return; // stays in the browser until the person has chosen
        }
        try {
            switch (save(view)) {
                case Saved.Stored stored -> {
                    unsaved.remove(key);
                    view.base(stored.version());
                    Browser.saved(this, path, typed);
                    retryOthers();
                    indicate(stored);
                    mergeOthers();
                    saved.forEach(Runnable::run);
                }
                case Saved.Conflict conflict -> clash(view, path, typed, conflict);
                case Saved.Gone gone -> {
                    unsaved.add(key);
                    indicator.notSaved();
                    notices.removeAll();
                    notices.add(new Note(Note.Kind.WARN, getTranslation("form.gone")));
                }
            }
        } catch (Refusal refusal) {
            unsaved.add(key);
            indicator.notSaved();
            refuse(key, refusal);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("A field could not be saved; it is tried again with the next one", e);
            unsaved.add(key);
            indicator.notSaved();
            return;
        }
        react();
    }

    private Saved save(FieldView view) {
        var result = desk.save(view.field.key(), view.kept());
        refused.remove(view.field.key());
        return result;
    }

    private void refuse(String key, Refusal refusal) {
        refused.put(key, new FieldError(key, refusal.messageKey(), refusal.arguments(), null));
    }

    private void indicate(Saved.Stored stored) {
        if (isSafe()) {
            indicator.saved(stored.at());
        } else {
            indicator.notSaved();
        }
    }

    private void retryOthers() {
        for (var key : List.copyOf(unsaved)) {
            var view = views.get(key);
            try {
                if (view != null && save(view) instanceof Saved.Stored stored) {
                    unsaved.remove(key);
                    view.base(stored.version());
                    Browser.saved(this, key, view.kept());
                }
            } catch (Refusal refusal) {
                refuse(key, refusal); // of this field, whichever has just been saved
            }
        }
    }

    /** Shows what others have written meanwhile, but never where this person is writing. */
    private void mergeOthers() {
        desk.changes().forEach((key, now) -> {
            var view = views.get(key);
            if (view == null) {
                desk.accept(key, now);
            } else if (!view.isFocused()
                    && !conflicts.containsKey(key)
                    && view.kept().equals(desk.value(key))) {
                desk.accept(key, now);
                view.show(now.value());
                view.base(now.version());
                view.changedBy(desk.name(now.savedBy()), now.savedAt());
                Browser.refresh(this);
            }
        });
    }

    private void clash(FieldView view, String path, String typed, Saved.Conflict theirs) {
        var key = view.field.key();
        conflicts.put(key, theirs);
        indicator.notSaved();
        var own = theirs.by().equals(desk.person());
        var who = desk.name(theirs.by());
        view.clash(
                getTranslation(own ? "form.clash.own" : "form.clash", FieldView.clock(theirs.at()), who),
                getTranslation(own ? "form.clash.own.theirs" : "form.clash.theirs", who),
                read(view, view.kept()),
                read(view, theirs.theirs()),
                () -> keepMine(view, path, typed),
                () -> takeTheirs(view, path));
    }

    private Component read(FieldView view, String kept) {
        var entries = FormReading.of(
                        new FormDefinition(
                                "one", List.of(new Section("one", "", null, List.of(), List.of(unhidden(view.field))))),
                        Answers.NONE.with(view.field, kept),
                        field -> true,
                        FormReading.BudgetDetail.LINES,
                        tools.words(),
                        getLocale())
                .parts();
        var text = new Div();
        text.addClassName("one");
        if (view.field.widget() == null && !entries.isEmpty()) {
            text.setText(((FormReading.TextEntry) entries.getFirst().entries().getFirst()).text());
        } else if (!entries.isEmpty()) {
            text.add(FormText.entries(entries.getFirst().entries(), FormText::nameOnly));
        }
        return text;
    }

    /** A field that is on the screen is shown whatever the rest of the form says. */
    private static Field unhidden(Field field) {
        return new Field(
                field.key(),
                field.kind(),
                field.widget(),
                field.label(),
                field.hint(),
                field.required(),
                field.minLength(),
                field.maxLength(),
                field.min(),
                field.max(),
                field.decimals(),
                field.unit(),
                field.options(),
                field.isPublic(),
                field.isForReviewers(),
                field.isVariable(),
                null,
                false,
                field.properties(),
                List.of());
    }

    private void keepMine(FieldView view, String path, String typed) {
        var theirs = conflicts.remove(view.field.key());
        if (theirs == null) {
            return;
        }
        desk.accept(view.field.key(), theirs);
        view.settle();
        changed(view, path, typed);
        if (view.kept().equals(typed)) {
            Browser.saved(this, path, view.kept());
        }
    }

    private void takeTheirs(FieldView view, String path) {
        var theirs = conflicts.remove(view.field.key());
        if (theirs == null) {
            return;
        }
        desk.accept(view.field.key(), theirs);
        view.settle();
        view.show(theirs.theirs());
        view.base(theirs.version());
        Browser.forget(this, path);
        Browser.refresh(this);
        indicator.saved(theirs.at());
        react();
    }

    /** Conditions, errors and states anew. */
    private void react() {
        var answers = answers();
        conditional.forEach((component, item) -> component.setVisible(answers.shows(item)));
        var wrong = definition.validate(answers, tools.rules()).stream()
                .collect(Collectors.groupingBy(FieldError::field, LinkedHashMap::new, Collectors.toList()));
        views.forEach((key, view) -> {
            var errors = Stream.concat(
                            Stream.ofNullable(refused.get(key)),
                            wrong.getOrDefault(key, List.of()).stream()
                                    .filter(error -> complaining || !isMissing(error)))
                    .toList();
            view.show(
                    errors,
                    errors.stream()
                            .map(error -> tools.words().of(error, getLocale()))
                            .toList());
        });
        drawContents(answers, wrong);
        panels.values().forEach(Panel::drawFooter);
    }

    /** Nobody is told that something is missing before having had the time to write it. */
    private static boolean isMissing(FieldError error) {
        return Set.of(
                                "form.error.required",
                                "form.error.choose",
                                "form.error.choose-some",
                                "form.error.tick",
                                "form.error.attach",
                                "form.budget.no-expenditure",
                                "form.budget.no-request")
                        .contains(error.messageKey())
                || error.messageKey().endsWith(".no-amount")
                || error.messageKey().endsWith(".category")
                || error.messageKey().startsWith("form.error.row-begins-empty");
    }

    private List<Section> sections() {
        var answers = answers();
        return definition.sections().stream().filter(answers::shows).toList();
    }

    private enum Progressing {
        UNTOUCHED("", Icon.CLOCK),
        WRITING("", Icon.PENCIL),
        WRONG("err", Icon.ERROR),
        ASKED("warn", Icon.RETURN),
        COMPLETE("ok", Icon.CHECK);

        private final String style;
        private final Icon icon;

        Progressing(String style, Icon icon) {
            this.style = style;
            this.icon = icon;
        }
    }

    private Progressing progress(Section section, Answers answers, Map<String, List<FieldError>> wrong) {
        var fields = section.fields().filter(answers::shows).toList();
        if (fields.stream().anyMatch(field -> points.containsKey(field.key()) && !marked.contains(field.key()))) {
            return Progressing.ASKED;
        }
        var errors = fields.stream()
                .flatMap(field -> wrong.getOrDefault(field.key(), List.of()).stream())
                .toList();
        if (errors.isEmpty()) {
            return fields.stream().anyMatch(Field::required)
                            || fields.stream().anyMatch(field -> !answers.isEmpty(field))
                    ? Progressing.COMPLETE
                    : Progressing.UNTOUCHED;
        }
        if (complaining || errors.stream().anyMatch(error -> !isMissing(error))) {
            return Progressing.WRONG;
        }
        return fields.stream().allMatch(answers::isEmpty) ? Progressing.UNTOUCHED : Progressing.WRITING;
    }

    private void drawContents(Answers answers, Map<String, List<FieldError>> wrong) {
        var shown = definition.sections().stream().filter(answers::shows).toList();
        var list = new OrderedList();
        var complete = 0;
        for (var i = 0; i < shown.size(); i++) {
            var section = shown.get(i);
            var state = progress(section, answers, wrong);
            complete += state == Progressing.COMPLETE ? 1 : 0;
            list.add(new ListItem(entry(i + 1, section, state)));
        }
        contents.removeAll();
        contents.add(new Progress(getTranslation("form.progress", shown.size(), complete), complete, shown.size()));
        if (!points.isEmpty()) {
            var counter = new Paragraph(getTranslation("form.supplement.progress", marked.size(), points.size()));
            counter.addClassName("b");
            contents.add(counter);
        }
        var fold = new NativeButton(
                getTranslation("form.contents.open", shown.indexOf(current) + 1, current.title()),
                event -> contents.setClassName("open", !contents.hasClassName("open")));
        fold.addClassName("toc");
        fold.getElement().setAttribute("aria-expanded", Boolean.toString(contents.hasClassName("open")));
        contents.add(fold, list);
    }

    private Component entry(int number, Section section, Progressing state) {
        var no = new Span(Integer.toString(number));
        no.addClassName("no");
        var name = new com.vaadin.flow.dom.Element("b");
        name.setText(section.title());
        var words = new Span(state.icon.small(), new Text(words(section, state)));
        words.addClassName("st");
        if (!state.style.isEmpty()) {
            words.addClassName(state.style);
        }
        var both = new Span();
        both.getElement().appendChild(name, words.getElement());
        var button = new NativeButton("", event -> go(section));
        button.add(no, both);
        if (section.equals(current)) {
            button.getElement().setAttribute("aria-current", "step");
        }
        return button;
    }

    private String words(Section section, Progressing state) {
        if (state == Progressing.ASKED) {
            var open = section.fields()
                    .filter(field -> points.containsKey(field.key()) && !marked.contains(field.key()))
                    .count();
            return getTranslation("form.state.asked", open);
        }
        return getTranslation("form.state." + state.name().toLowerCase(java.util.Locale.ROOT));
    }

    /** Opens a section, notes it in the address, and leads the cursor to its heading. */
    private void go(Section section) {
        show(section);
        getUI().ifPresent(ui -> {
            note(ui, section);
            var panel = panels.get(section.key());
            if (panel != null) {
                panel.heading.getElement().callJsFunction("focus");
                panel.heading.getElement().callJsFunction("scrollIntoView");
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
        contents.removeClassName("open");
        panels.forEach((key, panel) -> panel.setVisible(key.equals(section.key())));
        drawGuide(section);
        react();
        Browser.refresh(this);
    }

    private final Div hints = new Div();

    private void drawGuide(Section section) {
        hints.removeAll();
        var general = section.hint();
        if (general != null) {
            hints.add(new Paragraph(general));
        }
        section.fields().forEach(field -> {
            var hint = field.properties().get("tomoni:hint");
            if (hint != null) {
                var words = new Paragraph(hint);
                words.addClassName("small");
                hints.add(new com.vaadin.flow.component.html.H4(field.label()), words);
            }
        });
        if (hints.getParent().isEmpty()) {
            hints.addClassName("stack-s");
            var title = new H3();
            title.add(Icon.INFO.create(), new Text(getTranslation("form.guide")));
            var box = new com.vaadin.flow.component.html.Section(title, hints);
            guide.addComponentAsFirst(box);
        }
        hints.getParent().ifPresent(box -> box.setVisible(hints.getComponentCount() > 0));
        guide.setVisible(guide.getChildren().anyMatch(Component::isVisible));
    }

    /** One section on its sheet. */
    private final class Panel extends com.vaadin.flow.component.html.Section {

        private final Section section;
        private final H2 heading;
        private final Div laid = new Div();
        private final Footer footer = new Footer();

        Panel(Section section) {
            this.section = section;
            addClassName("stack-l");
            heading = new H2(section.title());
            heading.getElement().setAttribute("tabindex", "-1");
            var all = definition.sections();
            if (all.size() > 1) {
                var place = new Paragraph(all.indexOf(section) + 1 + " / " + all.size());
                place.addClassNames("small", "mute");
                add(new Header(place, heading));
            } else if (!section.title().isBlank()) {
                add(new Header(heading));
            }
            var items = new Div();
            items.addClassName("fields");
            section.items().forEach(item -> {
                var component = component(item);
                items.add(component);
                if (!item.hiddenWhen().isEmpty()) {
                    conditional.put(component, item);
                }
            });
            laid.setVisible(false);
            footer.addClassNames("row", "between");
            add(laid, items, footer);
            setVisible(false);
        }

        void lay(Component component) {
            laid.add(component);
            laid.setVisible(true);
        }

        private Component component(Item item) {
            return switch (item) {
                case Item.Heading title -> {
                    var box = new Div(new H3(title.text()));
                    if (title.hint() != null) {
                        var hint = new Paragraph(title.hint());
                        hint.addClassName("help");
                        box.add(hint);
                    }
                    yield box;
                }
                case Item.Prose prose -> {
                    var text = new Paragraph(prose.text());
                    text.addClassName("prose");
                    yield text;
                }
                case Item.Line line -> new Hr();
                case Item.Gap gap -> {
                    var space = new Div();
                    space.addClassName("gap");
                    yield space;
                }
                case Field field -> field(field);
            };
        }

        private Component field(Field field) {
            var point = points.get(field.key());
            if (!points.isEmpty() && point == null) {
                return text(field);
            }
            var view = FieldView.of(field, tools);
            view.show(desk.value(field.key()));
            view.base(desk.version(field.key()));
            view.listen(FormView.this::changed);
            views.put(field.key(), view);
            return point == null ? view : asked(point, view);
        }

        /** A field that is not open, as text. */
        private Component text(Field field) {
            var reading = FormReading.of(
                    new FormDefinition(
                            "one", List.of(new Section("one", "", null, List.of(), List.of(unhidden(field))))),
                    Answers.of(definition, desk.known()),
                    one -> true,
                    FormReading.BudgetDetail.LINES,
                    tools.words(),
                    FormView.this.getLocale());
            return new FormText(reading, file -> FilesView.link(file, tools));
        }

        private Component asked(SupplementPoint point, FieldView view) {
            var who = new Span(getTranslation("form.supplement.from"));
            who.addClassNames("who", Party.CITY.style());
            var when = new Span(point.from());
            when.addClassName("mute");
            var voice = new Div(new Header(who, when), new Text(point.comment()));
            voice.addClassNames("voice", Party.CITY.style());
            var fix = new Checkbox(getTranslation("form.supplement.done"));
            fix.setValue(point.done());
            fix.setHelperText(getTranslation("form.supplement.done.hint"));
            fix.addValueChangeListener(event -> {
                if (event.getValue()) {
                    marked.add(point.field());
                } else {
                    marked.remove(point.field());
                }
                done.accept(point.field(), event.getValue());
                react();
            });
            var mark = new Div(fix);
            mark.addClassName("fix");
            var box = new Div(voice, view, mark);
            box.addClassName("ret");
            return box;
        }

        void drawFooter() {
            footer.removeAll();
            var shown = sections();
            var here = shown.indexOf(section);
            if (here > 0) {
                var before = shown.get(here - 1);
                footer.add(Buttons.secondary(getTranslation("form.before", before.title()), event -> go(before)));
            }
            if (here >= 0 && here < shown.size() - 1) {
                var after = shown.get(here + 1);
                footer.add(Buttons.primary(getTranslation("form.after", after.title()), event -> go(after)));
            } else if (lastWords != null && last != null) {
                var action = last;
                footer.add(Buttons.primary(lastWords, event -> action.run()));
            }
            footer.setVisible(footer.getComponentCount() > 0);
        }
    }
}
