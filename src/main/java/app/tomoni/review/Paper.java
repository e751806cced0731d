package app.tomoni.review;

import app.tomoni.form.Answers;
import app.tomoni.form.FormDefinition;
import app.tomoni.proposal.Revision;

/** What was handed in, and how it is laid out. */
public record Paper(FormDefinition form, Answers answers, Revision revision) {}
