package app.tomoni.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import java.util.Set;

/** A plain table with a caption, which screen readers and printers understand; scrolls inside its own box. */
public class PlainTable extends Div {

    private final NativeTableBody body = new NativeTableBody();
    private final Set<Integer> numeric;

    /** @param numeric indexes of the columns that hold figures */
    public PlainTable(String caption, List<String> headers, Set<Integer> numeric) {
        this.numeric = numeric;
        addClassName("scroll");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", caption);
        var table = new NativeTable();
        table.setCaptionText(caption);
        var head = new NativeTableRow();
        for (var i = 0; i < headers.size(); i++) {
            var cell = new NativeTableHeaderCell(headers.get(i));
            cell.getElement().setAttribute("scope", "col");
            cell.setClassName("num", numeric.contains(i));
            head.add(cell);
        }
        table.add(new NativeTableHeader(head), body);
        add(table);
    }

    public PlainTable row(Component... cells) {
        var row = new NativeTableRow();
        for (var i = 0; i < cells.length; i++) {
            var cell = new NativeTableCell(cells[i]);
            cell.setClassName("num", numeric.contains(i));
            row.add(cell);
        }
        body.add(row);
        return this;
    }

    public PlainTable row(String... texts) {
        var cells = new Component[texts.length];
        for (var i = 0; i < texts.length; i++) {
            cells[i] = new Text(texts[i]);
        }
        return row(cells);
    }
}
