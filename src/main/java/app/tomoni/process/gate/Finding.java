package app.tomoni.process.gate;

import app.tomoni.form.FormFinding;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

/** One thing the gate objects to: where it is, what is wrong and how to mend it. */
public record Finding(String file, String element, String rule, List<Object> arguments) {

    static final String EMPTY = "empty";
    static final String NOT_UTF8 = "not-utf8";
    static final String UNREADABLE = "unreadable";

    /** With these nothing is known of what the file says. */
    private static final Set<String> BEFORE_READING = Set.of(EMPTY, NOT_UTF8, UNREADABLE);

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** Whether the file could not be read at all, so that nobody can say what else there is to mend. */
    boolean keepsFromReading() {
        return BEFORE_READING.contains(rule);
    }

    /** What is wrong and how to mend it, in the words of the person who drew the model. */
    public String text(Locale locale) {
        return said("process", "process.gate." + rule, arguments, locale);
    }

    private static String said(String module, String key, List<Object> arguments, Locale locale) {
        var words = ResourceBundle.getBundle("vaadin-i18n." + module, locale, NO_FALLBACK);
        return new MessageFormat(words.getString(key), locale)
                .format(arguments.stream()
                        .map(argument -> argument instanceof FormFinding form
                                ? said("form", form.messageKey(), form.arguments(), locale)
                                : argument)
                        .toArray());
    }

    /** One line: file, element id, sentence. */
    public String line(Locale locale) {
        return file + ": " + element + ": " + text(locale).replaceAll("\\s+", " ");
    }
}
