package app.tomoni.account;

import java.security.Principal;

/** The principal of a session: no more than who it is, since offices are asked anew each time. */
public record Account(PersonId person) implements Principal {

    @Override
    public String getName() {
        return person.toString();
    }
}
