package app.tomoni.form;

import app.tomoni.account.PersonId;
import java.time.Instant;

/** The state of one field of a working copy: the text as typed, and who saved it when. */
public record WorkingField(String value, long version, PersonId savedBy, Instant savedAt) {}
