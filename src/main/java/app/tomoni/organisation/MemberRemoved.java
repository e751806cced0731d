package app.tomoni.organisation;

import app.tomoni.account.PersonId;

/** Somebody acts for a group no more. */
public record MemberRemoved(OrganisationId organisation, PersonId person, PersonId by) {}
