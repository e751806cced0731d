package app.tomoni.review.ui;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.document.Downloads;
import app.tomoni.process.Cases;
import app.tomoni.process.OpenTask;
import app.tomoni.process.ui.Opinions;
import app.tomoni.process.ui.TaskMatter;
import app.tomoni.proposal.AnswerTexts;
import app.tomoni.review.Dossiers;
import app.tomoni.review.Paper;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Note;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Shows the proposal beside the form of a task that somebody has drawn into its case, as far as the reader may read it. */
@org.springframework.stereotype.Component
class ProposalBesideTask implements TaskMatter {

    private final Dossiers dossiers;
    private final Cases cases;
    private final AnswerTexts texts;
    private final Downloads downloads;
    private final Opinions opinions;
    private final Translations translations;

    ProposalBesideTask(
            Dossiers dossiers,
            Cases cases,
            AnswerTexts texts,
            Downloads downloads,
            Opinions opinions,
            Translations translations) {
        this.dossiers = dossiers;
        this.cases = cases;
        this.texts = texts;
        this.downloads = downloads;
        this.opinions = opinions;
        this.translations = translations;
    }

    @Override
    public Optional<Component> of(OpenTask task, PersonId person) {
        return dossiers.against(task, person)
                .<Component>map(why -> closed(task, person, why))
                .or(() -> dossiers.read(task, person).map(paper -> beside(paper, task, person)));
    }

    private Component beside(Paper paper, OpenTask task, PersonId person) {
        BooleanSupplier mayRead = () -> mayRead(task, person);
        var locale = UI.getCurrentOrThrow().getLocale();
        var said = dossiers.opinions(task, person, locale);
        return new Beside(
                paper, texts, downloads, mayRead, new OpinionsPart(said, opinions.read(said, mayRead, locale)));
    }

    /** Also of a page that stands open since before the task was done, given to others or closed by a tie. */
    private boolean mayRead(OpenTask task, PersonId person) {
        return cases.task(task.id(), person)
                .flatMap(open -> dossiers.read(open, person))
                .isPresent();
    }

    private Component closed(OpenTask task, PersonId person, Refusal why) {
        var locale = UI.getCurrentOrThrow().getLocale();
        var note = new Note(Note.Kind.INFO, new Paragraph(translations.of(why, locale)));
        if (dossiers.awaitsDeclaration(task, person)) {
            var call = new CallId(Objects.requireNonNull(task.scopes().call()));
            note.add(new Anchor(
                    ReviewNavigation.declarations(call),
                    translations.getTranslation("review.beside.declare.go", locale)));
        }
        return note;
    }

    @StyleSheet("context://tomoni/review.css")
    private static final class Beside extends Card {

        Beside(Paper paper, AnswerTexts texts, Downloads downloads, BooleanSupplier mayRead, OpinionsPart opinions) {
            addClassName("review-check");
            add(
                    new H2(getTranslation("review.check.paper")),
                    opinions.after(PaperSheet.contents(paper, getTranslation("review.paper.contents"))),
                    new PaperSheet(paper, texts, downloads, mayRead, null),
                    opinions);
        }
    }
}
