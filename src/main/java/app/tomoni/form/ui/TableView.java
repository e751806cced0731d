package app.tomoni.form.ui;

import app.tomoni.form.Field;
import app.tomoni.form.Widget;
import app.tomoni.shared.Json;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Icon;
import app.tomoni.shared.ui.KeptInBrowser;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table of short texts: roles, schedule, outcomes. */
final class TableView extends FieldView {

    private final Widget widget;
    private final NativeTableBody body = new NativeTableBody();
    private final List<Row> rows = new ArrayList<>();

    private record Row(NativeTableRow line, Map<String, TextArea> cells) {}

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
        table.add(new NativeTableHeader(names), body);
        var more = Buttons.secondary(getTranslation("form.row.add"), event -> {
            append(Map.of());
            rows.getLast().cells().values().iterator().next().focus();
        });
        more.setIcon(Icon.PLUS.small());
        add(table, new Div(more));
        finish();
        append(Map.of());
    }

    static Component hidden(String text) {
        var words = new com.vaadin.flow.component.html.Span(text);
        words.addClassName("vh");
        return words;
    }

    private String columnName(String column) {
        return getTranslation("form.column." + widget.key() + "." + column);
    }

    private void append(Map<String, String> values) {
        var number = rows.size();
        var line = new NativeTableRow();
        var cells = new LinkedHashMap<String, TextArea>();
        for (var column : widget.columns()) {
            var cell = new TextArea();
            cell.setMinRows(1);
            cell.setValue(values.getOrDefault(column, ""));
            KeptInBrowser.typing(cell, "");
            cell.addValueChangeListener(event -> changed(path(cell), event.getValue()));
            var place = new NativeTableCell(cell);
            place.getElement().setAttribute("data-l", columnName(column));
            line.add(place);
            cells.put(column, cell);
        }
        var row = new Row(line, cells);
        line.add(new NativeTableCell(Buttons.quiet(getTranslation("form.row.remove"), event -> remove(row))));
        rows.add(number, row);
        body.add(line);
        number();
    }

    /** Names each input by its row, for those who do not see the table and for what the browser keeps. */
    private void number() {
        for (var i = 0; i < rows.size(); i++) {
            var number = i;
            rows.get(i).cells().forEach((column, cell) -> {
                cell.setAriaLabel(getTranslation("form.row.cell", number + 1, columnName(column)));
                KeptInBrowser.keep(cell, field.key() + "/" + number + "/" + column);
            });
        }
    }

    private static String path(TextArea cell) {
        return cell.getElement().getAttribute("data-keep");
    }

    private void remove(Row row) {
        rows.remove(row);
        body.remove(row.line());
        if (rows.isEmpty()) {
            append(Map.of());
        }
        number();
        changed();
        rows.getLast().cells().values().iterator().next().focus();
    }

    @Override
    String kept() {
        var all = Json.array();
        var last = rows.size();
        while (last > 0 && isEmpty(rows.get(last - 1))) {
            last--; // rows that only wait to be filled in
        }
        for (var row : rows.subList(0, last)) {
            var object = all.addObject();
            row.cells().forEach((column, cell) -> object.put(column, cell.getValue()));
        }
        return all.isEmpty() ? "" : Json.write(all);
    }

    private static boolean isEmpty(Row row) {
        return row.cells().values().stream().allMatch(cell -> cell.getValue().isBlank());
    }

    @Override
    protected void fill(String kept) {
        rows.forEach(row -> body.remove(row.line()));
        rows.clear();
        app.tomoni.form.Answers.NONE
                .with(field, kept)
                .rows(field.key(), widget.columns())
                .forEach(this::append);
        if (rows.isEmpty()) {
            append(Map.of());
        }
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
        while (rows.size() <= number) {
            append(Map.of());
        }
        var values = new ArrayList<Map<String, String>>();
        rows.forEach(row -> {
            var texts = new LinkedHashMap<String, String>();
            row.cells().forEach((column, cell) -> texts.put(column, cell.getValue()));
            values.add(texts);
        });
        values.get(number).put(steps[2], typed);
        show(Json.write(values));
    }

    @Override
    Component target() {
        return rows.getFirst().cells().values().iterator().next();
    }
}
