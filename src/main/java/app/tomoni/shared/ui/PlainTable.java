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

/**
 * A plain table with a caption, which screen readers and printers understand; scrolls inside its own box. On a phone each
 * row is a block, which would end its being a table for screen readers, so that all its parts name their roles.
 */
public class PlainTable extends Div {

    /** A text of so few characters, such as a receipt number or a sum, is never broken; a header is sooner */
    private static final int SHORT = 12;

    private static final int SHORT_HEADER = 4;

    /** A text of so many characters is a sentence, and keeps room for one between columns of figures */
    private static final int LONG = 24;

    /** Latin letters take half the room */
    private static final int LONG_LATIN = 48;

    private final NativeTable table = new NativeTable();
    private final NativeTableBody body = new NativeTableBody();
    private final List<String> headers;
    private final Set<Integer> numeric;

    /** @param numeric indexes of the columns that hold figures */
    public PlainTable(String caption, List<String> headers, Set<Integer> numeric) {
        this.headers = headers;
        this.numeric = numeric;
        addClassName("scroll");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", caption);
        table.addClassName("rows");
        role(table, "table");
        table.setCaptionText(caption);
        role(body, "rowgroup");
        var head = role(new NativeTableRow(), "row");
        for (var i = 0; i < headers.size(); i++) {
            var cell = role(new NativeTableHeaderCell(headers.get(i)), "columnheader");
            cell.getElement().setAttribute("scope", "col");
            cell.setClassName("num", numeric.contains(i));
            cell.setClassName("short", headers.get(i).length() <= SHORT_HEADER);
            head.add(cell);
        }
        table.add(role(new NativeTableHeader(head), "rowgroup"), body);
        add(table);
    }

    /** The heading above says what the caption says, which is then left to screen readers. */
    public PlainTable underHeading() {
        table.getCaption().addClassName("vh");
        return this;
    }

    public PlainTable row(Component... cells) {
        var row = role(new NativeTableRow(), "row");
        var latin = !getLocale().getLanguage().equals("ja");
        for (var i = 0; i < cells.length; i++) {
            var cell = role(new NativeTableCell(cells[i]), "cell");
            cell.setClassName("num", numeric.contains(i));
            var length = cell.getElement().getTextRecursively().length();
            cell.setClassName("short", length <= SHORT);
            cell.setClassName("long", length >= (latin ? LONG_LATIN : LONG));
            cell.getElement().setAttribute("data-l", headers.get(i)); // a phone shows it beside the value
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

    private static <C extends Component> C role(C part, String role) {
        part.getElement().setAttribute("role", role);
        return part;
    }
}
