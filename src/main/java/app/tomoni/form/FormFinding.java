package app.tomoni.form;

import java.util.List;

/**
 * Something in a form file that is not supported.
 *
 * @param element the id or key of the component, or {@code form}
 * @param messageKey key of a sentence that says what is wrong and how to mend it
 */
public record FormFinding(String element, String messageKey, List<Object> arguments) {}
