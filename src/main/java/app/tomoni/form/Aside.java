package app.tomoni.form;

import app.tomoni.account.PersonId;

/** A text that somebody could not save, because another was saved first, and has not decided about yet. */
public record Aside(String field, PersonId by, String value) {}
