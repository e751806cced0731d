package app.tomoni.call;

import java.util.List;

/**
 * What has to be put right before a call can be put forward.
 *
 * @param place a JSON pointer into the draft: {@code /criteria/0/levels/2/text}; empty for the call as a whole
 * @param messageKey of a sentence that says what is wrong and how to mend it
 */
public record Problem(String place, String messageKey, List<Object> arguments) {

    static Problem of(String place, String messageKey, Object... arguments) {
        return new Problem(place, messageKey, List.of(arguments));
    }
}
