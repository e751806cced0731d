package app.tomoni.call;

import app.tomoni.account.Office;
import app.tomoni.account.PersonId;

/**
 * Somebody joined or left the panel of a call, or its chair.
 *
 * @param appointed whether the office begins, or else ends
 */
public record PanelChanged(CallId call, PersonId person, Office office, boolean appointed, PersonId by) {}
