package app.tomoni.form;

import app.tomoni.shared.Json;
import app.tomoni.shared.Yen;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One line of a budget, as typed.
 *
 * @param category the kind of cost or income, one of the form's list
 * @param eligible whether the city may pay part of it; of no meaning for income
 * @param payer who bears it: {@code group}, {@code city} or {@code both}
 */
public record BudgetLine(
        String category,
        String description,
        String unitPriceAsTyped,
        String quantityAsTyped,
        String amountAsTyped,
        boolean eligible,
        String payer) {

    static final int LONGEST_DESCRIPTION = 200;

    public static final BudgetLine EMPTY = new BudgetLine("", "", "", "", "", true, "group");

    static BudgetLine of(JsonNode node) {
        return new BudgetLine(
                node.path("category").asString(""),
                node.path("description").asString(""),
                node.path("unitPrice").asString(""),
                node.path("quantity").asString(""),
                node.path("amount").asString(""),
                node.path("eligible").asBoolean(true),
                node.path("payer").asString("group"));
    }

    JsonNode json() {
        return Json.object()
                .put("category", category)
                .put("description", description)
                .put("unitPrice", unitPriceAsTyped)
                .put("quantity", quantityAsTyped)
                .put("amount", amountAsTyped)
                .put("eligible", eligible)
                .put("payer", payer);
    }

    public boolean isEmpty() {
        return category.isBlank()
                && description.isBlank()
                && unitPriceAsTyped.isBlank()
                && quantityAsTyped.isBlank()
                && amountAsTyped.isBlank();
    }

    /** Nothing when the amount cannot be read. */
    public Yen amount() {
        return Numbers.yen(amountAsTyped).orElse(Yen.ZERO);
    }

    /** Whether it says what the money is for: in words, or by a unit price and a quantity. */
    boolean saysWhatFor() {
        return !description.isBlank() || (!unitPriceAsTyped.isBlank() && !quantityAsTyped.isBlank());
    }

    /** Unit price times quantity, when both can be read and the result is a whole amount. */
    public Optional<Yen> product() {
        return exactProduct().flatMap(Numbers::yen);
    }

    /** Unit price times quantity to the last digit, when both can be read. */
    Optional<BigDecimal> exactProduct() {
        return Numbers.price(unitPriceAsTyped)
                .flatMap(price -> Numbers.read(quantityAsTyped).map(price::multiply))
                .filter(product -> product.signum() >= 0);
    }
}
