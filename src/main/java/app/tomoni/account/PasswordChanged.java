package app.tomoni.account;

import java.time.Instant;

/** A password was set or changed; its owner is told, in case it was somebody else. */
public record PasswordChanged(PersonId person, Instant at) {}
