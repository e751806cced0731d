package app.tomoni.form.ui;

import app.tomoni.form.Answers;
import app.tomoni.form.Budget;
import app.tomoni.form.BudgetLine;
import app.tomoni.form.BudgetRule;
import app.tomoni.form.Field;
import app.tomoni.form.FieldError;
import app.tomoni.shared.Json;
import app.tomoni.shared.Yen;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.FieldLabel;
import app.tomoni.shared.ui.Icon;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Income, expenditure and the amount asked of the city, with sums and rules while typing. */
final class BudgetView extends FieldView {

    private static final List<String> PAYERS = List.of("group", "city", "both");

    private final @Nullable BudgetRule rule;
    private final FormTools tools;
    private final Side expenditure = new Side("expenditure");
    private final Side income = new Side("income");
    private final TextField requested = new TextField();
    private final Div requestProblem = new Div();
    private final Div totals = new Div();
    private final Div verdict = new Div();
    private boolean filling;

    BudgetView(Field field, FormTools tools) {
        super(field);
        this.tools = tools;
        this.rule = tools.rules().budget();
        addClassName("stack-l");
        expenditure.build();
        income.build();
        add(expenditure, request(), income, sums());
        finish();
        expenditure.append(BudgetLine.EMPTY);
        income.append(BudgetLine.EMPTY);
        judge();
    }

    private Component request() {
        var name = new NativeLabel();
        name.getElement().setAttribute("slot", "label");
        name.add(new Span(getTranslation("form.budget.total.requested")), FieldLabel.need(field.required()));
        requested.getElement().appendChild(name.getElement());
        requested.getElement().getThemeList().add("helper-above-field");
        requested.getElement().setAttribute("inputmode", "numeric");
        requested.addClassNames("short", "amount");
        requested.setManualValidation(true);
        requested.setSuffixComponent(new Span(getTranslation("form.yen")));
        if (rule != null) {
            requested.setHelperText(
                    rule.rateNumerator() == rule.rateDenominator()
                            ? getTranslation(
                                    "form.budget.rule.whole", rule.ceiling().amount())
                            : getTranslation(
                                    "form.budget.rule",
                                    rule.rateDenominator(),
                                    rule.rateNumerator(),
                                    rule.roundingUnit().amount(),
                                    rule.ceiling().amount()));
        }
        TextView.typing(requested, field.key() + "/requested");
        listen(requested);
        return new Div(requested, requestProblem);
    }

    private Component sums() {
        var box = new Section(new H3(getTranslation("form.budget.totals")), totals, verdict);
        box.addClassName("sum");
        box.getElement().setAttribute("aria-live", "polite");
        return box;
    }

    private void listen(TextField input) {
        input.addValueChangeListener(event -> typed(input));
        input.addFocusListener(event -> focused(true));
        input.addBlurListener(event -> focused(false));
    }

    private void typed(TextField input) {
        if (filling) {
            return;
        }
        judge();
        changed(input.getElement().getAttribute("data-keep"), input.getValue());
    }

    private void chosen() {
        if (!filling) {
            judge();
            changed();
        }
    }

    private Budget budget() {
        return new Budget(income.lines(), expenditure.lines(), requested.getValue());
    }

    /** Sums and rules, anew after each change. */
    private void judge() {
        var budget = budget();
        var figures = new DescriptionList();
        figure(figures, "expenditure", budget.expenditureTotal());
        figure(figures, "eligible", budget.eligibleTotal());
        figure(figures, "income", budget.incomeTotal());
        totals.removeAll();
        totals.add(figures);
        verdict.removeAll();
        requestProblem.removeAll();
        requested.setInvalid(false);
        if (rule == null || budget.isEmpty()) {
            return;
        }
        var findings = budget.checkSums(rule);
        var unbalanced = false;
        var tooMuch = false;
        for (var finding : findings) {
            var sentence = tools.words().say(finding.messageKey(), finding.arguments(), getLocale());
            if (finding.messageKey().endsWith("-exceeds")) {
                unbalanced = true;
                verdict.add(problem(sentence));
            } else {
                tooMuch = true;
                requested.setInvalid(true);
                requestProblem.add(problem(sentence, fix(finding.fix())));
            }
        }
        if (!unbalanced) {
            verdict.add(fine(getTranslation("form.budget.balanced")));
        }
        if (!tooMuch && !requested.getValue().isBlank()) {
            verdict.add(fine(getTranslation(
                    "form.budget.within", rule.limit(budget.eligibleTotal()).amount())));
        }
    }

    private Component[] fix(@Nullable Yen amount) {
        if (amount == null) {
            return new Component[0];
        }
        var button = Buttons.quiet(getTranslation("form.budget.fix", amount.amount()), event -> {
            requested.setValue(getTranslation("form.amount", amount.amount()));
            requested.focus();
        });
        return new Component[] {button};
    }

    private void figure(DescriptionList figures, String key, Yen amount) {
        var pair = new Div(
                new DescriptionList.Term(getTranslation("form.budget.total." + key)),
                new DescriptionList.Description(getTranslation("form.read.yen", amount.amount())));
        figures.getElement().appendChild(pair.getElement());
    }

    private static Component fine(String words) {
        var line = new Paragraph(Icon.CHECK.small(), new Text(words));
        line.addClassName("okline");
        return line;
    }

    @Override
    String kept() {
        var budget = budget();
        return budget.isEmpty() ? "" : Json.write(budget.json());
    }

    @Override
    protected void fill(String kept) {
        filling = true;
        try {
            var budget = Answers.NONE.with(field, kept).budget(field.key());
            expenditure.fill(budget.expenditure());
            income.fill(budget.income());
            requested.setValue(budget.requestedAsTyped());
        } finally {
            filling = false;
        }
        judge();
    }

    @Override
    void restore(String path, String typed) {
        var steps = path.split("/");
        filling = true;
        try {
            if (steps.length == 2 && steps[1].equals("requested")) {
                requested.setValue(typed);
            } else if (steps.length == 4 && steps[2].matches("\\d{1,2}")) {
                var side = steps[1].equals("income") ? income : expenditure;
                var row = side.row(Integer.parseInt(steps[2]));
                row.restore(steps[3], typed);
            }
        } finally {
            filling = false;
        }
        judge();
    }

    @Override
    Component target() {
        return expenditure.rows.getFirst().description;
    }

    @Override
    void show(List<FieldError> wrong, List<String> sentences) {
        var other = new ArrayList<String>();
        for (var i = 0; i < wrong.size(); i++) {
            var key = wrong.get(i).messageKey();
            if (!key.endsWith("-exceeds") && !key.startsWith("form.budget.over-")) {
                other.add(sentences.get(i)); // the others already stand beside their sums
            }
        }
        super.show(wrong, other);
    }

    /** One side of the budget. */
    private final class Side extends Section {

        private final String side;
        private final NativeTableBody body = new NativeTableBody();
        private final List<Row> rows = new ArrayList<>();

        Side(String side) {
            this.side = side;
        }

        void build() {
            var heading = new H3(getTranslation("form.budget." + side));
            heading.setId("h-" + field.key() + "-" + side);
            var hint = new Paragraph(
                    side.equals("income") ? getTranslation("form.budget.income.hint") : String.valueOf(hint()));
            hint.addClassName("help");
            var table = new NativeTable();
            table.addClassName("tablein");
            table.getElement().setAttribute("aria-labelledby", "h-" + field.key() + "-" + side);
            var names = new NativeTableRow();
            for (var column : columns()) {
                var name = new NativeTableHeaderCell(getTranslation("form.budget.column." + column));
                name.getElement().setAttribute("scope", "col");
                name.setClassName("num", column.equals("amount"));
                names.add(name);
            }
            names.add(new NativeTableHeaderCell(TableView.hidden(getTranslation("form.row.remove.column"))));
            table.add(new NativeTableHeader(names), body);
            var more = Buttons.secondary(getTranslation("form.budget.add." + side), event -> append(rows.size()));
            more.setIcon(Icon.PLUS.small());
            add(heading, hint, table, new Div(more));
        }

        private String hint() {
            return field.hint() == null ? "" : field.hint();
        }

        private List<String> columns() {
            return side.equals("income")
                    ? List.of("category", "content", "amount")
                    : List.of("category", "content", "amount", "eligible", "payer");
        }

        private void append(int after) {
            insert(Math.min(after, rows.size()), BudgetLine.EMPTY);
            rows.get(Math.min(after, rows.size() - 1)).category.focus();
        }

        void append(BudgetLine line) {
            insert(rows.size(), line);
        }

        private void insert(int index, BudgetLine line) {
            var row = new Row(this, line);
            rows.add(index, row);
            body.addComponentAtIndex(index, row);
            number();
        }

        Row row(int index) {
            while (rows.size() <= index) {
                append(BudgetLine.EMPTY);
            }
            return rows.get(index);
        }

        void remove(Row row) {
            rows.remove(row);
            body.remove(row);
            if (rows.isEmpty()) {
                append(BudgetLine.EMPTY);
            }
            number();
            chosen();
            rows.getLast().description.focus();
        }

        private void number() {
            for (var i = 0; i < rows.size(); i++) {
                rows.get(i).number(i);
            }
        }

        void fill(List<BudgetLine> lines) {
            rows.forEach(body::remove);
            rows.clear();
            lines.forEach(this::append);
            if (rows.isEmpty()) {
                append(BudgetLine.EMPTY);
            }
        }

        List<BudgetLine> lines() {
            var lines = new ArrayList<>(rows.stream().map(Row::line).toList());
            while (!lines.isEmpty() && lines.getLast().isEmpty()) {
                lines.removeLast();
            }
            return lines;
        }
    }

    /** One line of the budget. */
    private final class Row extends NativeTableRow {

        private final Side side;
        private final Select<String> category = new Select<>();
        private final TextField description = new TextField();
        private final TextField price = new TextField();
        private final TextField quantity = new TextField();
        private final TextField amount = new TextField();
        private final Checkbox eligible = new Checkbox(getTranslation("form.budget.eligible"));
        private final Select<String> payer = new Select<>();
        private final com.vaadin.flow.component.button.Button remove;

        Row(Side side, BudgetLine line) {
            this.side = side;
            var categories = new ArrayList<>(field.listProperty("tomoni:" + side.side));
            if (!line.category().isBlank() && !categories.contains(line.category())) {
                categories.add(line.category());
            }
            category.setItems(categories);
            payer.setItems(PAYERS);
            payer.setItemLabelGenerator(who -> getTranslation("form.budget.payer." + who));
            remove = Buttons.quiet(getTranslation("form.row.remove"), event -> side.remove(this));
            fill(line);
            category.addValueChangeListener(event -> chosen());
            payer.addValueChangeListener(event -> chosen());
            eligible.addValueChangeListener(event -> chosen());
            for (var input : List.of(description, price, quantity, amount)) {
                TextView.typing(input, "");
                enterAddsRow(input);
            }
            for (var input : List.of(price, quantity)) {
                input.addValueChangeListener(event -> multiply());
            }
            for (var input : List.of(description, price, quantity, amount)) {
                BudgetView.this.listen(input);
            }
            for (var input : List.of(price, quantity, amount)) {
                input.getElement().setAttribute("inputmode", "numeric");
                input.addClassName("amount");
            }
            var basis = new Div(new Span(getTranslation("form.budget.price")), price, new Span("×"), quantity);
            basis.addClassName("basis");
            cell("category", category);
            cell("content", description, basis);
            cell("amount", amount).addClassName("num");
            if (side.side.equals("expenditure")) {
                cell("eligible", eligible).addClassName("own");
                cell("payer", payer);
            }
            add(new NativeTableCell(remove));
        }

        private NativeTableCell cell(String column, Component... content) {
            var cell = new NativeTableCell(content);
            cell.getElement().setAttribute("data-l", getTranslation("form.budget.column." + column));
            add(cell);
            return cell;
        }

        /** The key that ends a conversion of kana does not count. */
        private void enterAddsRow(TextField input) {
            input.getElement()
                    .addEventListener("keydown", event -> side.append(side.rows.indexOf(this) + 1))
                    .setFilter("event.key === 'Enter' && !event.isComposing && event.keyCode !== 229")
                    .preventDefault();
        }

        private void fill(BudgetLine line) {
            if (!line.category().isBlank()) {
                category.setValue(line.category());
            }
            description.setValue(line.description());
            price.setValue(line.unitPriceAsTyped());
            quantity.setValue(line.quantityAsTyped());
            amount.setValue(line.amountAsTyped());
            eligible.setValue(line.eligible());
            payer.setValue(PAYERS.contains(line.payer()) ? line.payer() : "group");
        }

        void restore(String column, String typed) {
            switch (column) {
                case "description" -> description.setValue(typed);
                case "price" -> {
                    price.setValue(typed);
                    multiply();
                }
                case "quantity" -> {
                    quantity.setValue(typed);
                    multiply();
                }
                case "amount" -> amount.setValue(typed);
                default -> {} // no such input
            }
        }

        private void multiply() {
            line().product().ifPresent(product -> {
                var before = filling;
                filling = true;
                amount.setValue(getTranslation("form.amount", product.amount()));
                filling = before;
            });
        }

        void number(int index) {
            name(category, index, "category", null);
            name(description, index, "description", "description");
            name(price, index, "price", "price");
            name(quantity, index, "quantity", "quantity");
            name(amount, index, "amount", "amount");
            name(payer, index, "payer", null);
            eligible.setAriaLabel(label(index, "eligible"));
            remove.setAriaLabel(getTranslation("form.row.remove.of", index + 1));
        }

        private String label(int index, String column) {
            return getTranslation("form.row.cell", index + 1, getTranslation("form.budget.column." + column));
        }

        private void name(Component input, int index, String column, @Nullable String kept) {
            if (input instanceof com.vaadin.flow.component.HasAriaLabel named) {
                named.setAriaLabel(label(index, column));
            }
            if (kept != null) {
                keep(input, field.key() + "/" + side.side + "/" + index + "/" + kept);
            }
        }

        BudgetLine line() {
            return new BudgetLine(
                    category.getValue() == null ? "" : category.getValue(),
                    description.getValue(),
                    price.getValue(),
                    quantity.getValue(),
                    amount.getValue(),
                    eligible.getValue(),
                    payer.getValue() == null ? "group" : payer.getValue());
        }
    }
}
