package app.tomoni.decision.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.call.CallId;
import app.tomoni.decision.Outcome;
import app.tomoni.decision.selection.DecidedLine;
import app.tomoni.decision.selection.Decision;
import app.tomoni.decision.selection.DecisionRegister;
import app.tomoni.decision.selection.DecisionText;
import app.tomoni.decision.selection.DraftDecision;
import app.tomoni.decision.selection.Evaluation;
import app.tomoni.decision.selection.Evaluations;
import app.tomoni.decision.selection.Letter;
import app.tomoni.decision.selection.LetterDrafts;
import app.tomoni.decision.selection.Letterhead;
import app.tomoni.decision.selection.Material;
import app.tomoni.decision.selection.Materials;
import app.tomoni.decision.selection.Recommendation;
import app.tomoni.decision.selection.Recommendations;
import app.tomoni.decision.selection.RecommendedLine;
import app.tomoni.process.Audience;
import app.tomoni.process.OpenTask;
import app.tomoni.proposal.ProposalId;
import app.tomoni.review.Declarations;
import app.tomoni.scoring.Award;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Yen;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Facts;
import app.tomoni.shared.ui.KeptField;
import app.tomoni.shared.ui.Note;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The secretariat drafts the decision about the whole call (起案). */
@Route("tasks/draftDecision/:task")
@ForOffices(Office.SECRETARIAT)
@StyleSheet("context://tomoni/decision.css")
class DraftDecisionView extends TaskPage {

    /** What the page acts with. */
    @org.springframework.stereotype.Component
    record Tools(
            DraftDecision step,
            DecisionRegister decisions,
            Recommendations recommendations,
            Evaluations evaluations,
            Materials materials,
            Declarations declarations,
            OffersToFollow offers,
            LetterDrafts drafts,
            Clock clock) {}

    /** Where the texts of the whole decision stand among those of the page. */
    private static final String WORDS = "words/";

    private final Tools tools;
    private final Map<ProposalId, OutcomeLine> lines = new LinkedHashMap<>();
    /** What this page knows to be kept; what another page kept since is not written over. */
    private final Map<ProposalId, DecidedLine> known = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // the showing of the page begins with it
    private DecisionText knownText;

    private final Paragraph granted = new Paragraph();
    private final Div offered = new Div();
    private Map<ProposalId, String> told = Map.of();
    private final TextArea wording = new TextArea();
    private final Checkbox reserves = new Checkbox();
    /** Shown while anybody is a runner-up. */
    private final Div reservesBox = new Div();

    private final TextField city = new TextField();
    private final TextField sender = new TextField();
    private final TextField senderName = new TextField();
    private final TextField seal = new TextField();
    private final TextField contact = new TextField();

    DraftDecisionView(Door door, Tools tools) {
        super(door, "draftDecision", "decision.draft.title");
        this.tools = tools;
    }

    @Override
    protected String subject(OpenTask task) {
        return "decision:" + decision(new CallId(task.caseKey().value())).id();
    }

    @Override
    protected void show(OpenTask task) {
        lines.clear();
        known.clear();
        told = Map.of();
        offered.removeAll();
        var call = new CallId(task.caseKey().value());
        var decision = decision(call);
        knownText = decision.text();
        decision.lines().forEach(line -> known.put(line.proposal(), line));
        var page = texts.form();
        var recommendation = recommendation(call);
        var evaluation =
                tools.evaluations().findById(recommendation.evaluation()).orElseThrow();
        var material = tools.materials().of(call);
        add(head(task, material, page.indicator()));
        add(new Paragraph(material.terms().title()), band(task, Audience.STAFF), errors);
        returned(call);
        add(page);
        page.add(
                new DecisionCards(words).committee(recommendation),
                new H2(words.say("decision.selections.ranking")),
                new Board(
                        words,
                        evaluation,
                        material,
                        recommendation,
                        tools.declarations().withheld(person(), call)),
                new Paragraph(words.say("decision.draft.lead")),
                new Paragraph(words.say("decision.letterDraft.typed")));
        page.add(new H2(words.say("decision.draft.decision")));
        var shown = new ArrayList<Component>();
        for (var figures : evaluation.lines()) {
            decision.line(figures.id()).ifPresent(line -> {
                var entrant = material.entrant(figures.id()).orElseThrow();
                shown.add(
                        entrant.takesPart()
                                ? line(task, line, recommendation, evaluation, material, entrant, decision)
                                : new Card(
                                        new H3(OutcomeLine.heading(words, entrant)),
                                        ApproveDecisionView.withdrawn(words)));
            });
        }
        page.add(OutcomeLine.all(shown));
        granted.getElement().setAttribute("role", "status");
        offered.getElement().setAttribute("role", "status");
        page.add(granted, offered, text(task, decision, material), letterhead(task, decision), submission(task, call));
        refresh(task);
    }

    private Decision decision(CallId call) {
        return tools.decisions()
                .findFirstByCallIdOrderByAttemptDesc(call.value())
                .orElseThrow();
    }

    private Recommendation recommendation(CallId call) {
        return tools.recommendations().findByCallId(call.value()).orElseThrow();
    }

    private void returned(CallId call) {
        tools.decisions().findByCallIdOrderByAttemptDesc(call.value()).stream()
                .filter(before -> before.returnReason().isPresent())
                .findFirst()
                .ifPresent(before -> add(new Note(
                        Note.Kind.WARN,
                        new Paragraph(words.say("decision.draft.returned")),
                        new Paragraph(before.returnReason().orElse("")))));
    }

    private Component line(
            OpenTask task,
            DecidedLine line,
            Recommendation recommendation,
            Evaluation evaluation,
            Material material,
            Material.Entrant entrant,
            Decision decision) {
        var recommended = recommendation.line(line.proposal()).orElseThrow();
        var questions = new OutcomeForm.Questions(
                "decision.draft.open",
                "decision.draft.choice",
                "decision.draft.reasonField",
                "decision.draft.same",
                "decision.draft.differs",
                !(material.terms().rule().award().basis() instanceof Award.Basis.None),
                false,
                decision.lines().size());
        var shown = new OutcomeLine(
                words,
                texts,
                entrant,
                Figures.of(words, evaluation.line(line.proposal()).orElseThrow(), recommended, entrant),
                questions,
                () -> content(line.proposal()),
                typed -> keep(line.proposal().toString(), () -> write(task, line, typed.get()), task));
        shown.add(letter(task, entrant, Letter.Kind.RESULT));
        lines.put(line.proposal(), shown);
        return shown;
    }

    private Component letter(OpenTask task, Material.Entrant entrant, Letter.Kind kind) {
        var reader = person();
        return new LetterDraftLink(
                        words, entrant, kind, () -> tools.drafts().pdf(task.id(), entrant.proposal(), kind, reader))
                .afterTyping();
    }

    private OutcomeForm.Content content(ProposalId proposal) {
        var line = Objects.requireNonNull(known.get(proposal));
        return new OutcomeForm.Content(
                line.outcome(),
                line.amount().orElse(null),
                line.typedConditions(),
                line.reason(),
                "",
                line.reservePlace().orElse(null));
    }

    private void write(OpenTask task, DecidedLine before, OutcomeForm.Content content) {
        var line = DecidedLine.of(
                before.proposal(),
                content.outcome() == null ? before.outcome() : content.outcome(),
                content.amount(),
                content.conditions(),
                content.reason(),
                content.place());
        tools.step().write(task.id(), Objects.requireNonNull(known.get(line.proposal())), line, person());
        known.put(line.proposal(), line);
    }

    private void keep(String path, Runnable write, OpenTask task) {
        if (texts.send(path, write, tools.clock().instant())) {
            refresh(task);
        }
    }

    private void refresh(OpenTask task) {
        var call = new CallId(task.caseKey().value());
        var decision = decision(call);
        var recommendation = recommendation(call);
        decision.lines().forEach(line -> {
            var shown = lines.get(line.proposal());
            var recommended = recommendation.line(line.proposal());
            if (shown != null && recommended.isPresent()) {
                shown.follow(
                        line.outcome(), line.amount().orElse(null), line.leavesRecommendation(recommended.get()), null);
            }
        });
        lines.values().forEach(line -> line.demandPlace(decision.text().reservesInOrder()));
        var material = tools.materials().of(call);
        reservesBox.setVisible(decision.lines().stream().anyMatch(line -> line.outcome() == Outcome.RUNNER_UP));
        granted.setText(granted(words, decision, material));
        var offers = tools.offers().of(decision, material, words);
        if (!offers.equals(told)) { // a button is not taken away from under whoever presses it
            told = offers;
            offered.removeAll();
            offers.forEach((proposal, sentence) -> offered.add(
                    new Paragraph(sentence),
                    letter(task, material.entrant(proposal).orElseThrow(), Letter.Kind.OFFER)));
        }
    }

    static String granted(Words words, Decision decision, Material material) {
        return granted(
                words,
                "decision.draft",
                decision.granted(material),
                material.terms().budget());
    }

    /** @param whose whether it is what is recommended, or what is to be decided */
    static String granted(Words words, String whose, Yen granted, @Nullable Yen budget) {
        if (budget == null) {
            return words.say(whose + ".granted", granted.amount());
        }
        return words.say(
                whose + (granted.exceeds(budget) ? ".grantedOver" : ".grantedOf"), granted.amount(), budget.amount());
    }

    private Component text(OpenTask task, Decision decision, Material material) {
        wording.setLabel(words.say("decision.draft.wordingField"));
        wording.setHelperText(words.say("decision.draft.wordingHelp"));
        wording.setRequiredIndicatorVisible(true);
        wording.setValue(decision.text().wording());
        reserves.setLabel(words.say("decision.draft.reserves"));
        reserves.setHelperText(words.say("decision.draft.reserves.help"));
        reserves.setValue(decision.text().reservesInOrder());
        texts.refuseAt("decision.draft.wording", WORDS + "wording");
        wording.addValueChangeListener(event -> write(task, event.isFromClient()));
        reserves.addValueChangeListener(event -> write(task, event.isFromClient()));
        reservesBox.removeAll();
        reservesBox.add(texts.keep(WORDS + "reserves", KeptField.of(reserves), () -> write(task, true)));
        var card = new Card(
                words.say("decision.approve.text"),
                texts.keep(WORDS + "wording", wording, Lengths.TEXT, () -> write(task, true)),
                reservesBox);
        if (decision.subjectToBudget()) {
            card.add(new Note(
                    Note.Kind.INFO,
                    words.say(
                            "decision.draft.budget",
                            String.valueOf(material.terms().budgetYear().reiwa()))));
        }
        return card;
    }

    private Component letterhead(OpenTask task, Decision decision) {
        var head = decision.text().letterhead();
        seal.setHelperText(words.say("decision.draft.sealHelp"));
        return new Card(
                words.say("decision.draft.letterheadTitle"),
                field(task, city, "decision.draft.city", head.city(), true),
                field(task, sender, "decision.draft.sender", head.sender(), true),
                field(task, senderName, "decision.draft.senderName", head.senderName(), true),
                field(task, seal, "decision.draft.seal", head.seal(), false),
                field(task, contact, "decision.draft.contact", head.contact(), true));
    }

    private Component field(OpenTask task, TextField field, String key, String value, boolean required) {
        field.setLabel(words.say(key));
        field.setValue(value);
        field.setRequiredIndicatorVisible(required);
        field.addValueChangeListener(event -> write(task, event.isFromClient()));
        texts.refuseAt(key + ".missing", WORDS + key);
        return texts.keep(WORDS + key, field, Lengths.LINE, () -> write(task, true));
    }

    private void write(OpenTask task, boolean byHand) {
        if (byHand) {
            keep(WORDS, () -> write(task), task);
        }
    }

    private void write(OpenTask task) {
        var text = new DecisionText(
                wording.getValue(),
                reserves.getValue(),
                new Letterhead(
                        city.getValue(),
                        sender.getValue(),
                        senderName.getValue(),
                        seal.getValue(),
                        contact.getValue()));
        tools.step().write(task.id(), knownText, text, person());
        knownText = text;
    }

    private Component submission(OpenTask task, CallId call) {
        return new Card(
                        new Paragraph(words.say("decision.draft.submit.help")),
                        Buttons.primary(words.say("decision.draft.submit"), Buttons.once(() -> {
                            if (texts.complete(() -> gaps(call))
                                    && attempt(
                                            task,
                                            () -> tools.step()
                                                    .submit(task.id(), knownText, known.values(), person()))) {
                                done(words.say("decision.draft.done"), words.say("decision.draft.done.next"));
                            }
                        })))
                .flat();
    }

    private List<Refusal> gaps(CallId call) {
        return decision(call).gaps(recommendation(call), tools.materials().of(call));
    }

    /** What the committee found and recommended about one proposal. */
    static final class Figures {

        private Figures() {}

        static Component of(
                Words words,
                app.tomoni.decision.selection.EvaluatedLine figures,
                RecommendedLine recommended,
                Material.Entrant entrant) {
            var facts = new Facts();
            facts.fact(words.say("decision.board.rank"), rank(words, figures));
            recommended
                    .chosen()
                    .ifPresent(outcome -> facts.fact(
                            words.say("decision.draft.recommended"), words.say("decision.act." + outcome.name())));
            recommended
                    .chosenAmount()
                    .ifPresent(amount -> facts.fact(words.say("decision.answer.amount"), words.yen(amount)));
            if (entrant.requested() != null) {
                facts.fact(words.say("decision.board.requested"), words.yen(entrant.requested()));
            }
            fact(facts, words.say("decision.answer.conditions"), recommended.conditions());
            fact(facts, words.say("decision.recommendation.reasonField"), recommended.reason());
            fact(facts, words.say("decision.recommendation.commentField"), recommended.comment());
            return new Div(facts);
        }

        static String rank(Words words, app.tomoni.decision.selection.EvaluatedLine figures) {
            var total = figures.total();
            return figures.rank() == null || total == null
                    ? words.say("decision.draft.noRank")
                    : words.say("decision.draft.rank", String.valueOf(figures.rank()), total.toPlainString());
        }

        private static void fact(Facts facts, String name, @Nullable String text) {
            if (text != null && !text.isEmpty()) {
                facts.fact(name, DecisionCards.prose(text));
            }
        }
    }
}
