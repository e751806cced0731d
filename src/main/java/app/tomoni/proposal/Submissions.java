package app.tomoni.proposal;

import app.tomoni.account.PersonId;
import app.tomoni.document.Files;
import app.tomoni.form.Answers;
import app.tomoni.form.Field;
import app.tomoni.form.FormDefinition;
import app.tomoni.form.Widget;
import app.tomoni.organisation.Organisations;
import app.tomoni.shared.Yen;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Freezes what was written into a revision. */
@Component
class Submissions {

    private final Revisions revisions;
    private final Files files;
    private final Organisations organisations;

    Submissions(Revisions revisions, Files files, Organisations organisations) {
        this.revisions = revisions;
        this.files = files;
        this.organisations = organisations;
    }

    /** Keeps the answers under the proposal's revision number, with the group's profile as it is today. */
    Revision keep(
            Proposal proposal,
            FormDefinition form,
            Answers answers,
            @Nullable String release,
            String remark,
            PersonId by,
            Instant at) {
        var revision = Revision.of(
                proposal.id(),
                proposal.revision(),
                answers.json(form),
                organisations.get(proposal.organisation()).profile(),
                attached(form, answers),
                release == null ? "" : release,
                remark,
                at,
                by);
        revisions.add(revision);
        return revision;
    }

    /** The facts as the file store knows them, whatever the working copy says. */
    private List<Revision.AttachedFile> attached(FormDefinition form, Answers answers) {
        return widgets(form, answers, Widget.ATTACHMENTS)
                .flatMap(field -> answers.attachments(field.key()).stream())
                .map(attachment -> files.facts(attachment.file()))
                .map(file -> new Revision.AttachedFile(file.id(), file.name(), file.size(), file.sha256()))
                .toList();
    }

    /** What the budget asks of the city; none where the form has no budget. */
    static @Nullable Yen requested(FormDefinition form, Answers answers) {
        return widgets(form, answers, Widget.BUDGET)
                .findFirst()
                .map(field -> answers.budget(field.key()).requested())
                .orElse(null);
    }

    private static Stream<Field> widgets(FormDefinition form, Answers answers, Widget widget) {
        return form.fields().filter(field -> field.widget() == widget && answers.shows(field));
    }
}
