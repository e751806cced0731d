package app.tomoni.account;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Says what an office is held for; a module that has such scopes contributes a bean for its own. */
public interface ScopeNames {

    /** The name of the scope, or nothing when it is not this module's. */
    Optional<String> of(Office office, UUID scope, Locale locale);
}
