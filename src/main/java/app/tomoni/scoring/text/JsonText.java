package app.tomoni.scoring.text;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;

/** Writes maps, lists, texts, numbers and truth values as JSON: the same value gives the same bytes everywhere. */
public final class JsonText {

    private final StringBuilder out = new StringBuilder();
    private final int brokenLevels;

    private JsonText(int brokenLevels) {
        this.brokenLevels = brokenLevels;
    }

    /** @param brokenLevels how many levels of nesting put each member on a line of its own */
    public static String write(Object value, int brokenLevels) {
        var text = new JsonText(brokenLevels);
        text.value(value, 0);
        return text.out.append(brokenLevels > 0 ? "\n" : "").toString();
    }

    private void value(Object value, int level) {
        switch (value) {
            case String text -> quote(text);
            case Long number -> out.append(number.longValue());
            case Integer number -> out.append(number.intValue());
            case Map<?, ?> map -> members('{', map.entrySet(), '}', level);
            case Collection<?> items -> members('[', items, ']', level);
            case Map.Entry<?, ?> member -> {
                quote(member.getKey().toString());
                out.append(level <= brokenLevels ? ": " : ":");
                value(member.getValue(), level);
            }
            case Boolean truth -> out.append(truth.booleanValue());
            default -> quote(value.toString());
        }
    }

    private void members(char open, Collection<?> members, char close, int level) {
        out.append(open);
        boolean broken = level < brokenLevels && !members.isEmpty();
        for (Iterator<?> each = members.iterator(); each.hasNext(); ) {
            if (broken) {
                out.append('\n').append("  ".repeat(level + 1));
            }
            value(each.next(), level + 1);
            if (each.hasNext()) {
                out.append(',');
            }
        }
        if (broken) {
            out.append('\n').append("  ".repeat(level));
        }
        out.append(close);
    }

    private void quote(String text) {
        out.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                out.append(text, written, i).append(escaped(c));
                written = i + 1;
            }
        }
        (written == 0 ? out.append(text) : out.append(text, written, text.length())).append('"');
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format("\\u%04x", (int) c);
        };
    }
}
