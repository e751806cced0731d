package app.tomoni.process;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** What may become a variable of a case: ids, enum names, booleans, numbers, dates and JSON lists of ids. */
final class ThinVariables {

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9_]{0,63}");
    private static final int LONGEST = 4_000;

    private ThinVariables() {}

    static Map<String, Object> of(Map<String, ?> values) {
        var thin = new HashMap<String, Object>();
        values.forEach((name, value) -> {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("no name for a variable: " + name);
            }
            thin.put(name, thin(name, value));
        });
        return thin;
    }

    private static Object thin(String name, Object value) {
        return switch (value) {
            case String text when text.length() <= LONGEST -> text;
            case Boolean truth -> truth;
            case Integer number -> number;
            case Long number -> number;
            case Double number -> number;
            case Number number -> number.doubleValue();
            case Enum<?> constant -> constant.name();
            case UUID id -> id.toString();
            case LocalDate day -> day.toString();
            default -> throw new IllegalArgumentException("variable " + name + " is not thin: " + value.getClass());
        };
    }
}
