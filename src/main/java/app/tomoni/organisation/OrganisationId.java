package app.tomoni.organisation;

import app.tomoni.shared.Ids;
import java.util.UUID;

/** Identifies a group that is, or wants to be, a partner of the city. */
public record OrganisationId(UUID value) {

    public static OrganisationId of(String text) {
        return new OrganisationId(UUID.fromString(text));
    }

    public static OrganisationId next() {
        return new OrganisationId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
