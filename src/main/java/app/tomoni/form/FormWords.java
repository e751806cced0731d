package app.tomoni.form;

import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Translations;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Says in sentences what is wrong with a form's answers. */
@Component
public class FormWords {

    private final Translations translations;

    FormWords(Translations translations) {
        this.translations = translations;
    }

    public String of(FieldError error, Locale locale) {
        return say(error.messageKey(), error.arguments(), locale);
    }

    public String say(String messageKey, List<Object> arguments, Locale locale) {
        return translations.getTranslation(
                messageKey,
                locale,
                arguments.stream()
                        .map(argument ->
                                argument instanceof LocalDate date ? JapaneseDates.full(date, locale) : argument)
                        .toArray());
    }

    public String word(String key, Locale locale, Object... arguments) {
        return translations.getTranslation(key, locale, arguments);
    }
}
