package app.tomoni.organisation;

import java.util.List;

/**
 * What is missing or cannot be right in a field of a profile.
 *
 * @param messageKey of a sentence whose first argument is the field's name
 * @param arguments what follows the field's name
 */
public record ProfileFinding(ProfileField field, String messageKey, List<Object> arguments) {

    ProfileFinding(ProfileField field, String messageKey, Object... arguments) {
        this(field, messageKey, List.of(arguments));
    }
}
