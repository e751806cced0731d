package app.tomoni.form;

import app.tomoni.shared.Yen;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one answer and how it can be mended.
 *
 * @param arguments of the sentence, dates as dates; see {@link FormWords} for the sentence itself
 * @param fix the amount to ask for that would satisfy the rule, when that is what is wrong
 */
public record FieldError(
        String field,
        String messageKey,
        List<Object> arguments,
        @Nullable Yen fix) {

    static FieldError of(String field, String messageKey, Object... arguments) {
        return new FieldError(field, messageKey, List.of(arguments), null);
    }
}
