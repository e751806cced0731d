package app.tomoni.organisation;

import java.util.UUID;

/** A group in a list to choose from. */
public record OrganisationChoice(UUID id, String name) {

    public OrganisationId organisation() {
        return new OrganisationId(id);
    }
}
