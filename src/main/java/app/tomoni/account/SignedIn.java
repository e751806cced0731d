package app.tomoni.account;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The person on whose behalf this thread works. */
@Component
public class SignedIn {

    public Optional<PersonId> ifAny() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof Account account)) {
            return Optional.empty();
        }
        return Optional.of(account.person());
    }

    /** @throws IllegalStateException when nobody is signed in: a route has been opened that should not be */
    public PersonId person() {
        return ifAny().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }
}
