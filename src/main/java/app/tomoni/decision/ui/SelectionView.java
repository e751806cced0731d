package app.tomoni.decision.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.SignedIn;
import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.decision.PublishedResult;
import app.tomoni.decision.Results;
import app.tomoni.decision.selection.AnswerException;
import app.tomoni.decision.selection.DecisionRegister;
import app.tomoni.decision.selection.PostLetters;
import app.tomoni.decision.selection.Stage;
import app.tomoni.decision.selection.Stages;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.process.ProcessNavigation;
import app.tomoni.shared.Ids;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Crumbs;
import app.tomoni.shared.ui.ErrorSummary;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PageHead;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One selection: what can be done beside its tasks, such as recording an approval given elsewhere, and afterwards its
 * result. What is typed in one place stays while something else is done.
 */
@Route(SelectionNavigation.SELECTIONS + "/:call")
@ForOffices({Office.SECRETARIAT, Office.CHAIR, Office.ACTING_CHAIR, Office.APPROVER, Office.AUDITOR})
@StyleSheet("context://tomoni/decision.css")
class SelectionView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    /** What the page acts with. */
    @org.springframework.stereotype.Component
    record Tools(
            Stages stages,
            Calls calls,
            DecisionRegister decisions,
            PostLetters posting,
            Results results,
            Cases cases,
            Offices offices,
            SignedIn signedIn,
            SelectionBand band,
            AnswerException exception,
            ScoringCard scoring,
            ElsewhereCard elsewhere,
            AnswerCards answers,
            PublicationCards published,
            ReserveCards reserves,
            SelectionResult.Tools result) {}

    private final Tools tools;
    private final Words words;
    private final ErrorSummary errors = new ErrorSummary();
    private final Div recorded = new Div();
    private final Div head = new Div();
    private final Div band = new Div();
    private final Div result = new Div();

    @SuppressWarnings("NullAway.Init") // entering the page begins with it
    private SelectionPage page;

    private String title;

    /** Which of those who have not answered somebody came here for. */
    private @Nullable UUID about;

    SelectionView(Tools tools, Translations translations) {
        this.tools = tools;
        this.words = new Words(translations, getLocale());
        this.title = words.say("decision.selections.title");
        addClassName("stack-5");
        head.addClassName("stack-5");
        result.addClassName("stack-5");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var call = event.getRouteParameters()
                .get("call")
                .flatMap(Ids::read)
                .filter(id -> tools.stages().findById(id).isPresent())
                .map(CallId::new)
                .filter(id -> staff() || chair(id) || approver(id))
                .flatMap(tools.calls()::find);
        if (call.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        about = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("answer")
                .flatMap(Ids::read)
                .orElse(null);
        removeAll();
        var person = tools.signedIn().person();
        var texts = new KeptTexts(words, "selection:" + call.get().id(), person, errors);
        page = new SelectionPage(call.get(), words, texts, tools.signedIn(), this::act);
        add(head, texts.form(), result);
        show();
    }

    private boolean secretariat() {
        return holds(Office.SECRETARIAT, null);
    }

    /** Whether the reader looks at it for the city, and not for the panel. */
    private boolean staff() {
        return secretariat() || holds(Office.AUDITOR, null);
    }

    private boolean chair(CallId call) {
        return holds(Office.CHAIR, call) || holds(Office.ACTING_CHAIR, call);
    }

    /** Whether a decision about it has been put before the reader. */
    private boolean approver(CallId call) {
        return holds(Office.APPROVER, null) && tools.decisions().existsByCallIdAndSubmittedAtIsNotNull(call.value());
    }

    private boolean holds(Office office, @Nullable CallId call) {
        return tools.offices().holds(tools.signedIn().person(), office, call == null ? null : call.value());
    }

    private void show() {
        var call = page.id();
        head.removeAll();
        page.texts().form().removeAll();
        title = page.call().title();
        head.add(
                new Crumbs()
                        .step(words.say("decision.selections.title"), SelectionNavigation.SELECTIONS)
                        .here(title),
                new PageHead(title),
                band,
                errors,
                links(call));
        showBand();
        tools.results()
                .of(call)
                .map(PublishedResult::publishedAt)
                .ifPresent(at ->
                        head.add(new Note(Note.Kind.INFO, words.say("decision.selections.published", words.at(at)))));
        if (ended().isEmpty() && (secretariat() || holds(Office.ACTING_CHAIR, call))) {
            tools.exception()
                    .asked(call)
                    .ifPresent(asked -> page.add(new ExceptionCard(page, tools.exception(), tools.result(), asked)));
        }
        if (secretariat()) {
            tools.posting().unposted(call).ifPresent(why -> head.add(new Note(Note.Kind.WARN, words.say(why))));
            tools.posting().unopened(call).ifPresent(why -> head.add(new Note(Note.Kind.INFO, words.say(why))));
            tools.scoring().show(page);
            tools.elsewhere().show(page);
            tools.answers().waiting(page, about);
        }
        if (staff()) {
            tools.answers().given(page);
        }
        if (secretariat()) {
            tools.published().planned(page);
            tools.reserves().show(page);
            tools.published().correction(page);
        }
        showResult(call);
    }

    private Optional<Stage.End> ended() {
        return tools.stages().findById(page.id().value()).flatMap(Stage::endedAs);
    }

    private void showBand() {
        band.removeAll();
        band.add(ended().<Component>map(
                        end -> new Note(Note.Kind.INFO, words.say("decision.selections.ended." + end.name())))
                .orElseGet(() -> tools.band().of(page)));
    }

    private void showResult(CallId call) {
        result.removeAll();
        new SelectionResult(words, tools.result(), page.person())
                .of(call, secretariat(), staff() || approver(call), chair(call) || approver(call))
                .forEach(result::add);
    }

    private Component links(CallId call) {
        var key = new CaseKey(call.value());
        var links = new Div();
        links.addClassName("actions");
        tools.cases()
                .taskFor(page.person(), key, "recommendProjects")
                .ifPresent(task -> links.add(link(task.address(), "decision.board.title")));
        if (tools.results().of(call).isPresent()) {
            links.add(Buttons.page("results/" + call, words.say("decision.selections.public")));
        }
        if (staff()) {
            links.add(link(SelectionNavigation.lettersOf(call), "decision.letters.menu"));
        }
        if (staff() || approver(call)) {
            links.add(link(ProcessNavigation.events(key), "decision.selections.record"));
        }
        return links;
    }

    private Component link(String path, String key) {
        var link = new Anchor(path, words.say(key));
        link.addClassName("btn");
        return link;
    }

    private void act(String path, Runnable action, Supplier<String> said) {
        recorded.removeAll();
        if (page.texts().attempt(action)) {
            var note = new Note(Note.Kind.OK, said.get());
            note.getElement().setAttribute("role", "status");
            page.texts().taken(path);
            show();
            recorded.add(note);
            page.texts().form().addComponentAsFirst(recorded);
            note.lead();
        } else {
            showBand(); // it may have been done elsewhere since the page was drawn
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
