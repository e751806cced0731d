package app.tomoni.form.ui;

import app.tomoni.form.Budget;
import app.tomoni.form.BudgetLine;
import app.tomoni.shared.Yen;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Figures;
import app.tomoni.shared.ui.KeptInBrowser;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasAriaLabel;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One line of the budget, whose amount follows from price and quantity. */
final class BudgetRow extends InputRow {

    private static final List<String> PAYERS = List.of("group", "city", "both");

    private final BudgetSide side;
    private final BudgetSide.Whole whole;
    private final Select<String> category = new Select<>();
    private final TextField description = new TextField();
    private final TextField price = new TextField();
    private final TextField quantity = new TextField();
    private final TextField amount = new TextField();
    private final Checkbox eligible = new Checkbox(getTranslation("form.budget.eligible"));
    private final Select<String> payer = new Select<>();
    private final Button remove;
    /** What is wrong with the line, below all of it: no input of the line moves when something is said. */
    private final Div problems = new Div();

    private final NativeTableCell said = new NativeTableCell(problems);
    /** Whether the person has not left the line yet since it was empty. */
    private boolean fresh;

    BudgetRow(BudgetSide side, BudgetLine line, BudgetSide.Whole whole) {
        this.side = side;
        this.whole = whole;
        var categories = new ArrayList<>(side.categories());
        if (!line.category().isBlank() && !categories.contains(line.category())) {
            categories.add(line.category());
        }
        category.setItems(categories);
        category.setManualValidation(true);
        payer.setItems(PAYERS);
        payer.setItemLabelGenerator(who -> getTranslation("form.budget.payer." + who));
        remove = WayBack.takesAway(Buttons.quiet(getTranslation("form.row.remove"), event -> side.remove(this)));
        fill(line);
        fresh = line.isEmpty();
        category.addValueChangeListener(event -> whole.chosen());
        payer.addValueChangeListener(event -> whole.chosen());
        eligible.addValueChangeListener(event -> whole.chosen());
        for (var input : List.of(description, price, quantity, amount)) {
            KeptInBrowser.typing(input, "");
            enterAddsRow(input);
        }
        for (var input : List.of(price, quantity)) {
            input.addValueChangeListener(event -> multiply());
        }
        for (var input : List.of(description, price, quantity, amount)) {
            whole.heed(input);
        }
        List.of(price, amount).forEach(KeptInBrowser::amount);
        KeptInBrowser.figure(quantity);
        List.of(price, quantity, amount).forEach(input -> input.addClassName("amount"));
        Figures.whole(amount);
        List.of(price, quantity).forEach(Figures::decimal); // half an hour, a rate with sen
        var basis = new Div(
                new Span(getTranslation("form.budget.price")),
                price,
                new Span("×"),
                new Span(getTranslation("form.budget.column.quantity")),
                quantity);
        basis.addClassName("basis");
        cell("category", category);
        cell("content", description, basis);
        cell("amount", amount).addClassName("num");
        if (side.isExpenditure()) {
            cell("eligible", eligible).addClassName("own");
            cell("payer", payer);
        }
        problems.getElement().setAttribute("role", "alert");
        said.addClassName("said");
        said.setVisible(false);
        add(said, new NativeTableCell(remove));
        getElement()
                .addEventListener("focusout", event -> {
                    if (fresh
                            && !isEmpty()
                            && event.getEventData().path(FieldView.LEFT).asBoolean(true)) {
                        fresh = false;
                        whole.written();
                    }
                })
                .addEventData(FieldView.LEFT);
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
                .addEventListener("keydown", event -> side.beginBelow(this))
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
        line().product()
                .ifPresent(product ->
                        whole.quietly(() -> amount.setValue(getTranslation("form.amount", product.amount()))));
    }

    @Override
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
        if (input instanceof HasAriaLabel named) {
            named.setAriaLabel(label(index, column));
        }
        if (kept != null) {
            KeptInBrowser.keep(input, side.path() + "/" + index + "/" + kept);
        }
    }

    /** Marks the category that a line with anything else in it lacks, once the line has been left. */
    void judge() {
        category.setInvalid(!fresh && category.isEmpty() && !line().isEmpty());
    }

    /** Whether the person is writing the line for the first time. */
    boolean isFresh() {
        return fresh;
    }

    /** The person goes on from the line. */
    void leave() {
        fresh &= isEmpty();
    }

    /** Nothing is said of the line. */
    void clear() {
        for (var input : List.<HasValidationProperties>of(category, description, price, quantity, amount)) {
            input.setErrorMessage("");
            input.setInvalid(false);
        }
        problems.removeAll();
        said.setVisible(false);
        judge();
    }

    /** @param about what is wrong with the line, as the keys of {@link Budget} end */
    void say(String about, String sentence) {
        HasValidationProperties input = switch (about) {
            case "category" -> category;
            case "price" -> price;
            case "quantity" -> quantity;
            case "no-content", "description" -> description;
            default -> amount;
        };
        input.setErrorMessage(sentence);
        input.setInvalid(true);
        problems.add(FieldView.problem(sentence));
        said.setVisible(true);
    }

    Select<String> category() {
        return category;
    }

    TextField description() {
        return description;
    }

    @Override
    Focusable<?> first() {
        return description;
    }

    @Override
    Object content() {
        return line();
    }

    @Override
    boolean isEmpty() {
        return line().isEmpty();
    }

    @Override
    Stream<String> words() {
        var line = line();
        return Stream.of(line.description().isBlank() ? line.category() : line.description(), figure(line));
    }

    private String figure(BudgetLine line) {
        if (line.amountAsTyped().isBlank()) {
            return Stream.of(line.unitPriceAsTyped(), line.quantityAsTyped())
                    .filter(typed -> !typed.isBlank())
                    .collect(Collectors.joining(" × "));
        }
        return line.amount().equals(Yen.ZERO)
                ? line.amountAsTyped()
                : getTranslation("form.read.yen", line.amount().amount());
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
