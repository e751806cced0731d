package app.tomoni.decision;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import java.time.Instant;

/**
 * A second person has agreed, or not, that a committee goes on below its quorum.
 *
 * @param asked who waits for the answer
 * @param path where they go on
 */
public record ExceptionAnswered(CallId call, PersonId asked, String path, Instant at) {}
