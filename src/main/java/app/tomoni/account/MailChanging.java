package app.tomoni.account;

import java.time.Instant;

/** Somebody's mail address is about to be another; told inside the transaction, while the former one still stands. */
public record MailChanging(PersonId person, String mail, Instant at) {}
