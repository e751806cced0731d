package app.tomoni.form;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * When a part of a form is hidden: the small piece of FEEL that compares one field with a literal, joined by {@code
 * and}, {@code or} and {@code not}.
 */
public sealed interface Condition {

    /** Whether it holds, given what stands in each field: a text, a {@link Boolean}, or {@code null} when empty. */
    boolean holds(Function<String, @Nullable Object> answer);

    /** The keys of the fields it asks about. */
    default Set<String> fields() {
        var keys = new TreeSet<String>();
        collect(keys);
        return keys;
    }

    void collect(Set<String> keys);

    /** @throws Unsupported when the expression says more than this language knows */
    static Condition parse(String expression) {
        return new FeelReader(expression).read();
    }

    /** {@code field = literal}; numbers compare by value, an empty field equals {@code null} only. */
    record Equals(String field, @Nullable Object literal) implements Condition {
        @Override
        public boolean holds(Function<String, @Nullable Object> answer) {
            var value = answer.apply(field);
            if (literal instanceof java.math.BigDecimal number) {
                return value instanceof String text
                        && Numbers.read(text)
                                .map(typed -> typed.compareTo(number) == 0)
                                .orElse(false);
            }
            if (literal instanceof Boolean && value == null) {
                return literal.equals(Boolean.FALSE); // an untouched checkbox is not ticked
            }
            return Objects.equals(value, literal);
        }

        @Override
        public void collect(Set<String> keys) {
            keys.add(field);
        }
    }

    /** {@code a and b}. */
    record All(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(Function<String, @Nullable Object> answer) {
            return parts.stream().allMatch(part -> part.holds(answer));
        }

        @Override
        public void collect(Set<String> keys) {
            parts.forEach(part -> part.collect(keys));
        }
    }

    /** {@code a or b}. */
    record Any(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(Function<String, @Nullable Object> answer) {
            return parts.stream().anyMatch(part -> part.holds(answer));
        }

        @Override
        public void collect(Set<String> keys) {
            parts.forEach(part -> part.collect(keys));
        }
    }

    /** {@code not(a)}. */
    record Not(Condition part) implements Condition {
        @Override
        public boolean holds(Function<String, @Nullable Object> answer) {
            return !part.holds(answer);
        }

        @Override
        public void collect(Set<String> keys) {
            part.collect(keys);
        }
    }

    /** Thrown for an expression outside the language; {@link #getMessage} is the part that was not understood. */
    final class Unsupported extends RuntimeException {
        Unsupported(String part) {
            super(part);
        }
    }
}
