package app.tomoni.review.ui;

import app.tomoni.document.Downloads;
import app.tomoni.form.Answers;
import app.tomoni.form.Field;
import app.tomoni.form.FormDefinition.Place;
import app.tomoni.form.FormReading;
import app.tomoni.form.Section;
import app.tomoni.form.Widget;
import app.tomoni.proposal.AnswerTexts;
import app.tomoni.review.Paper;
import app.tomoni.shared.FileSize;
import app.tomoni.shared.ui.PlaceLink;
import app.tomoni.shared.ui.PlainTable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A proposal as it was handed in, section by section, as text; files as downloads. */
class PaperSheet extends Div {

    private final Answers answers;
    private final AnswerTexts texts;
    private final Downloads downloads;
    private final BooleanSupplier mayRead;
    private final Map<String, Div> places = new HashMap<>();

    /**
     * @param mayRead asked again at every download
     * @param below what stands below a field, such as its marker; none for nothing
     */
    PaperSheet(
            Paper paper,
            AnswerTexts texts,
            Downloads downloads,
            BooleanSupplier mayRead,
            @Nullable Function<Field, Component> below) {
        this.answers = paper.answers();
        this.texts = texts;
        this.downloads = downloads;
        this.mayRead = mayRead;
        addClassName("review-paper");
        var number = 0;
        for (var section : shown(paper)) {
            add(section(section, ++number, below));
        }
    }

    /** Links to the sections, for the head of the pane. */
    static Nav contents(Paper paper, String label) {
        var contents = new Nav();
        contents.addClassName("review-toc");
        contents.getElement().setAttribute("aria-label", label);
        var number = 0;
        for (var section : shown(paper)) {
            contents.add(new PlaceLink(anchor(++number), section.title()));
        }
        return contents;
    }

    private static List<Section> shown(Paper paper) {
        return paper.form().sections().stream().filter(paper.answers()::shows).toList();
    }

    private static String anchor(int number) {
        return "part-" + number;
    }

    private Component section(Section section, int number, @Nullable Function<Field, Component> below) {
        var heading = new H2(section.title());
        heading.setId(anchor(number));
        var part = new Div(focusable(heading));
        places.put(Place.of(section).key(), part);
        section.fields().filter(answers::shows).forEach(field -> {
            var answer = new Div(focusable(new H3(field.label())), content(field));
            places.put(Place.of(field).key(), answer);
            if (below != null) {
                answer.add(below.apply(field));
            }
            part.add(answer);
        });
        return part;
    }

    private static Component focusable(Component heading) {
        heading.getElement().setAttribute("tabindex", "-1");
        return heading;
    }

    /** Where a place of the form stands, its heading first; nowhere when it is not shown. */
    Optional<Div> at(String place) {
        return Optional.ofNullable(places.get(place));
    }

    private Component content(Field field) {
        if (answers.isEmpty(field) && field.kind() != Field.Kind.CHECKBOX) {
            var none = new Paragraph(getTranslation("review.paper.none"));
            none.addClassName("mute");
            return none;
        }
        var widget = field.widget();
        if (widget == Widget.BUDGET) {
            return budget(field);
        }
        if (widget == Widget.ATTACHMENTS) {
            return files(field);
        }
        if (widget != null) {
            return table(field, widget);
        }
        var typed = new Paragraph(texts.of(field, answers, getLocale()));
        typed.addClassName("prose");
        return typed;
    }

    private Component table(Field field, Widget widget) {
        var table = new PlainTable(
                field.label(),
                widget.columns().stream()
                        .map(column -> texts.column(widget, column, getLocale()))
                        .toList(),
                Set.of());
        table.underHeading().addClassName("review-table");
        answers.rows(field.key(), widget.columns()).stream()
                .filter(row -> row.values().stream().anyMatch(cell -> !cell.isBlank()))
                .forEach(row -> table.row(widget.columns().stream()
                        .map(column -> row.getOrDefault(column, ""))
                        .toArray(String[]::new)));
        return table;
    }

    private Component budget(Field field) {
        var tables = new Div();
        tables.addClassName("review-budget");
        texts.reading(field, answers, getLocale()).parts().stream()
                .flatMap(part -> part.entries().stream())
                .filter(FormReading.TableEntry.class::isInstance)
                .map(FormReading.TableEntry.class::cast)
                .map(PaperSheet::filled)
                .forEach(tables::add);
        return tables;
    }

    /** The columns in which something is written: beside the form there is room for no other. */
    private static Component filled(FormReading.TableEntry entry) {
        var columns = IntStream.range(0, entry.headers().size())
                .filter(column ->
                        entry.rows().stream().anyMatch(row -> !row.get(column).isBlank()))
                .boxed()
                .toList();
        var table = new PlainTable(
                entry.label(),
                columns.stream().map(entry.headers()::get).toList(),
                IntStream.range(0, columns.size())
                        .filter(place -> entry.numeric().contains(columns.get(place)))
                        .boxed()
                        .collect(Collectors.toSet()));
        entry.rows().forEach(row -> table.row(columns.stream().map(row::get).toArray(String[]::new)));
        return table;
    }

    private Component files(Field field) {
        var list = new UnorderedList();
        answers.attachments(field.key()).forEach(file -> {
            var link = new Anchor(downloads.handler(file.file(), mayRead), file.name());
            link.setRouterIgnore(true);
            var large = new FileSize(file.size());
            var size = new Span(getTranslation("review.paper.size", getTranslation(large.key(), large.amount())));
            size.addClassNames("small", "mute");
            list.add(new ListItem(link, size));
        });
        return list;
    }
}
