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
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Makes the screens of forms; whoever asks says, as often as it is asked, whether the person may write or read there. */
@Component
public class FormViews {

    private final WorkingCopies copies;
    private final People people;
    private final FormWords words;
    private final Files files;
    private final Downloads downloads;
    private final Clock clock;

    FormViews(WorkingCopies copies, People people, FormWords words, Files files, Downloads downloads, Clock clock) {
        this.copies = copies;
        this.people = people;
        this.words = words;
        this.files = files;
        this.downloads = downloads;
        this.clock = clock;
    }

    /**
     * The whole form, to be filled in.
     *
     * @param writable whether the person may still write there; asked at each save, at each click on a file, and
     *     before anything that others have saved is shown
     */
    public FormView fill(
            FormDefinition definition, String subject, PersonId person, FormRules rules, BooleanSupplier writable) {
        return new FormView(
                definition,
                desk(subject, person, writable),
                tools(rules, person, writable),
                List.of(),
                (field, done) -> {});
    }

    /**
     * Only the fields that are asked for are open, each with what the city says about it; the rest is text.
     *
     * @param writable whether the person may still write there; asked at each save, at each click on a file, and
     *     before anything that others have saved is shown
     * @param done told when the person marks a field as put right, or takes the mark back
     */
    public FormView supplement(
            FormDefinition definition,
            String subject,
            PersonId person,
            FormRules rules,
            BooleanSupplier writable,
            List<SupplementPoint> points,
            BiConsumer<String, Boolean> done) {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("nothing is asked for");
        }
        return new FormView(definition, desk(subject, person, writable), tools(rules, person, writable), points, done);
    }

    /**
     * Answers to be read with all their lines and files.
     *
     * @param mayOpen whether the reader may still have the files; asked at each click
     */
    public FormText read(
            FormDefinition definition,
            Answers answers,
            Predicate<Field> visible,
            Locale locale,
            BooleanSupplier mayOpen) {
        return new FormText(
                FormReading.of(definition, answers, visible, BudgetDetail.LINES, words, locale),
                file -> FilesView.link(file, downloads, mayOpen));
    }

    /**
     * What this browser still has of a form that is read here.
     *
     * @param writable whether the person may still write there; asked at each save
     * @param changed told when the saved answers, or what is open of them, may have changed
     */
    public Unsent unsent(
            FormDefinition definition,
            String subject,
            PersonId person,
            FormRules rules,
            BooleanSupplier writable,
            Runnable changed) {
        return new Unsent(definition, desk(subject, person, writable), tools(rules, person, writable), changed);
    }

    private Desk desk(String subject, PersonId person, BooleanSupplier writable) {
        return new Desk(copies, people, subject, person, writable);
    }

    private FormTools tools(FormRules rules, PersonId person, BooleanSupplier mayOpen) {
        return new FormTools(words, files, downloads, clock, rules, person, mayOpen);
    }
}
