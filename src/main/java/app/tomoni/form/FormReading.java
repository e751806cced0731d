package app.tomoni.form;

import app.tomoni.shared.JapaneseDates;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Answers ready to be read: by a screen, a public page or a letter. What is hidden or not visible is not in it. */
public record FormReading(List<Part> parts) {

    /** A section with at least one entry. */
    public record Part(String key, String title, List<Entry> entries) {}

    /** One answer. {@code kind} is {@code text}, {@code table} or {@code files}, for templates. */
    public sealed interface Entry {
        String key();

        String label();

        String kind();
    }

    /** @param text as typed, or the words for an empty answer */
    public record TextEntry(String key, String label, String text, boolean empty) implements Entry {
        @Override
        public String kind() {
            return "text";
        }
    }

    /** @param numeric indexes of the columns that hold figures */
    public record TableEntry(
            String key, String label, List<String> headers, List<List<String>> rows, Set<Integer> numeric)
            implements Entry {
        @Override
        public String kind() {
            return "table";
        }
    }

    public record FilesEntry(String key, String label, List<Attachment> files) implements Entry {
        @Override
        public String kind() {
            return "files";
        }
    }

    /** How much of a budget is shown. */
    public enum BudgetDetail {
        LINES,
        TOTALS
    }

    /** Everything that {@code visible} lets through. */
    public static FormReading of(
            FormDefinition definition,
            Answers answers,
            Predicate<Field> visible,
            BudgetDetail detail,
            FormWords words,
            Locale locale) {
        var reader = new Reader(answers, detail, words, locale);
        return new FormReading(definition.sections().stream()
                .filter(answers::shows)
                .map(section -> new Part(
                        section.key(),
                        section.title(),
                        section.fields()
                                .filter(answers::shows)
                                .filter(visible)
                                .flatMap(field -> reader.entries(field).stream())
                                .toList()))
                .filter(part -> !part.entries().isEmpty())
                .toList());
    }

    /** What everyone may read after the decision: the public fields, the budget as totals. */
    public static FormReading ofPublic(FormDefinition definition, Answers answers, FormWords words, Locale locale) {
        return of(definition, answers, Field::isPublic, BudgetDetail.TOTALS, words, locale);
    }

    private record Reader(Answers answers, BudgetDetail detail, FormWords words, Locale locale) {

        List<Entry> entries(Field field) {
            if (field.kind() != Field.Kind.CHECKBOX && answers.isEmpty(field)) {
                return List.of(new TextEntry(field.key(), field.label(), words.word("form.read.empty", locale), true));
            }
            var widget = field.widget();
            if (widget == Widget.BUDGET) {
                return budget(field, answers.budget(field.key()));
            }
            if (widget == Widget.ATTACHMENTS) {
                return List.of(new FilesEntry(field.key(), field.label(), answers.attachments(field.key())));
            }
            if (widget != null) {
                return List.of(new TableEntry(
                        field.key(),
                        field.label(),
                        widget.columns().stream()
                                .map(column -> words.word("form.column." + widget.key() + "." + column, locale))
                                .toList(),
                        answers.filledRows(field).stream()
                                .map(row -> widget.columns().stream()
                                        .map(column -> row.getOrDefault(column, ""))
                                        .toList())
                                .toList(),
                        Set.of()));
            }
            return List.of(new TextEntry(field.key(), field.label(), text(field), false));
        }

        private String text(Field field) {
            var key = field.key();
            return switch (field.kind()) {
                case CHECKBOX -> words.word(answers.ticked(key) ? "form.read.ticked" : "form.read.unticked", locale);
                case CHECKLIST ->
                    answers.chosen(key).stream()
                            .map(field::optionLabel)
                            .collect(Collectors.joining(words.word("shared.list.separator", locale)));
                case RADIO, SELECT -> field.optionLabel(answers.text(key));
                case DATE ->
                    answers.date(key)
                            .map(date -> JapaneseDates.full(date, locale))
                            .orElse(answers.text(key));
                case NUMBER ->
                    answers.number(key)
                                    .map(number -> NumberFormat.getNumberInstance(locale)
                                            .format(number))
                                    .orElse(answers.text(key))
                            + (field.unit() == null ? "" : field.unit());
                default -> answers.text(key);
            };
        }

        private List<Entry> budget(Field field, Budget budget) {
            var entries = new ArrayList<Entry>();
            if (detail == BudgetDetail.LINES) {
                entries.add(lines(field.key(), "expenditure", budget.expenditure()));
                entries.add(lines(field.key(), "income", budget.income()));
            }
            var totals = new java.util.LinkedHashMap<String, Long>();
            totals.put("requested", budget.requested().amount());
            totals.put("expenditure", budget.expenditureTotal().amount());
            if (detail == BudgetDetail.LINES) {
                totals.put("eligible", budget.eligibleTotal().amount());
            }
            totals.put("income", budget.incomeTotal().amount());
            entries.add(new TableEntry(
                    field.key(),
                    words.word("form.budget.totals", locale),
                    List.of(words.word("form.budget.item", locale), words.word("form.budget.column.amount", locale)),
                    totals.entrySet().stream()
                            .map(total -> List.of(
                                    words.word("form.budget.total." + total.getKey(), locale), yen(total.getValue())))
                            .toList(),
                    Set.of(1)));
            return entries;
        }

        private Entry lines(String key, String side, List<BudgetLine> lines) {
            var expenditure = side.equals("expenditure");
            var columns = expenditure
                    ? List.of("category", "description", "basis", "amount", "eligible", "payer")
                    : List.of("category", "description", "basis", "amount");
            return new TableEntry(
                    key,
                    words.word("form.budget." + side, locale),
                    columns.stream()
                            .map(column -> words.word("form.budget.column." + column, locale))
                            .toList(),
                    lines.stream()
                            .filter(line -> !line.isEmpty())
                            .map(line -> columns.stream()
                                    .map(column -> cell(line, column))
                                    .toList())
                            .toList(),
                    Set.of(3));
        }

        private String cell(BudgetLine line, String column) {
            return switch (column) {
                case "category" -> line.category();
                case "description" -> line.description();
                case "basis" ->
                    line.unitPriceAsTyped().isBlank() && line.quantityAsTyped().isBlank()
                            ? ""
                            : figure(line.unitPriceAsTyped(), Numbers.price(line.unitPriceAsTyped())) + " × "
                                    + figure(line.quantityAsTyped(), Numbers.read(line.quantityAsTyped()));
                case "amount" ->
                    Numbers.yen(line.amountAsTyped())
                            .map(yen -> yen(yen.amount()))
                            .orElse(line.amountAsTyped());
                case "eligible" ->
                    words.word(line.eligible() ? "form.budget.eligible" : "form.budget.ineligible", locale);
                default -> words.word("form.budget.payer." + payer(line.payer()), locale);
            };
        }

        /** However it was typed. */
        private String figure(String typed, Optional<BigDecimal> read) {
            var format = NumberFormat.getNumberInstance(locale);
            format.setMaximumFractionDigits(6);
            return read.map(format::format).orElse(typed);
        }

        private static String payer(String payer) {
            return Map.of("city", "city", "both", "both").getOrDefault(payer, "group");
        }

        private String yen(long amount) {
            return words.word("form.read.yen", locale, amount);
        }
    }
}
