package app.tomoni.organisation;

import app.tomoni.account.PersonId;

/** A person has been recognised as acting for a group. */
public record OrganisationTied(OrganisationId organisation, PersonId person, Tie.Manner manner, PersonId by) {}
