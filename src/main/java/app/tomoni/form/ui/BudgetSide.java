package app.tomoni.form.ui;

import app.tomoni.form.Budget;
import app.tomoni.form.BudgetLine;
import app.tomoni.form.Field;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Icon;
import app.tomoni.shared.ui.Spoken;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;

/** One side of the budget: a table of lines that grows and shrinks, and always has a line to write in. */
final class BudgetSide extends Section {

    /** The budget around the inputs of a side. */
    interface Whole {

        /** Heeds what is typed into an input. */
        void heed(TextField input);

        /** Something has been chosen, ticked or removed. */
        void chosen();

        /** The person goes on from a line that they have begun. */
        void written();

        /** Fills inputs without that counting as a change. */
        void quietly(Runnable filling);
    }

    static final String EXPENDITURE = "expenditure";
    static final String INCOME = "income";

    private final Field field;
    private final String side;
    private final Whole whole;
    private final InputRows<BudgetRow> rows;

    BudgetSide(Field field, String side, Whole whole) {
        this.field = field;
        this.side = side;
        this.whole = whole;
        var heading = new H3(getTranslation("form.budget." + side));
        heading.setId("h-" + field.key() + "-" + side);
        var hint = new Paragraph(hint());
        hint.addClassName("help");
        var table = new NativeTable();
        table.addClassNames("tablein", "budget");
        table.getElement().setAttribute("aria-labelledby", "h-" + field.key() + "-" + side);
        var names = new NativeTableRow();
        for (var column : columns()) {
            var name = new NativeTableHeaderCell(getTranslation("form.budget.column." + column));
            name.getElement().setAttribute("scope", "col");
            name.setClassName("num", column.equals("amount"));
            names.add(name);
        }
        names.add(new NativeTableHeaderCell(TableView.hidden(getTranslation("form.row.remove.column"))));
        var spoken = new Spoken();
        rows = new InputRows<>(() -> row(BudgetLine.EMPTY), whole::chosen, spoken);
        table.add(new NativeTableHeader(names), rows);
        var more = Buttons.secondary(getTranslation("form.budget.add." + side), event -> begin(rows.append()));
        more.setIcon(Icon.PLUS.small());
        add(heading, hint, table, spoken, new Div(more));
        rows.append();
    }

    private String hint() {
        if (side.equals(INCOME)) {
            return getTranslation("form.budget.income.hint");
        }
        return field.hint() == null ? "" : field.hint();
    }

    private List<String> columns() {
        return isExpenditure()
                ? List.of("category", "content", "amount", "eligible", "payer")
                : List.of("category", "content", "amount");
    }

    /** Whether each line also says what of it is eligible and who pays. */
    boolean isExpenditure() {
        return side.equals(EXPENDITURE);
    }

    /** The categories that the form offers. */
    List<String> categories() {
        return field.listProperty("tomoni:" + side);
    }

    /** Under which the browser keeps the inputs of this side. */
    String path() {
        return field.key() + "/" + side;
    }

    /** A new line below another, for the person to go on with. */
    void beginBelow(BudgetRow row) {
        begin(rows.appendBelow(row));
    }

    private static void begin(BudgetRow row) {
        row.category().focus();
    }

    private BudgetRow row(BudgetLine line) {
        return new BudgetRow(this, line, whole);
    }

    void remove(BudgetRow row) {
        rows.takeAway(row);
    }

    void fill(List<BudgetLine> lines) {
        rows.fill(lines.stream().map(this::row).toList());
    }

    /** Puts back one input that had not reached the server. */
    void restore(int index, String column, String typed) {
        rows.reach(index + 1);
        rows.rows().get(index).restore(column, typed);
    }

    List<BudgetLine> lines() {
        var lines = new ArrayList<>(rows.rows().stream().map(BudgetRow::line).toList());
        while (!lines.isEmpty() && lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        return lines;
    }

    /** Marks what the lines lack. */
    void judge() {
        rows.rows().forEach(BudgetRow::judge);
    }

    /** The person goes on from the table. */
    void leave() {
        rows.rows().forEach(BudgetRow::leave);
    }

    /** @param number counted from one */
    boolean isFresh(int number) {
        return number <= rows.rows().size() && rows.rows().get(number - 1).isFresh();
    }

    void clear() {
        rows.rows().forEach(BudgetRow::clear);
    }

    /**
     * Says at its input what is wrong with a line.
     *
     * @param number counted from one
     * @param about as the keys of {@link Budget} end
     * @return whether there is such a line
     */
    boolean say(int number, String about, String sentence) {
        if (number > rows.rows().size()) {
            return false;
        }
        rows.rows().get(number - 1).say(about, sentence);
        return true;
    }

    /** Where the cursor goes when somebody is led here. */
    Component target() {
        return rows.rows().getFirst().description();
    }
}
