package app.tomoni.account;

/**
 * Somebody has chosen another mail address, which is to confirm it. Carries a secret: listen to it inside the
 * transaction only, so that no log of events ever keeps it.
 */
public record MailChangeAsked(PersonId person, String mail, String token) {}
