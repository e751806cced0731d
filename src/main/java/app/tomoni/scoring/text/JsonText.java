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
            case Map<?, ?> map -> members('{', map.entrySet(), '}', level);
            case Collection<?> items -> members('[', items, ']', level);
            case Map.Entry<?, ?> member -> {
                quote(member.getKey().toString());
                out.append(level <= brokenLevels ? ": " : ":");
                value(member.getValue(), level);
            }
            case Long number -> out.append(number.longValue());
            case Integer number -> out.append(number.intValue());
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
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
