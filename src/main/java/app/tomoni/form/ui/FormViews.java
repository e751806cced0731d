package app.tomoni.form.ui;

import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.document.Downloads;
import app.tomoni.document.Files;
import app.tomoni.form.Answers;
import app.tomoni.form.Field;
import app.tomoni.form.FormDefinition;
import app.tomoni.form.FormReading;
import app.tomoni.form.FormReading.BudgetDetail;
import app.tomoni.form.FormRules;
import app.tomoni.form.FormWords;
import app.tomoni.form.WorkingCopies;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Makes the screens of forms; whoever asks knows that the person may write or read there. */
@Component
public class FormViews {

    private final WorkingCopies copies;
    private final People people;
    private final FormWords words;
    private final Files files;
    private final Downloads downloads;

    FormViews(WorkingCopies copies, People people, FormWords words, Files files, Downloads downloads) {
        this.copies = copies;
        this.people = people;
        this.words = words;
        this.files = files;
        this.downloads = downloads;
    }

    /** The whole form, to be filled in. */
    public FormView fill(FormDefinition definition, String subject, PersonId person, FormRules rules) {
        return new FormView(definition, desk(subject, person), tools(rules, person), List.of(), (field, done) -> {});
    }

    /**
     * Only the fields that are asked for are open, each with what the city says about it; the rest is text.
     *
     * @param done told when the person marks a field as put right, or takes the mark back
     */
    public FormView supplement(
            FormDefinition definition,
            String subject,
            PersonId person,
            FormRules rules,
            List<SupplementPoint> points,
            BiConsumer<String, Boolean> done) {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("nothing is asked for");
        }
        return new FormView(definition, desk(subject, person), tools(rules, person), points, done);
    }

    /**
     * One text of its own.
     *
     * @param most in characters as people count them; 0 for no limit shown
     */
    public AutosavedText text(
            String subject, String field, PersonId person, String label, String hint, boolean required, int most) {
        return new AutosavedText(desk(subject, person), field, label, hint, required, most);
    }

    /** Answers to be read with all their lines, and files to be opened by this reader. */
    public FormText read(
            FormDefinition definition, Answers answers, Predicate<Field> visible, Locale locale, PersonId reader) {
        var tools = tools(FormRules.NONE, reader);
        return new FormText(
                FormReading.of(definition, answers, visible, BudgetDetail.LINES, words, locale),
                file -> FilesView.link(file, tools));
    }

    private Desk desk(String subject, PersonId person) {
        return new Desk(copies, people, subject, person);
    }

    private FormTools tools(FormRules rules, PersonId person) {
        return new FormTools(words, files, downloads, rules, person);
    }
}
