package app.tomoni.process.gate;

import app.tomoni.form.FormFinding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects what is wrong with one file; a hostile file cannot fill the memory with complaints. */
final class Findings {

    private static final int MOST = 200;

    private final String file;
    private final List<Finding> found = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    void add(Tag where, String rule, Object... arguments) {
        add(where.nearestId(), rule, arguments);
    }

    void add(String element, String rule, Object... arguments) {
        if (found.size() < MOST) {
            var shortened = Arrays.stream(arguments).map(Findings::quoted).toList();
            found.add(new Finding(file, printable(element), rule, List.copyOf(shortened)));
        }
    }

    /** What the reader of forms objects to, in its own words. */
    void add(FormFinding unreadable) {
        add(
                unreadable.element(),
                "form-unreadable",
                new FormFinding(
                        unreadable.element(),
                        unreadable.messageKey(),
                        unreadable.arguments().stream().map(Findings::quoted).toList()));
    }

    private static Object quoted(Object argument) {
        return argument instanceof String text ? printable(text) : argument;
    }

    List<Finding> all() {
        return List.copyOf(found);
    }

    /** What is quoted from a file never breaks the line it is quoted on. */
    private static String printable(String text) {
        var clean = text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .limit(80)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return text.codePointCount(0, text.length()) > 80 ? clean + "…" : clean.toString();
    }
}
