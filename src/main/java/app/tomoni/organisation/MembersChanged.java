package app.tomoni.organisation;

import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody joined, left, or now does something else in a group.
 *
 * @param office what the person may do from now on; none when they have left
 */
public record MembersChanged(
        OrganisationId organisation,
        PersonId person,
        @Nullable Office office,
        PersonId by) {}
