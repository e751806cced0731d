package app.tomoni.process.gate;

import app.tomoni.form.FormFinding;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** One thing the gate objects to: where it is, what is wrong and how to mend it. */
public record Finding(String file, String element, String rule, List<Object> arguments) {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

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
