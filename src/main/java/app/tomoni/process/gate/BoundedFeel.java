package app.tomoni.process.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the little FEEL that may hide a field: keys compared with literals, joined by and, or, not(). */
final class BoundedFeel {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(\"[^\"\\\\]*\"|-?\\d+(?:\\.\\d+)?|[A-Za-z_][A-Za-z0-9_]*|!=|<=|>=|[=<>(),])");
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9_]*");
    private static final List<String> COMPARING = List.of("=", "!=", "<", "<=", ">", ">=");
    private static final List<String> WORDS =
            List.of("and", "or", "not", "true", "false", "null", "if", "for", "some", "every", "function");
    private static final int LONGEST = 300;
    private static final int MOST_NESTED = 8;

    private final List<String> tokens = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private int at;

    private BoundedFeel() {}

    /** The keys that are asked, or a refusal. */
    static List<String> keys(String expression) {
        var feel = new BoundedFeel();
        if (!expression.startsWith("=") || expression.length() > LONGEST) {
            throw new NotAllowed(expression);
        }
        var text = expression.substring(1).strip();
        var token = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length() && token.find() && token.start() == end) {
            feel.tokens.add(token.group(1));
            end = token.end();
        }
        if (end < text.length() || feel.tokens.isEmpty()) {
            throw new NotAllowed(expression);
        }
        feel.either(0);
        if (feel.at != feel.tokens.size()) {
            throw new NotAllowed(expression);
        }
        return feel.keys;
    }

    private String here() {
        return at < tokens.size() ? tokens.get(at) : "";
    }

    private void take(String expected) {
        if (!here().equals(expected)) {
            throw new NotAllowed(here());
        }
        at++;
    }

    private void either(int depth) {
        both(depth);
        while (here().equals("or")) {
            at++;
            both(depth);
        }
    }

    private void both(int depth) {
        question(depth);
        while (here().equals("and")) {
            at++;
            question(depth);
        }
    }

    private void question(int depth) {
        if (depth > MOST_NESTED) {
            throw new NotAllowed(here());
        }
        if (here().equals("not") || here().equals("(")) {
            if (here().equals("not")) {
                at++;
            }
            take("(");
            either(depth + 1);
            take(")");
            return;
        }
        key();
        if (COMPARING.contains(here())) {
            at++;
            literal();
        }
    }

    private void key() {
        if (!KEY.matcher(here()).matches() || WORDS.contains(here())) {
            throw new NotAllowed(here());
        }
        keys.add(here());
        at++;
    }

    private void literal() {
        var token = here();
        boolean allowed = token.startsWith("\"")
                || token.matches("-?\\d.*")
                || List.of("true", "false", "null").contains(token);
        if (!allowed) {
            throw new NotAllowed(token);
        }
        at++;
    }
}
