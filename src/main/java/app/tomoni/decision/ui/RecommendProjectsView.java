package app.tomoni.decision.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.decision.selection.Deliberated;
import app.tomoni.decision.selection.EvaluatedLine;
import app.tomoni.decision.selection.Evaluation;
import app.tomoni.decision.selection.Evaluations;
import app.tomoni.decision.selection.Material;
import app.tomoni.decision.selection.Materials;
import app.tomoni.decision.selection.RecommendProjects;
import app.tomoni.decision.selection.Recommendation;
import app.tomoni.decision.selection.Recommendations;
import app.tomoni.decision.selection.RecommendedLine;
import app.tomoni.process.Audience;
import app.tomoni.process.OpenTask;
import app.tomoni.proposal.ProposalId;
import app.tomoni.review.Declarations;
import app.tomoni.scoring.Award;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Chip;
import app.tomoni.shared.ui.DayPicker;
import app.tomoni.shared.ui.Facts;
import app.tomoni.shared.ui.KeptField;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.Question;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The board: what the figures say, what the committee found, and what the chair recommends. */
@Route("tasks/recommendProjects/:task")
@ForOffices({Office.CHAIR, Office.ACTING_CHAIR})
@StyleSheet("context://tomoni/decision.css")
class RecommendProjectsView extends TaskPage {

    /** What the page acts with. */
    @org.springframework.stereotype.Component
    record Tools(
            RecommendProjects step,
            Recommendations recommendations,
            Evaluations evaluations,
            Materials materials,
            Declarations declarations,
            Calls calls,
            People people,
            Clock clock) {}

    private static final String ON = "meeting/on";
    private static final String MEMBERS = "meeting/members";
    private static final String EXCEPTION = "exception";

    private final Tools tools;
    private final Map<ProposalId, OutcomeLine> lines = new LinkedHashMap<>();
    /** What this page knows to be kept; what another page kept since is not written over. */
    private final Map<ProposalId, RecommendedLine> known = new HashMap<>();

    /** What this person may not see or judge because of a tie. */
    private Set<ProposalId> withheld = Set.of();

    /** The evaluation whose figures the page shows; a withdrawal or a tie may have had it made anew since. */
    private @Nullable UUID shown;

    private final Div band = new Div();
    private final Div quorum = new Div();

    /** Whether somebody has tried to hand in: until then, attendance that nobody has noted is not missing yet. */
    private boolean insisting;
    /** Shown while figures or attendance need it. */
    private final Div exception = new Div();

    @SuppressWarnings("NullAway.Init") // each showing of the page begins with its own
    private Board board;

    RecommendProjectsView(Door door, Tools tools) {
        super(door, "recommendProjects", "decision.board.title");
        this.tools = tools;
    }

    @Override
    protected String subject(OpenTask task) {
        return "recommendation:" + RecommendProjects.call(task);
    }

    @Override
    protected void show(OpenTask task) {
        lines.clear();
        known.clear();
        var call = RecommendProjects.call(task);
        var page = texts.form();
        var material = tools.materials().of(call);
        var evaluation = evaluation(call);
        shown = evaluation.id();
        var recommendation = recommendation(call);
        withheld = tools.declarations().withheld(person(), call);
        add(head(task, material, page.indicator()));
        add(facts(evaluation, material), band, errors, page);
        showBand(task);
        var note = new Paragraph(words.say("decision.board.note"));
        note.addClassNames("small", "mute");
        board = new Board(words, evaluation, material, recommendation, withheld);
        page.add(board, note);
        for (var question : evaluation.questions()) {
            page.add(question.namesAny(withheld) ? leftToOthers() : deliberation(task, question, material));
        }
        page.add(new H2(words.say("decision.recommendation.title")));
        page.add(new Paragraph(words.say("decision.recommendation.lead")));
        for (var line : evaluation.lines()) {
            recommendation
                    .line(line.id())
                    .filter(mine -> !withheld.contains(line.id()))
                    .ifPresent(mine -> lines.put(line.id(), line(task, line, mine, material)));
        }
        page.add(OutcomeLine.all(lines.values()));
        if (!withheld.isEmpty()) {
            var tied = new Div();
            tied.addClassName("stack");
            Board.withheldByNumber(evaluation, material, withheld).stream()
                    .filter(line -> recommendation.line(line.id()).isPresent())
                    .forEach(line -> tied.add(tied(line, material)));
            page.add(tied); // after all others, so that its place tells nothing
        }
        page.add(meeting(task, material, recommendation), submission(task, call));
        refresh(task);
    }

    private void showBand(OpenTask task) {
        band.removeAll();
        band.add(band(task, Audience.STAFF));
    }

    private Evaluation evaluation(CallId call) {
        return tools.evaluations()
                .findFirstByCallIdOrderByMadeAtDescIdDesc(call.value())
                .orElseThrow();
    }

    private Recommendation recommendation(CallId call) {
        return tools.recommendations().findByCallId(call.value()).orElseThrow();
    }

    private Component facts(Evaluation evaluation, Material material) {
        var row = new Div();
        row.addClassName("dc-row");
        var budget = material.terms().budget();
        row.add(new Span(material.terms().title()));
        row.add(new Span(words.say("decision.board.sheets", material.scorers())));
        row.add(new Span(
                budget == null
                        ? words.say("decision.board.noBudget")
                        : words.say("decision.board.budget", budget.amount())));
        row.add(new Span(words.say(
                "decision.board.discuss",
                evaluation.lines().stream()
                        .filter(line -> line.disagreement() && !withheld.contains(line.id()))
                        .count())));
        row.add(new Span(words.say("decision.board.at", words.brief(evaluation.madeAt()))));
        return row;
    }

    /** What a chair may know of a proposal to which they have a tie: that it is there. */
    private Component tied(EvaluatedLine line, Material material) {
        var entrant = material.entrant(line.id()).orElseThrow();
        return new Card(
                new H3(OutcomeLine.heading(words, entrant)),
                new Note(Note.Kind.INFO, words.say("decision.recommendation.tied")));
    }

    private Component leftToOthers() {
        return new Card(
                words.say("decision.deliberation.title"),
                new Note(Note.Kind.INFO, words.say("decision.deliberation.tied")));
    }

    private OutcomeLine line(OpenTask task, EvaluatedLine line, RecommendedLine mine, Material material) {
        var entrant = material.entrant(line.id()).orElseThrow();
        var total = line.total();
        var facts = new Facts();
        if (withheld.isEmpty()) {
            facts.fact(
                    words.say("decision.board.rank"),
                    line.rank() == null || total == null
                            ? words.say("decision.draft.noRank")
                            : words.say("decision.draft.rank", String.valueOf(line.rank()), total.toPlainString()));
        } else {
            facts.fact(words.say("decision.board.total"), total == null ? "–" : total.toPlainString());
        }
        var requested = entrant.requested();
        if (requested != null) {
            facts.fact(words.say("decision.board.requested"), words.yen(requested));
        }
        var questions = new OutcomeForm.Questions(
                "decision.recommendation.open",
                "decision.recommendation.choice",
                "decision.recommendation.reasonField",
                "decision.recommendation.same",
                "decision.recommendation.differs",
                !(material.terms().rule().award().basis() instanceof Award.Basis.None),
                true,
                0);
        known.put(line.id(), mine);
        var outcome = new OutcomeLine(
                words, texts, entrant, facts, questions, () -> content(line), shown -> write(task, line, shown));
        outcome.addClassName("dc-brief");
        return outcome;
    }

    private OutcomeForm.Content content(EvaluatedLine line) {
        var mine = Objects.requireNonNull(known.get(line.id()));
        return new OutcomeForm.Content(
                mine.outcome(line).orElse(null),
                mine.amount(line).orElse(null),
                mine.conditions(),
                mine.reason(),
                mine.comment(),
                null);
    }

    private void write(OpenTask task, EvaluatedLine line, Supplier<OutcomeForm.Content> shown) {
        keep(task, line.id().toString(), () -> {
            var content = shown.get();
            var typed = RecommendedLine.of(
                            line.id(),
                            content.outcome(),
                            content.outcome() != null && content.outcome().isYes() ? content.amount() : null,
                            content.conditions(),
                            content.reason(),
                            content.comment())
                    .apartFrom(line);
            tools.step().write(task.id(), Objects.requireNonNull(known.get(line.id())), typed, person());
            known.put(line.id(), typed);
        });
    }

    private void keep(OpenTask task, String path, Runnable write) {
        if (texts.send(path, write, tools.clock().instant())) {
            refresh(task);
        }
    }

    /** Marks what departs from the ranking, and says how money, quorum and sheets stand. */
    private void refresh(OpenTask task) {
        var call = RecommendProjects.call(task);
        var recommendation = recommendation(call);
        var evaluation = evaluation(call);
        if (!evaluation.id().equals(shown)) {
            showAnew(task, new Note(Note.Kind.INFO, words.say("decision.board.anew")));
            return;
        }
        var material = tools.materials().of(call);
        for (var line : evaluation.lines()) {
            var shown = lines.get(line.id());
            var mine = recommendation.line(line.id());
            if (shown != null && mine.isPresent()) {
                var suggestion = line.suggestion();
                shown.follow(
                        mine.get().outcome(line).orElse(null),
                        mine.get().amount(line).orElse(null),
                        mine.get().leavesRanking(line),
                        suggestion == null
                                ? words.say("decision.board.toDecide")
                                : words.say("decision.board.suggestion", words.say(suggestion.key())));
            }
        }
        board.follow(recommendation);
        showQuorum(recommendation, evaluation, material);
    }

    private void showQuorum(Recommendation recommendation, Evaluation evaluation, Material material) {
        quorum.removeAll();
        var terms = material.terms();
        var met = recommendation.present().size() >= terms.quorum();
        var noted = insisting || recommendation.isAttendanceNoted();
        if (noted || met) {
            quorum.add(
                    new Paragraph(words.say(
                            "decision.meeting.quorum",
                            terms.quorum(),
                            recommendation.present().size())),
                    met
                            ? new Chip(Chip.Kind.OK, words.say("decision.meeting.met"))
                            : new Chip(Chip.Kind.WARN, words.say("decision.meeting.notMet")));
        } else {
            quorum.add(new Paragraph(words.say("decision.meeting.toNote", terms.quorum())));
        }
        quorum.add(new Paragraph(words.say("decision.meeting.sheets", terms.minimumSheets())));
        exception.setVisible(
                noted
                        ? recommendation.needsException(evaluation, terms)
                        : recommendation.hasTooFewSheets(evaluation, terms));
        if (!withheld.isEmpty()) {
            return; // the sum would tell what the others leave of it
        }
        var granted = recommendation.granted(evaluation);
        var budget = terms.budget();
        quorum.add(new Paragraph(DraftDecisionView.granted(words, "decision.recommendation", granted, budget)));
        if (budget != null && budget.exceeds(granted) && recommendation.namesRunnersUp(evaluation)) {
            quorum.add(new Paragraph(words.say("decision.recommendation.rest")));
        }
    }

    private Component meeting(OpenTask task, Material material, Recommendation recommendation) {
        var call = material.terms().call();
        var on = new DayPicker();
        on.setLabel(words.say("decision.meeting.on"));
        on.setRequiredIndicatorVisible(true);
        recommendation.meetingOn().ifPresent(on::setValue);
        if (tools.calls().get(call).guideline().meetingOn() != null) {
            on.setHelperText(words.say("decision.meeting.on.planned"));
        }
        var members = new CheckboxGroup<PersonId>();
        members.setLabel(words.say("decision.meeting.present"));
        var names = tools.people().names(material.panel());
        members.setItems(material.panel());
        members.setItemLabelGenerator(member -> names.getOrDefault(member, ""));
        members.setValue(panelOnly(recommendation.present(), material));
        on.addValueChangeListener(event ->
                keep(task, ON, () -> tools.step().metOn(task.id(), on.getValue(), person())));
        members.addValueChangeListener(event -> {
            var agreed = recommendation(call).exceptionSecond().isPresent();
            keep(task, MEMBERS, () -> tools.step().attended(task.id(), members.getValue(), person()));
            if (agreed && recommendation(call).exceptionSecond().isEmpty()) {
                exception(task, recommendation(call)); // what was agreed to has to be asked anew
            }
        });
        texts.refuseAt("decision.recommendation.meeting", ON);
        texts.refuseAt("decision.recommendation.meetingFuture", ON);
        texts.refuseAt("decision.quorum.missing", MEMBERS);
        texts.refuseAt("decision.sheets.missing", EXCEPTION);
        texts.refuseAt("decision.exception.reason", EXCEPTION);
        quorum.getElement().setAttribute("role", "status");
        quorum.addClassName("stack-s");
        var beside = new Div(
                texts.keep(ON, KeptField.of(on), () -> {}), // both are written as soon as they change
                texts.keep(MEMBERS, KeptField.of(members), () -> {}));
        beside.addClassName("dc-beside");
        return new Card(words.say("decision.meeting.title"), beside, quorum, exception(task, recommendation));
    }

    private static Set<PersonId> panelOnly(Set<PersonId> present, Material material) {
        var known = new LinkedHashSet<>(material.panel());
        known.retainAll(present);
        return known;
    }

    private Component exception(OpenTask task, Recommendation recommendation) {
        var box = exception;
        box.removeAll();
        box.add(new H3(words.say("decision.exception.title")), new Paragraph(words.say("decision.exception.lead")));
        box.addClassName("stack-s");
        var second = recommendation.exceptionSecond();
        if (second.isPresent()) {
            box.add(new Note(
                    Note.Kind.OK,
                    words.say("decision.exception.agreed", tools.people().name(second.get()))));
            return box;
        }
        recommendation
                .exceptionDeclined()
                .ifPresent(why -> box.add(new Note(Note.Kind.WARN, words.say("decision.exception.declined", why))));
        var reason = new TextArea(words.say("decision.exception.reasonField"));
        reason.setRequiredIndicatorVisible(true);
        reason.setValue(recommendation.exceptionReason().orElse(""));
        var asked = new Paragraph(
                recommendation.exceptionReason().isEmpty()
                                || recommendation.exceptionDeclined().isPresent()
                        ? ""
                        : words.say(
                                recommendation.exceptionBy().isPresent()
                                        ? "decision.exception.asked"
                                        : "decision.exception.again"));
        asked.getElement().setAttribute("role", "status");
        box.add(
                texts.hold(EXCEPTION, reason, Lengths.REASON),
                asked,
                Buttons.secondary(words.say("decision.exception.ask"), Buttons.once(() -> {
                    if (attempt(task, () -> tools.step().askException(task.id(), reason.getValue(), person()))) {
                        texts.forget(EXCEPTION);
                        asked.setText(words.say("decision.exception.asked"));
                        showBand(task);
                    }
                })));
        return box;
    }

    private Component deliberation(OpenTask task, Evaluation.Question question, Material material) {
        var path = "deliberation-" + question.place();
        return new DeliberationForm(words, texts, path, question, material, found -> {
            var kept = attempt(
                    task,
                    () -> tools.step()
                            .deliberate(
                                    task.id(),
                                    new Deliberated(
                                            question.place(),
                                            found.found(),
                                            found.reason(),
                                            person(),
                                            tools.clock().instant()),
                                    person(),
                                    getLocale()));
            if (kept) {
                showAnew(task, new Note(Note.Kind.OK, words.say("decision.deliberation.recorded")));
                DeliberationForm.forget(texts, path, question);
            }
        });
    }

    private void showAnew(OpenTask task, Note why) {
        begin(task);
        why.getElement().setAttribute("role", "status");
        addComponentAtIndex(3, why);
        why.lead();
    }

    private Component submission(OpenTask task, CallId call) {
        var button = Buttons.primary(words.say("decision.recommendation.submit"), Buttons.once(() -> {
            if (texts.complete(() -> tools.step().gaps(call, person()))) {
                new Question(
                                words.say("decision.recommendation.ask"),
                                new Paragraph(words.say("decision.recommendation.submit.help")),
                                words.say("decision.recommendation.ask.no"),
                                words.say("decision.recommendation.ask.yes"),
                                () -> submit(task))
                        .open();
            } else {
                insist(task);
            }
        }));
        var box = new Card(new Paragraph(words.say("decision.recommendation.submit.help")), button);
        return box.flat();
    }

    private void submit(OpenTask task) {
        if (attempt(task, () -> tools.step().submit(task.id(), known.values(), person()))) {
            done(words.say("decision.recommendation.done"), words.say("decision.recommendation.done.next"));
        }
    }

    /** Who hands in without having noted who attended is told what is missing. */
    private void insist(OpenTask task) {
        insisting = true;
        refresh(task);
    }
}
