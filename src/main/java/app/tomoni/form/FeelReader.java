package app.tomoni.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the bounded FEEL of {@link Condition} by recursive descent. */
final class FeelReader {

    private static final int LONGEST = 1000;
    private static final int DEEPEST = 20;
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(\"(?:[^\"\\\\]|\\\\[\"\\\\])*\")|(-?\\d+(?:\\.\\d+)?)|([A-Za-z_][A-Za-z0-9_]*)|(!=|=|\\(|\\)))");

    private final List<String> tokens = new ArrayList<>();
    private int next;
    private int depth;

    FeelReader(String expression) {
        var text = expression.strip();
        if (text.length() > LONGEST) {
            throw new Condition.Unsupported(text.substring(0, 40) + "…");
        }
        if (text.startsWith("=")) {
            text = text.substring(1);
        }
        var matcher = TOKEN.matcher(text);
        var end = 0;
        while (end < text.length() && matcher.find(end) && matcher.start() == end) {
            tokens.add(matcher.group().strip());
            end = matcher.end();
        }
        if (!text.substring(end).isBlank()) {
            throw new Condition.Unsupported(text.substring(end).strip());
        }
    }

    Condition read() {
        var condition = or();
        if (next < tokens.size()) {
            throw new Condition.Unsupported(tokens.get(next));
        }
        return condition;
    }

    private Condition or() {
        var parts = new ArrayList<Condition>();
        parts.add(and());
        while (accept("or")) {
            parts.add(and());
        }
        return parts.size() == 1 ? parts.getFirst() : new Condition.Any(List.copyOf(parts));
    }

    private Condition and() {
        var parts = new ArrayList<Condition>();
        parts.add(single());
        while (accept("and")) {
            parts.add(single());
        }
        return parts.size() == 1 ? parts.getFirst() : new Condition.All(List.copyOf(parts));
    }

    private Condition single() {
        if (++depth > DEEPEST) {
            throw new Condition.Unsupported("(");
        }
        try {
            if (accept("not")) {
                return new Condition.Not(bracketed());
            }
            if ("(".equals(peek())) {
                return bracketed();
            }
            return comparison();
        } finally {
            depth--;
        }
    }

    private Condition bracketed() {
        expect("(");
        var inner = or();
        expect(")");
        return inner;
    }

    private Condition comparison() {
        var name = take();
        if (!name.matches("[A-Za-z_]\\w*")
                || List.of("true", "false", "null", "and", "or").contains(name)) {
            throw new Condition.Unsupported(name);
        }
        if (accept("=")) {
            return new Condition.Equals(name, literal());
        }
        if (accept("!=")) {
            return new Condition.Not(new Condition.Equals(name, literal()));
        }
        return new Condition.Equals(name, true);
    }

    private @Nullable Object literal() {
        var token = take();
        if (token.startsWith("\"")) {
            return token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1");
        }
        return switch (token) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> null;
            default -> {
                if (!token.matches("-?\\d+(\\.\\d+)?")) {
                    throw new Condition.Unsupported(token);
                }
                yield new BigDecimal(token);
            }
        };
    }

    private @Nullable String peek() {
        return next < tokens.size() ? tokens.get(next) : null;
    }

    private String take() {
        if (next >= tokens.size()) {
            throw new Condition.Unsupported("…");
        }
        return tokens.get(next++);
    }

    private boolean accept(String token) {
        if (token.equals(peek())) {
            next++;
            return true;
        }
        return false;
    }

    private void expect(String token) {
        var found = take();
        if (!found.equals(token)) {
            throw new Condition.Unsupported(found);
        }
    }
}
