package app.tomoni.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * The domain says no, and the person can do something about it.
 *
 * <p>Carries the key of a sentence in the interface's languages and what is filled into it; shown at the field or at
 * the head of the page, with everything typed kept.
 */
public class Refusal extends RuntimeException {

    private final String messageKey;
    private final List<Object> arguments;

    public Refusal(String messageKey, Object... arguments) {
        super(messageKey + List.of(arguments));
        this.messageKey = messageKey;
        this.arguments = List.of(arguments);
    }

    public String messageKey() {
        return messageKey;
    }

    public List<Object> arguments() {
        return arguments;
    }

    /** What is filled into the sentence, days and times as people write them. */
    public Object[] arguments(Locale locale) {
        return arguments.stream()
                .map(argument -> switch (argument) {
                    case Instant at -> JapaneseDates.full(at, locale);
                    case LocalDate day -> JapaneseDates.full(day, locale);
                    default -> argument;
                })
                .toArray();
    }
}
