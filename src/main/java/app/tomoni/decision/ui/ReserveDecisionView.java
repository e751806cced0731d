package app.tomoni.decision.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.SignedIn;
import app.tomoni.decision.selection.DecideReserve;
import app.tomoni.decision.selection.Letter;
import app.tomoni.decision.selection.LetterDrafts;
import app.tomoni.process.Audience;
import app.tomoni.process.Statuses;
import app.tomoni.shared.Ids;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.ErrorSummary;
import app.tomoni.shared.ui.Facts;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PageHead;
import app.tomoni.shared.ui.Question;
import app.tomoni.shared.ui.StatusBand;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import java.util.Map;

/** The second decision about a runner-up: approved or returned here, or recorded where it was approved elsewhere. */
@Route(ReserveDecisionView.PATH + "/:decision")
@ForOffices({Office.APPROVER, Office.SECRETARIAT})
@StyleSheet("context://tomoni/decision.css")
class ReserveDecisionView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "reserves";

    /** What the page acts with. */
    @org.springframework.stereotype.Component
    record Tools(
            DecideReserve step,
            LetterDrafts drafts,
            ClosedDays closed,
            Offices offices,
            Statuses statuses,
            People people,
            SignedIn signedIn) {}

    private final Tools tools;
    private final Words words;
    private Note over = new Note(Note.Kind.INFO);
    private final ErrorSummary errors = new ErrorSummary();

    ReserveDecisionView(Tools tools, Translations translations) {
        this.tools = tools;
        this.words = new Words(translations, getLocale());
        addClassName("stack-5");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var known =
                event.getRouteParameters().get("decision").flatMap(Ids::read).flatMap(tools.step()::known);
        if (known.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        show(known.get());
    }

    private void show(DecideReserve.Known known) {
        removeAll();
        add(new PageHead(getPageTitle()), new Paragraph(known.call()));
        if (known.draft().isPending()) {
            add(new StatusBand()
                    .say(
                            tools.statuses()
                                    .request("decideReserve", known.due().orElse(null), Audience.STAFF, getLocale())
                                    .now(),
                            words.say("process.request.decideReserve.next"),
                            mayDecide(Office.APPROVER, known)));
        }
        add(errors, facts(known), wording(known));
        if (!known.draft().isPending()) {
            over = over(known);
            add(over);
        } else if (mayDecide(Office.APPROVER, known) || mayDecide(Office.SECRETARIAT, known)) {
            act(known);
        } else {
            add(new Note(Note.Kind.INFO, words.say("decision.reserve.yours")));
        }
        add(
                holds(Office.SECRETARIAT)
                        ? new Anchor(
                                SelectionNavigation.SELECTIONS + "/"
                                        + known.draft().call(),
                                words.say("decision.reserve.back"))
                        : new Anchor("inbox", words.say("decision.toInbox")));
    }

    private boolean holds(Office office) {
        return tools.offices().holds(tools.signedIn().person(), office, null);
    }

    /** Whether the reader may do in that office what takes somebody else than those who drafted it. */
    private boolean mayDecide(Office office, DecideReserve.Known known) {
        return tools.offices().actor(tools.signedIn().person(), office, null).isSecondTo(known.drafters())
                && holds(office);
    }

    private Component facts(DecideReserve.Known known) {
        var entrant = known.entrant();
        var facts = new Facts()
                .fact(words.say("decision.approve.column.case"), words.named(entrant.number(), entrant.title()))
                .fact(words.say("decision.reserve.group"), entrant.organisationName());
        known.waiting().stream()
                .filter(one -> one.proposal().equals(entrant.proposal()))
                .findFirst()
                .ifPresent(one -> facts.fact(
                        words.say("decision.board.rank"), DraftDecisionView.Figures.rank(words, one.figures())));
        known.place().ifPresent(place -> facts.fact(words.say("decision.draft.placeField"), String.valueOf(place)));
        if (entrant.requested() != null) {
            facts.fact(words.say("decision.reserve.requested"), words.yen(entrant.requested()));
        }
        known.draft().amount().ifPresent(sum -> facts.fact(words.say("decision.reserve.offered"), words.yen(sum)));
        known.free()
                .filter(free -> known.draft().isPending())
                .ifPresent(free -> facts.fact(words.say("decision.reserve.left"), words.yen(free)));
        var others = new Div();
        known.waiting().stream()
                .filter(one -> !one.proposal().equals(entrant.proposal()))
                .forEach(one -> others.add(new Paragraph(ReserveFields.ranked(words, one))));
        if (known.draft().isPending() && others.getChildren().findAny().isPresent()) {
            facts.fact(words.say("decision.reserve.others"), others);
        }
        facts.fact(
                words.say("decision.reserve.drafted"),
                words.say(
                        "decision.reserve.drafted.by",
                        tools.people().name(known.draft().draftedBy()),
                        words.brief(known.draft().draftedAt())));
        var card = new Card(words.say("decision.approve.lines"), facts);
        if (known.draft().isPending()) {
            ReserveFields.passedOver(words, entrant.proposal(), known.waiting()).ifPresent(card::add);
        }
        return card;
    }

    private Component wording(DecideReserve.Known known) {
        var text = new Paragraph(known.draft().wording());
        text.addClassName("prose");
        var card = new Card(words.say("decision.approve.text"), text);
        if (known.draft().isPending()) {
            var reader = tools.signedIn().person();
            card.add(new LetterDraftLink(
                    words,
                    known.entrant(),
                    Letter.Kind.OFFER,
                    () -> tools.drafts().offer(known.draft().id(), reader)));
        }
        return card;
    }

    private Note over(DecideReserve.Known known) {
        return known.draft()
                .returnReason()
                .map(reason -> new Note(Note.Kind.WARN, words.say("decision.reserve.returned", reason)))
                .orElseGet(() -> new Note(Note.Kind.OK, words.say("decision.reserve.approved")));
    }

    private void act(DecideReserve.Known known) {
        var texts = new KeptTexts(
                words, "reserve:" + known.draft().id(), tools.signedIn().person(), errors);
        if (mayDecide(Office.APPROVER, known)) {
            texts.form().add(approval(known, texts));
        }
        if (mayDecide(Office.SECRETARIAT, known)) {
            texts.form().add(elsewhere(known, texts));
        }
        add(texts.form());
    }

    private Component approval(DecideReserve.Known known, KeptTexts texts) {
        var id = known.draft().id();
        var reason = new TextArea(words.say("decision.return.reasonField"));
        reason.setHelperText(words.say("decision.return.help"));
        texts.refuseAt("decision.return.reason", "return");
        var buttons = new Div(
                Buttons.primary(
                        words.say("decision.approve.approve"),
                        Buttons.once(() -> question(known, texts).open())),
                Buttons.secondary(
                        words.say("decision.approve.return"),
                        Buttons.once(() -> attempt(
                                known,
                                texts,
                                () -> tools.step()
                                        .giveBack(
                                                id,
                                                reason.getValue(),
                                                tools.signedIn().person())))));
        buttons.addClassName("actions");
        return new Card(
                words.say("decision.approve.happens"),
                new Paragraph(words.say("decision.reserve.happens")),
                texts.hold("return", reason, Lengths.REASON),
                buttons);
    }

    /** What is offered cannot be taken back. */
    private Question question(DecideReserve.Known known, KeptTexts texts) {
        return new Question(
                words.say("decision.reserve.ask"),
                new Paragraph(
                        words.say("decision.reserve.ask.means", known.entrant().organisationName())),
                words.say("decision.approve.ask.no"),
                words.say("decision.approve.ask.yes"),
                () -> attempt(
                        known,
                        texts,
                        () -> tools.step()
                                .approve(known.draft().id(), tools.signedIn().person())));
    }

    private Component elsewhere(DecideReserve.Known known, KeptTexts texts) {
        var approval = new ElsewhereFields(words, tools.closed(), texts, "elsewhere/");
        approval.add(Buttons.secondary(words.say("decision.elsewhere.record"), Buttons.once(() -> {
            if (texts.filled(approval.needs())) {
                attempt(
                        known,
                        texts,
                        () -> tools.step()
                                .recordApproval(
                                        known.draft().id(),
                                        approval.on(),
                                        approval.office(),
                                        approval.number(),
                                        tools.signedIn().person()));
            }
        })));
        return approval;
    }

    /** Does it, or says at the head of the page why not; what was typed stays. */
    private void attempt(DecideReserve.Known known, KeptTexts texts, Runnable action) {
        if (texts.attempt(action)) {
            texts.done();
            tools.step().known(known.draft().id()).ifPresent(now -> over(now, Map.of()));
            return;
        }
        tools.step()
                .known(known.draft().id())
                .filter(now -> !now.draft().isPending())
                .ifPresent(now -> over(now, texts.unsent()));
    }

    /** Done here, or by somebody else since the page was opened; then what was typed still stands there. */
    private void over(DecideReserve.Known now, Map<String, String> typed) {
        show(now);
        if (!typed.isEmpty()) {
            add(new DecisionCards(words).typed(typed));
        }
        over.lead();
    }

    @Override
    public String getPageTitle() {
        return words.say("decision.reserve.page");
    }
}
