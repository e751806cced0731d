package app.tomoni.review;

import app.tomoni.form.Answers;
import app.tomoni.form.FormDefinition;

/**
 * What was handed in, and how it is laid out.
 *
 * @param release of the form; empty for the one that comes with the application
 */
public record Paper(FormDefinition form, Answers answers, String release) {

    /** As reviewers get it: what is not for them is not in it, neither question nor answer nor the name of a file. */
    Paper forReviewers() {
        var open = form.forReviewers();
        return new Paper(open, answers.within(open), release);
    }
}
