package app.tomoni.decision.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.call.CallId;
import app.tomoni.decision.selection.ApproveDecision;
import app.tomoni.decision.selection.Decision;
import app.tomoni.decision.selection.DecisionRegister;
import app.tomoni.decision.selection.Evaluations;
import app.tomoni.decision.selection.Letter;
import app.tomoni.decision.selection.LetterDrafts;
import app.tomoni.decision.selection.Material;
import app.tomoni.decision.selection.Materials;
import app.tomoni.decision.selection.Recommendation;
import app.tomoni.decision.selection.Recommendations;
import app.tomoni.process.Audience;
import app.tomoni.process.OpenTask;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Chip;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.Party;
import app.tomoni.shared.ui.PartyLabel;
import app.tomoni.shared.ui.Question;
import app.tomoni.shared.ui.ScreenKeys;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.Set;

/** The decision on one screen: what was recommended, what is to be decided, what follows (決裁). */
@Route("tasks/approveDecision/:task")
@ForOffices(Office.APPROVER)
@StyleSheet("context://tomoni/decision.css")
class ApproveDecisionView extends TaskPage implements ScreenKeys {

    /** What the page acts with. */
    @org.springframework.stereotype.Component
    record Tools(
            ApproveDecision step,
            DecisionRegister decisions,
            Recommendations recommendations,
            Evaluations evaluations,
            Materials materials,
            OffersToFollow offers,
            LetterDrafts drafts) {}

    private final Tools tools;

    /** Whether the approver is about to say why the draft goes back: the keys that approve do nothing then. */
    private boolean returning;

    private List<Key> pressed = List.of();

    ApproveDecisionView(Door door, Tools tools) {
        super(door, "approveDecision", "decision.approve.title");
        this.tools = tools;
    }

    @Override
    protected String subject(OpenTask task) {
        return "approval:" + decision(task).id();
    }

    @Override
    public List<Key> keys() {
        return pressed;
    }

    private Decision decision(OpenTask task) {
        return tools.decisions()
                .findFirstByCallIdOrderByAttemptDesc(task.caseKey().value())
                .orElseThrow();
    }

    @Override
    protected void show(OpenTask task) {
        var call = new CallId(task.caseKey().value());
        var decision = decision(task);
        var recommendation = tools.recommendations().findByCallId(call.value()).orElseThrow();
        var evaluation =
                tools.evaluations().findById(recommendation.evaluation()).orElseThrow();
        var material = tools.materials().of(call);
        var cards = new DecisionCards(words);
        add(head(task, material));
        add(
                new Paragraph(material.terms().title()),
                band(task, Audience.STAFF),
                errors,
                cards.wording(decision, material),
                cards.lines(
                        decision,
                        recommendation,
                        evaluation,
                        material,
                        entrant -> letter(task, entrant, Letter.Kind.RESULT)),
                cards.said(recommendation, evaluation, material, false, Set.of()),
                cards.committee(recommendation),
                cards.letterhead(decision),
                board(call));
        var columns = new Div(act(task, decision, material), flow(decision, recommendation));
        columns.addClassName("cols");
        add(columns);
    }

    private Component board(CallId call) {
        var link = new Anchor(SelectionNavigation.SELECTIONS + "/" + call, words.say("decision.approve.board"));
        link.addClassName("btn");
        return link;
    }

    static Component withdrawn(Words words) {
        return new Chip(Chip.Kind.PLAIN, words.say("decision.board.withdrawn"));
    }

    private Component act(OpenTask task, Decision decision, Material material) {
        var steps = new UnorderedList(step(
                new PartyLabel(Party.GROUP),
                words.say(
                        "decision.approve.happens.letters",
                        decision.standing(material).size())));
        tools.offers().of(decision, material, words).forEach((proposal, offered) -> {
            var entrant = material.entrant(proposal).orElseThrow();
            var what = new Div(new Span(offered), letter(task, entrant, Letter.Kind.OFFER));
            what.addClassName("stack");
            steps.add(new ListItem(new PartyLabel(Party.GROUP), what));
        });
        var publication = material.terms().publication();
        steps.add(step(
                new Span(words.say("decision.approve.public")),
                publication == null
                        ? words.say("decision.approve.happens.publication.open")
                        : words.say("decision.approve.happens.publication", words.at(publication))));
        steps.addClassName("dc-steps");
        var approve = Buttons.primary(
                words.say("decision.approve.approve"), click -> question(task).open());
        approve.addClassName("l");
        var keys = new Paragraph(words.say("decision.approve.keys"));
        keys.addClassNames("small", "mute");
        var reason = new TextArea(words.say("decision.return.reasonField"));
        reason.setHelperText(words.say("decision.return.help"));
        reason.addFocusListener(event -> returning = true);
        reason.addBlurListener(event -> returning = false);
        pressed = List.of(new Key("Ctrl + Enter", words.say("decision.approve.key.does")));
        Shortcuts.addShortcutListener(
                this,
                () -> {
                    if (!returning && reason.getValue().isBlank()) {
                        question(task).open();
                    }
                },
                com.vaadin.flow.component.Key.ENTER,
                KeyModifier.CONTROL);
        texts.refuseAt("decision.return.reason", "return");
        texts.form().add(texts.hold("return", reason, Lengths.REASON));
        var buttons = new Div(approve, Buttons.secondary(words.say("decision.approve.return"), Buttons.once(() -> {
            if (attempt(task, () -> tools.step().giveBack(task.id(), reason.getValue(), person()))) {
                done(words.say("decision.return.done"), words.say("decision.return.done.next"));
            }
        })));
        buttons.addClassName("actions");
        return new Card(
                words.say("decision.approve.happens"),
                steps,
                new Note(Note.Kind.WARN, words.say("decision.approve.note")),
                texts.form(),
                buttons,
                keys);
    }

    /** By button and by keys alike: what is approved cannot be approved less. */
    private Question question(OpenTask task) {
        return new Question(
                words.say("decision.approve.ask"),
                new Paragraph(words.say("decision.approve.note")),
                words.say("decision.approve.ask.no"),
                words.say("decision.approve.ask.yes"),
                () -> approve(task));
    }

    private Component letter(OpenTask task, Material.Entrant entrant, Letter.Kind kind) {
        var reader = person();
        return new LetterDraftLink(
                words, entrant, kind, () -> tools.drafts().pdf(task.id(), entrant.proposal(), kind, reader));
    }

    private static ListItem step(Component who, String what) {
        return new ListItem(who, new Span(what));
    }

    private void approve(OpenTask task) {
        if (attempt(task, () -> tools.step().approve(task.id(), person()))) {
            done(words.say("decision.approve.done"), words.say("decision.approve.done.next"));
        }
    }

    private Component flow(Decision decision, Recommendation recommendation) {
        var list = new OrderedList();
        list.addClassName("dc-flow");
        recommendation
                .submittedAt()
                .ifPresent(
                        at -> list.add(entry(true, words.say("decision.approve.flow.recommended", words.brief(at)))));
        decision.submittedAt()
                .ifPresent(at -> list.add(entry(true, words.say("decision.approve.flow.drafted", words.brief(at)))));
        list.add(entry(false, words.say("decision.approve.flow.approve")));
        var card = new Card(words.say("decision.approve.flow"), list);
        if (decision.attempt() > 1) {
            card.add(new Paragraph(words.say("decision.approve.flow.attempt", decision.attempt())));
            tools.decisions().findByCallIdOrderByAttemptDesc(decision.call().value()).stream()
                    .skip(1)
                    .findFirst()
                    .ifPresent(before -> card.add(new Paragraph(words.say(
                            before.approvedAt().isPresent()
                                    ? "decision.approve.flow.takenBack"
                                    : "decision.approve.flow.returned",
                            before.returnReason().orElse("")))));
        }
        return card.flat();
    }

    private ListItem entry(boolean over, String text) {
        return new ListItem(
                over
                        ? new Chip(Chip.Kind.OK, words.say("decision.approve.flow.done"))
                        : new Chip(Chip.Kind.WRITING, words.say("decision.approve.flow.now")),
                new Span(text));
    }
}
