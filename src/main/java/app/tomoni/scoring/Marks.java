package app.tomoni.scoring;

import app.tomoni.scoring.text.Words;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads marks and words as people write them: full-width digits, circles and crosses, Japanese or English. */
final class Marks {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,15})?");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(,\\d{3})+");

    private static final Map<String, Set<String>> VARIANTS = new ConcurrentHashMap<>();

    private Marks() {}

    /** The mark in the rule's scale; empty when it is not one. */
    static Optional<BigDecimal> mark(Rule rule, String criterion, String text) {
        if (rule.aggregate() instanceof Aggregate.Verdict verdict) {
            var id = normal(text);
            for (int i = 0; i < verdict.grades().size(); i++) {
                if (normal(verdict.grades().get(i).id()).equalsIgnoreCase(id)) {
                    return Optional.of(BigDecimal.valueOf(i + 1L));
                }
            }
            return Optional.empty();
        }
        boolean yesNo = rule.criterion(criterion)
                .filter(c -> c.scale() instanceof Criterion.Scale.YesNo)
                .isPresent();
        if (yesNo && is("yes", text)) {
            return Optional.of(BigDecimal.ONE);
        }
        if (yesNo && is("no", text)) {
            return Optional.of(BigDecimal.ZERO);
        }
        return number(text);
    }

    static Optional<BigDecimal> number(String text) {
        var normal = normal(text);
        return NUMBER.matcher(normal).matches() ? Optional.of(new BigDecimal(normal)) : Optional.empty();
    }

    /** A whole number, which may be written with grouping commas. */
    static Optional<Long> whole(String text) {
        var normal = normal(text);
        if (GROUPED.matcher(normal).matches()) {
            normal = normal.replace(",", "");
        }
        return number(normal).filter(n -> n.scale() <= 0).map(BigDecimal::longValueExact);
    }

    static <E extends Enum<E>> Optional<E> word(Class<E> of, String text) {
        for (var each : of.getEnumConstants()) {
            if (is(each.name(), text)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** Whether this is one of the words that people use for it, in either case and width. */
    static boolean is(String meaning, String text) {
        return VARIANTS.computeIfAbsent(meaning, Marks::variants).contains(folded(text));
    }

    private static Set<String> variants(String meaning) {
        return Words.in(Locale.JAPANESE).variants("variants." + meaning).stream()
                .map(Marks::folded)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String folded(String text) {
        return normal(text).toLowerCase(Locale.ROOT);
    }

    static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('\u2212', '-')
                .strip();
    }
}
