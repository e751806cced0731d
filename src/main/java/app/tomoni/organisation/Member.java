package app.tomoni.organisation;

import app.tomoni.account.Office;
import app.tomoni.account.PersonId;

/**
 * Somebody who acts for a group, with what they may do there.
 *
 * @param closed the city has blocked their account
 * @param newcomer they cannot sign in yet: only an invitation lets them in
 */
public record Member(PersonId person, String name, Office office, boolean closed, boolean newcomer) {}
