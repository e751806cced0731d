package app.tomoni.process.gate;

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
        var words = ResourceBundle.getBundle("vaadin-i18n.process", locale, NO_FALLBACK);
        return new MessageFormat(words.getString("process.gate." + rule), locale).format(arguments.toArray());
    }

    /** One line: file, element id, sentence. */
    public String line(Locale locale) {
        return file + ": " + element + ": " + text(locale).replaceAll("\\s+", " ");
    }
}
