package app.tomoni.shared;

import java.util.List;

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
}
