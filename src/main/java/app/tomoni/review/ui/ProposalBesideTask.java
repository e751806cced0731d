package app.tomoni.review.ui;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.document.Downloads;
import app.tomoni.process.Cases;
import app.tomoni.process.OpenTask;
import app.tomoni.process.ui.TaskMatter;
import app.tomoni.proposal.AnswerTexts;
import app.tomoni.review.Dossiers;
import app.tomoni.review.Paper;
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
    private final Translations translations;

    ProposalBesideTask(
            Dossiers dossiers, Cases cases, AnswerTexts texts, Downloads downloads, Translations translations) {
        this.dossiers = dossiers;
        this.cases = cases;
        this.texts = texts;
        this.downloads = downloads;
        this.translations = translations;
    }

    @Override
    public Optional<Component> of(OpenTask task, PersonId person) {
        return dossiers.read(task, person)
                .<Component>map(paper -> new Beside(paper, texts, downloads, () -> mayRead(task, person)))
                .or(() ->
                        dossiers.awaitsDeclaration(task, person) ? Optional.of(declareFirst(task)) : Optional.empty());
    }

    /** Also of a page that stands open since before the task was done, given to others or closed by a tie. */
    private boolean mayRead(OpenTask task, PersonId person) {
        return cases.task(task.id(), person)
                .flatMap(open -> dossiers.read(open, person))
                .isPresent();
    }

    private Component declareFirst(OpenTask task) {
        var locale = UI.getCurrentOrThrow().getLocale();
        var call = new CallId(Objects.requireNonNull(task.scopes().call()));
        return new Note(
                Note.Kind.INFO,
                new Paragraph(translations.getTranslation("review.beside.declare", locale)),
                new Anchor(
                        ReviewNavigation.declarations(call),
                        translations.getTranslation("review.beside.declare.go", locale)));
    }

    @StyleSheet("context://tomoni/review.css")
    private static final class Beside extends Card {

        Beside(Paper paper, AnswerTexts texts, Downloads downloads, BooleanSupplier mayRead) {
            addClassName("review-check");
            add(
                    new H2(getTranslation("review.check.paper")),
                    PaperSheet.contents(paper, getTranslation("review.paper.contents")),
                    new PaperSheet(paper, texts, downloads, mayRead, null));
        }
    }
}
