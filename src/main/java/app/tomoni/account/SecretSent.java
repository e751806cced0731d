package app.tomoni.account;

/**
 * A mail has been handed over whose link carries this secret. Listen to it inside the transaction only, so that no log
 * of events ever keeps it.
 */
public record SecretSent(String secret) {}
