package app.tomoni.form;

import app.tomoni.shared.Graphemes;
import app.tomoni.shared.Json;
import app.tomoni.shared.Yen;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A project's budget as typed, and its sums.
 *
 * <p>The amount asked of the city is typed once, on its own, and counts as income. An amount that cannot be read counts
 * as nothing and is reported by {@link #check}.
 *
 * @param income what the group brings in itself or from others, without the amount asked for
 */
public record Budget(List<BudgetLine> income, List<BudgetLine> expenditure, String requestedAsTyped) {

    public static final Budget EMPTY = new Budget(List.of(), List.of(), "");

    /** The property of a form that names the categories of income which a project earns itself. */
    public static final String REVENUE = "tomoni:revenue";

    static final int MOST_LINES = 100;
    private static final int LONGEST_QUOTATION = 30;

    public Budget {
        income = List.copyOf(income);
        expenditure = List.copyOf(expenditure);
    }

    public static Budget of(JsonNode node) {
        return new Budget(
                lines(node.path("income")),
                lines(node.path("expenditure")),
                node.path("requested").asString(""));
    }

    private static List<BudgetLine> lines(JsonNode array) {
        var lines = new ArrayList<BudgetLine>();
        array.forEach(line -> lines.add(BudgetLine.of(line)));
        return lines;
    }

    public ObjectNode json() {
        var node = Json.object();
        var incomes = node.putArray("income");
        income.forEach(line -> incomes.add(line.json()));
        var expenses = node.putArray("expenditure");
        expenditure.forEach(line -> expenses.add(line.json()));
        return node.put("requested", requestedAsTyped);
    }

    public boolean isEmpty() {
        return income.stream().allMatch(BudgetLine::isEmpty)
                && expenditure.stream().allMatch(BudgetLine::isEmpty)
                && requestedAsTyped.isBlank();
    }

    /** What is asked of the city; nothing when it cannot be read. */
    public Yen requested() {
        return Numbers.yen(requestedAsTyped).orElse(Yen.ZERO);
    }

    public Yen incomeTotal() {
        return sum(income).plus(requested());
    }

    public Yen expenditureTotal() {
        return sum(expenditure);
    }

    public Yen eligibleTotal() {
        return sum(expenditure.stream().filter(BudgetLine::eligible).toList());
    }

    private static Yen sum(List<BudgetLine> lines) {
        return lines.stream().map(BudgetLine::amount).reduce(Yen.ZERO, Yen::plus);
    }

    /** What the project itself earns: the income of the categories that count as its revenue. */
    private Yen revenue(List<String> categories) {
        return sum(income.stream()
                .filter(line -> categories.contains(line.category()))
                .toList());
    }

    /** The eligible cost that the project's own revenue leaves to be paid. */
    private Yen uncovered(List<String> revenue) {
        return new Yen(Math.max(0, eligibleTotal().amount() - revenue(revenue).amount()));
    }

    /**
     * The most that may be asked for.
     *
     * @param revenue the categories of income that a project earns itself
     */
    public Yen limit(BudgetRule rule, List<String> revenue) {
        return rule.limit(eligibleTotal()).min(uncovered(revenue));
    }

    public Budget asking(Yen amount) {
        return new Budget(income, expenditure, Long.toString(amount.amount()));
    }

    /**
     * Everything that keeps this budget from being submitted, lines first, then the sums, then the amount asked for.
     *
     * @param revenue the categories of income that a project earns itself
     */
    public List<BudgetFinding> check(BudgetRule rule, List<String> revenue) {
        var findings = new ArrayList<BudgetFinding>();
        checkLines("expenditure", expenditure, findings);
        checkLines("income", income, findings);
        if (expenditure.stream().allMatch(BudgetLine::isEmpty)) {
            findings.add(BudgetFinding.of("form.budget.no-expenditure"));
        }
        if (isReadable()) {
            checkBalance(findings);
        }
        checkRequested(rule, revenue, findings);
        return List.copyOf(findings);
    }

    /** Whether every amount can be read: until then the sums say nothing, and no limit follows from them. */
    public boolean isReadable() {
        return Stream.concat(income.stream(), expenditure.stream())
                .map(BudgetLine::amountAsTyped)
                .allMatch(typed -> typed.isBlank() || Numbers.yen(typed).isPresent());
    }

    /** The findings about the sums and the amount asked for alone, for showing while somebody types. */
    public List<BudgetFinding> checkSums(BudgetRule rule, List<String> revenue) {
        var findings = new ArrayList<BudgetFinding>();
        checkBalance(findings);
        if (!requestedAsTyped.isBlank()) {
            checkRequested(rule, revenue, findings);
        }
        return List.copyOf(findings);
    }

    private static void checkLines(String side, List<BudgetLine> lines, List<BudgetFinding> findings) {
        if (lines.size() > MOST_LINES) {
            findings.add(BudgetFinding.of("form.budget.too-many-lines." + side, MOST_LINES));
        }
        for (var i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isEmpty()) { // an empty row is not an answer
                checkLine("form.budget.line." + side + ".", i + 1, lines.get(i), findings);
            }
        }
    }

    private static void checkLine(String keys, int number, BudgetLine line, List<BudgetFinding> findings) {
        if (line.category().isBlank()) {
            findings.add(BudgetFinding.of(keys + "category", number));
        }
        if (!line.saysWhatFor()) {
            findings.add(BudgetFinding.of(keys + "no-content", number));
        }
        checkBasis(keys + "price", number, line.unitPriceAsTyped(), Numbers::price, findings);
        checkBasis(keys + "quantity", number, line.quantityAsTyped(), Numbers::read, findings);
        if (line.amountAsTyped().isBlank()) {
            findings.add(BudgetFinding.of(keys + "no-amount", number));
        } else if (Numbers.isTooLarge(line.amountAsTyped())) {
            findings.add(BudgetFinding.of(keys + "too-large", number, Numbers.LARGEST, brief(line.amountAsTyped())));
        } else if (Numbers.yen(line.amountAsTyped()).isEmpty()) {
            findings.add(BudgetFinding.of(keys + "amount", number, brief(line.amountAsTyped())));
        } else {
            line.exactProduct().ifPresent(product -> checkProduct(keys, number, product, line.amount(), findings));
        }
        var length = Graphemes.count(line.description());
        if (length > BudgetLine.LONGEST_DESCRIPTION) {
            findings.add(BudgetFinding.of(keys + "description", number, BudgetLine.LONGEST_DESCRIPTION, length));
        }
    }

    /** Yen are whole, and no rule says which way a line is rounded: either of the two next amounts will do. */
    private static void checkProduct(
            String keys, int number, BigDecimal product, Yen amount, List<BudgetFinding> findings) {
        var down = product.setScale(0, RoundingMode.FLOOR);
        var up = product.setScale(0, RoundingMode.CEILING);
        var typed = BigDecimal.valueOf(amount.amount());
        if (typed.equals(down) || typed.equals(up)) {
            return;
        }
        findings.add(
                down.equals(up)
                        ? BudgetFinding.of(keys + "product", number, down, amount.amount())
                        : BudgetFinding.of(keys + "fraction", number, product, amount.amount(), down, up));
    }

    private static void checkBasis(
            String key,
            int number,
            String typed,
            Function<String, Optional<BigDecimal>> read,
            List<BudgetFinding> findings) {
        var readable = read.apply(typed).filter(value -> value.signum() >= 0).isPresent();
        if (!typed.isBlank() && !readable) {
            findings.add(BudgetFinding.of(key, number, brief(typed)));
        }
    }

    /** The beginning of what somebody has typed instead of a number; a sentence is no place for all of it. */
    private static String brief(String typed) {
        return typed.codePointCount(0, typed.length()) <= LONGEST_QUOTATION
                ? typed
                : typed.substring(0, typed.offsetByCodePoints(0, LONGEST_QUOTATION)) + "…";
    }

    private void checkBalance(List<BudgetFinding> findings) {
        var in = incomeTotal();
        var out = expenditureTotal();
        if (out.exceeds(in)) {
            findings.add(BudgetFinding.of(
                    "form.budget.expenditure-exceeds", out.amount(), in.amount(), out.amount() - in.amount()));
        } else if (in.exceeds(out)) {
            findings.add(BudgetFinding.of(
                    "form.budget.income-exceeds", in.amount(), out.amount(), in.amount() - out.amount()));
        }
    }

    private void checkRequested(BudgetRule rule, List<String> revenue, List<BudgetFinding> findings) {
        if (requestedAsTyped.isBlank()) {
            findings.add(BudgetFinding.of("form.budget.no-request"));
            return;
        }
        if (Numbers.isTooLarge(requestedAsTyped)) {
            findings.add(BudgetFinding.of("form.budget.too-large", Numbers.LARGEST, brief(requestedAsTyped)));
            return;
        }
        var typed = Numbers.yen(requestedAsTyped);
        if (typed.isEmpty() || typed.get().equals(Yen.ZERO)) {
            findings.add(BudgetFinding.of("form.budget.request", brief(requestedAsTyped)));
            return;
        }
        if (!isReadable()) {
            return;
        }
        var asked = typed.get();
        var share = rule.share(eligibleTotal());
        var limit = limit(rule, revenue);
        if (!asked.exceeds(limit)) {
            return;
        }
        var fix = limit.equals(Yen.ZERO) ? null : limit;
        if (rule.limit(eligibleTotal()).exceeds(limit)) {
            findings.add(BudgetFinding.fixed(
                    "form.budget.over-cost",
                    fix,
                    revenue(revenue).amount(),
                    eligibleTotal().amount(),
                    limit.amount(),
                    asked.amount()));
        } else if (share.exceeds(rule.ceiling()) || share.equals(rule.ceiling())) {
            findings.add(BudgetFinding.fixed(
                    "form.budget.over-ceiling", fix, rule.ceiling().amount(), asked.amount()));
        } else if (rule.paysEverything()) {
            findings.add(BudgetFinding.fixed("form.budget.over-eligible", fix, limit.amount(), asked.amount()));
        } else {
            findings.add(BudgetFinding.fixed(
                    "form.budget.over-rate",
                    fix,
                    rule.rateDenominator(),
                    rule.rateNumerator(),
                    limit.amount(),
                    asked.amount(),
                    rule.roundingUnit().amount()));
        }
    }

    /**
     * Something to mend in a budget.
     *
     * @param fix the amount to ask for that would satisfy the rule, when there is one
     */
    public record BudgetFinding(
            String messageKey,
            List<Object> arguments,
            @Nullable Yen fix) {

        static BudgetFinding of(String messageKey, Object... arguments) {
            return new BudgetFinding(messageKey, List.of(arguments), null);
        }

        static BudgetFinding fixed(String messageKey, @Nullable Yen fix, Object... arguments) {
            return new BudgetFinding(messageKey, List.of(arguments), fix);
        }
    }
}
