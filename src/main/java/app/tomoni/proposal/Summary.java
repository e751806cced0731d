package app.tomoni.proposal;

import app.tomoni.form.Answers;
import app.tomoni.form.FormDefinition;
import app.tomoni.shared.Yen;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What lists say of a proposal that was handed in, taken from its answers.
 *
 * @param partners the organisations it is carried out with, in the group's words, one after another; empty when it names none
 * @param requested what the budget asks of the city; nothing where the form has no budget
 */
record Summary(String title, String partners, @Nullable Yen requested) {

    static Summary of(FormDefinition form, Answers answers) {
        return new Summary(
                answers.text(Drafts.TITLE).strip(),
                answers.text(Drafts.PARTNERS)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining("、")),
                Submissions.requested(form, answers));
    }
}
