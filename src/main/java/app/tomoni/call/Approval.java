package app.tomoni.call;

import app.tomoni.account.PersonId;
import java.time.Instant;
import java.time.LocalDate;

/** The approval (決裁) of a call. */
public sealed interface Approval {

    Instant at();

    /** Given here, by somebody who did not draft the call. */
    record Here(Instant at, PersonId by) implements Approval {}

    /**
     * Given in the city's own document system, and recorded here by the secretariat.
     *
     * @param day on which it was given
     * @param office that gave it
     * @param number of the document
     */
    record Recorded(Instant at, PersonId by, LocalDate day, String office, String number) implements Approval {}
}
