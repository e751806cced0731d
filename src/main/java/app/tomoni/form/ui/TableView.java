package app.tomoni.form.ui;

import app.tomoni.form.Field;
import app.tomoni.form.Widget;
import app.tomoni.shared.Json;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Icon;
import app.tomoni.shared.ui.KeptInBrowser;
import app.tomoni.shared.ui.Spoken;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A table of short texts: roles, schedule, outcomes. */
final class TableView extends FieldView {

    private final Widget widget;
    private final InputRows<Row> rows;

    TableView(Field field, Widget widget) {
        super(field);
        this.widget = widget;
        var heading = "h-" + field.key();
        head(heading);
        var table = new NativeTable();
        table.addClassName("tablein");
        table.getElement().setAttribute("aria-labelledby", heading);
        var names = new NativeTableRow();
        for (var column : widget.columns()) {
            var name = new NativeTableHeaderCell(columnName(column));
            name.getElement().setAttribute("scope", "col");
            names.add(name);
        }
        var last = new NativeTableHeaderCell();
        last.addClassName("act");
        last.add(hidden(getTranslation("form.row.remove.column")));
        names.add(last);
        var spoken = new Spoken();
        rows = new InputRows<>(() -> new Row(Map.of()), this::changed, spoken);
        table.add(new NativeTableHeader(names), rows);
        var more = Buttons.secondary(
                getTranslation("form.row.add"), event -> rows.append().first().focus());
        more.setIcon(Icon.PLUS.small());
        add(table, spoken, new Div(more));
        finish();
        rows.append();
    }

    static Component hidden(String text) {
        var words = new com.vaadin.flow.component.html.Span(text);
        words.addClassName("vh");
        return words;
    }

    private String columnName(String column) {
        return getTranslation("form.column." + widget.key() + "." + column);
    }

    private final class Row extends InputRow {

        private final Map<String, TextArea> cells = new LinkedHashMap<>();
        private final Button remove =
                WayBack.takesAway(Buttons.quiet(getTranslation("form.row.remove"), event -> rows.takeAway(this)));

        Row(Map<String, String> values) {
            for (var column : widget.columns()) {
                var cell = new TextArea();
                cell.setMinRows(1);
                cell.setValue(values.getOrDefault(column, ""));
                KeptInBrowser.typing(cell, "");
                cell.addValueChangeListener(event -> changed(path(cell), event.getValue()));
                var place = new NativeTableCell(cell);
                place.getElement().setAttribute("data-l", columnName(column));
                add(place);
                cells.put(column, cell);
            }
            add(new NativeTableCell(remove));
        }

        @Override
        void number(int index) {
            cells.forEach((column, cell) -> {
                cell.setAriaLabel(getTranslation("form.row.cell", index + 1, columnName(column)));
                KeptInBrowser.keep(cell, field.key() + "/" + index + "/" + column);
            });
            remove.setAriaLabel(getTranslation("form.row.remove.of", index + 1));
        }

        @Override
        TextArea first() {
            return cells.values().iterator().next();
        }

        @Override
        Map<String, String> content() {
            var texts = new LinkedHashMap<String, String>();
            cells.forEach((column, cell) -> texts.put(column, cell.getValue()));
            return texts;
        }

        @Override
        Stream<String> words() {
            return content().values().stream().filter(text -> !text.isBlank()).limit(1);
        }

        @Override
        boolean isEmpty() {
            return content().values().stream().allMatch(String::isBlank);
        }
    }

    private static String path(TextArea cell) {
        return cell.getElement().getAttribute("data-keep");
    }

    @Override
    String kept() {
        var all = Json.array();
        var lines = rows.rows();
        var last = lines.size();
        while (last > 0 && lines.get(last - 1).isEmpty()) {
            last--; // rows that only wait to be filled in
        }
        for (var row : lines.subList(0, last)) {
            var object = all.addObject();
            row.content().forEach(object::put);
        }
        return all.isEmpty() ? "" : Json.write(all);
    }

    @Override
    protected void fill(String kept) {
        rows.fill(app.tomoni.form.Answers.NONE.with(field, kept).rows(field.key(), widget.columns()).stream()
                .map(Row::new)
                .toList());
    }

    @Override
    void restore(String path, String typed) {
        var steps = path.split("/");
        if (steps.length != 3
                || !steps[1].matches("\\d{1,2}")
                || !widget.columns().contains(steps[2])) {
            return;
        }
        var number = Integer.parseInt(steps[1]);
        rows.reach(number + 1);
        var values = rows.rows().stream().map(Row::content).toList();
        values.get(number).put(steps[2], typed);
        show(Json.write(values));
    }

    @Override
    Component target() {
        return rows.rows().getFirst().first();
    }
}
