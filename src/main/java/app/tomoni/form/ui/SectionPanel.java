package app.tomoni.form.ui;

import app.tomoni.form.Answers;
import app.tomoni.form.Field;
import app.tomoni.form.FormDefinition;
import app.tomoni.form.Item;
import app.tomoni.form.Section;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Party;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Hr;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One section on its sheet: its fields, open or as text, and the ways to the sections before and after. */
final class SectionPanel extends com.vaadin.flow.component.html.Section {

    /** What comes after the last section. */
    record LastStep(String words, Runnable action) {}

    private record Ways(
            @Nullable Section before,
            @Nullable Section after,
            @Nullable String last) {}

    private final Section section;
    private final FormDefinition definition;
    private final Desk desk;
    private final FormTools tools;
    private final Supplement supplement;
    private final Map<String, FieldView> views = new LinkedHashMap<>();
    private final Map<Component, Item> conditional = new LinkedHashMap<>();
    private final H2 heading;
    private final Div laid = new Div();
    private final Footer footer = new Footer();
    private @Nullable Ways drawn;
    private @Nullable LastStep last;

    SectionPanel(Section section, FormDefinition definition, Desk desk, FormTools tools, Supplement supplement) {
        this.section = section;
        this.definition = definition;
        this.desk = desk;
        this.tools = tools;
        this.supplement = supplement;
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
            case Item.Prose prose -> new ProseText(prose.text(), section.title().isBlank() ? 1 : 2);
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
        var point = supplement.point(field);
        if (!supplement.isEmpty() && point == null) {
            return text(field);
        }
        var view = FieldView.of(field, desk, tools);
        views.put(field.key(), view);
        return point == null ? view : asked(point, view);
    }

    /** A field that is not open, as text. */
    private Component text(Field field) {
        var reading = FieldReading.of(field, Answers.of(definition, desk.known()), tools.words(), getLocale());
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
        fix.addValueChangeListener(event -> supplement.mark(point.field(), event.getValue()));
        supplement.onShown(point.field(), fix::setValue);
        var mark = new Div(fix);
        mark.addClassName("fix");
        var box = new Div(voice, view, mark);
        box.addClassName("ret");
        return box;
    }

    /** The fields that are open here. */
    Map<String, FieldView> views() {
        return views;
    }

    /** Lays something at the head of the section. */
    void lay(Component component) {
        laid.add(component);
        laid.setVisible(true);
    }

    /**
     * Shows what these answers call for and hides the rest.
     *
     * @return whether something is shown that was hidden
     */
    boolean react(Answers answers) {
        var appears = conditional.entrySet().stream()
                .anyMatch(each -> !each.getKey().isVisible() && answers.shows(each.getValue()));
        conditional.forEach((component, item) -> component.setVisible(answers.shows(item)));
        return appears;
    }

    /**
     * Draws the ways on, where they have changed: a save may come back between the press and the release of a button.
     *
     * @param shown the sections that are not hidden
     */
    void drawFooter(List<Section> shown, @Nullable LastStep last, Consumer<Section> go) {
        this.last = last;
        var here = shown.indexOf(section);
        var ways = new Ways(
                here > 0 ? shown.get(here - 1) : null,
                here >= 0 && here < shown.size() - 1 ? shown.get(here + 1) : null,
                last == null ? null : last.words());
        if (ways.equals(drawn)) {
            return;
        }
        drawn = ways;
        footer.removeAll();
        var before = ways.before();
        if (before != null) {
            footer.add(Buttons.secondary(getTranslation("form.before", before.title()), event -> go.accept(before)));
        }
        var after = ways.after();
        if (after != null) {
            var on = Buttons.secondary(getTranslation("form.after", after.title()), event -> go.accept(after));
            if (supplement.isEmpty()) { // a supplement is mostly sent from where it is written
                on.addThemeVariants(ButtonVariant.PRIMARY);
            }
            footer.add(on);
        } else if (ways.last() != null) {
            footer.add(Buttons.primary(
                    ways.last(),
                    event -> Objects.requireNonNull(this.last).action().run()));
        }
        footer.setVisible(footer.getComponentCount() > 0);
    }

    /** Leads the cursor to the heading. */
    void focusHeading() {
        heading.getElement().callJsFunction("focus");
        heading.getElement().callJsFunction("scrollIntoView");
    }
}
