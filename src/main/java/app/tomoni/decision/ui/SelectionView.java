package app.tomoni.decision.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.SignedIn;
import app.tomoni.call.Call;
import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.decision.Results;
import app.tomoni.decision.selection.Answer;
import app.tomoni.decision.selection.AnswerException;
import app.tomoni.decision.selection.AnswerResult;
import app.tomoni.decision.selection.ApproveDecision;
import app.tomoni.decision.selection.CloseScoring;
import app.tomoni.decision.selection.ConfirmPublication;
import app.tomoni.decision.selection.DecideReserve;
import app.tomoni.decision.selection.DecisionRegister;
import app.tomoni.decision.selection.MoveAnswerDay;
import app.tomoni.decision.selection.PostponePublication;
import app.tomoni.decision.selection.PublicPage;
import app.tomoni.decision.selection.Reserves;
import app.tomoni.decision.selection.Stage;
import app.tomoni.decision.selection.Stages;
import app.tomoni.decision.selection.WaitingReserves;
import app.tomoni.process.Audience;
import app.tomoni.process.CaseKey;
import app.tomoni.process.CaseStatus;
import app.tomoni.process.Cases;
import app.tomoni.process.ProcessNavigation;
import app.tomoni.process.Statuses;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.PublicProposals;
import app.tomoni.shared.Ids;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Crumbs;
import app.tomoni.shared.ui.DayPicker;
import app.tomoni.shared.ui.ErrorSummary;
import app.tomoni.shared.ui.FieldLabel;
import app.tomoni.shared.ui.KeptField;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PageHead;
import app.tomoni.shared.ui.PlainTable;
import app.tomoni.shared.ui.Question;
import app.tomoni.shared.ui.ShortForm;
import app.tomoni.shared.ui.StatusBand;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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
            AnswerException exception,
            CloseScoring scoring,
            ApproveDecision approve,
            ConfirmPublication publication,
            PostponePublication postpone,
            ClosedDays closed,
            PublicPage page,
            PublicProposals contents,
            AnswerResult answer,
            MoveAnswerDay answerDay,
            Reserves reserves,
            WaitingReserves waiting,
            DecideReserve second,
            Results results,
            SelectionResult.Tools result,
            Cases cases,
            Statuses statuses,
            Offices offices,
            People people,
            SignedIn signedIn,
            Clock clock) {}

    private static final String EXCEPTION = "exception/";
    private static final String SCORING = "scoring/";
    private static final String ELSEWHERE = "elsewhere/";
    private static final String ANSWER = "answer/";
    private static final String ANSWER_DAY = "answerDay/";
    private static final String POSTPONE = "postpone/";
    private static final String RESERVES = "reserves/";
    private static final String CORRECTION = "correction/";

    private final Tools tools;
    private final Words words;
    private final ErrorSummary errors = new ErrorSummary();
    private final Note recorded;
    private final Div head = new Div();
    private final Div band = new Div();
    private final Div result = new Div();

    @SuppressWarnings("NullAway.Init") // entering the page begins with it
    private KeptTexts texts;

    private String title;

    /** Which of those who have not answered somebody came here for. */
    private @Nullable UUID about;

    SelectionView(Tools tools, Translations translations) {
        this.tools = tools;
        this.words = new Words(translations, getLocale());
        this.title = words.say("decision.selections.title");
        this.recorded = new Note(Note.Kind.OK, words.say("decision.selections.recorded"));
        recorded.getElement().setAttribute("role", "status");
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
        texts = new KeptTexts(
                words, "selection:" + call.get().id(), tools.signedIn().person(), errors);
        add(head, texts.form(), result);
        show(call.get());
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

    private void show(Call call) {
        head.removeAll();
        texts.form().removeAll();
        title = call.title();
        var key = new CaseKey(call.id().value());
        head.add(
                new Crumbs()
                        .step(words.say("decision.selections.title"), SelectionNavigation.SELECTIONS)
                        .here(title),
                new PageHead(title));
        head.add(band, errors);
        showBand(call);
        head.add(links(call, key));
        if (ended(call).isEmpty() && (secretariat() || holds(Office.ACTING_CHAIR, call.id()))) {
            exception(call);
        }
        if (secretariat()) {
            tools.publication()
                    .postedLate(call.id())
                    .ifPresent(why -> head.add(new Note(Note.Kind.WARN, words.say(why))));
            tools.publication()
                    .unopened(call.id())
                    .ifPresent(why -> head.add(new Note(Note.Kind.INFO, words.say(why))));
            scoring(call);
            elsewhere(call, key);
            answers(call);
        }
        if (staff()) {
            given(call);
        }
        if (secretariat()) {
            postpone(call);
            preview(call);
            freed(call);
            reserves(call);
            correction(call);
        }
        showResult(call);
    }

    private Optional<Stage.End> ended(Call call) {
        return tools.stages().findById(call.id().value()).flatMap(Stage::endedAs);
    }

    private void showBand(Call call) {
        band.removeAll();
        band.add(ended(call)
                .<Component>map(end -> new Note(Note.Kind.INFO, words.say("decision.selections.ended." + end.name())))
                .orElseGet(() -> band(
                        tools.statuses()
                                .of(
                                        new CaseKey(call.id().value()),
                                        Audience.STAFF,
                                        tools.signedIn().person(),
                                        getLocale()),
                        tools.answer().waiting(call.id()))));
    }

    private void showResult(Call call) {
        result.removeAll();
        new SelectionResult(words, tools.result(), tools.signedIn().person())
                .of(call.id(), secretariat(), staff() || approver(call.id()), chair(call.id()) || approver(call.id()))
                .forEach(result::add);
    }

    private Component links(Call call, CaseKey key) {
        var links = new Div();
        links.addClassName("actions");
        tools.cases()
                .taskFor(tools.signedIn().person(), key, "recommendProjects")
                .ifPresent(task -> links.add(link(task.address(), "decision.board.title")));
        if (tools.results().of(call.id()).isPresent()) {
            links.add(Buttons.page("results/" + call.id(), words.say("decision.selections.public")));
        }
        if (staff()) {
            links.add(link(SelectionNavigation.lettersOf(call.id()), "decision.letters.menu"));
        }
        if (staff() || approver(call.id())) {
            links.add(link(ProcessNavigation.events(key), "decision.selections.record"));
        }
        return links;
    }

    private Component link(String path, String key) {
        var link = new Anchor(path, words.say(key));
        link.addClassName("btn");
        return link;
    }

    /** The selection is over before the last group has answered. */
    private StatusBand band(CaseStatus status, List<Proposal> asked) {
        return status.ended() && !asked.isEmpty()
                ? new StatusBand().say(answers(asked), words.say("decision.selections.answers.next"), false)
                : new StatusBand().say(status.now(), status.next(), status.yourTurn());
    }

    /** How many groups are asked, and by when the first of them answers. */
    private String answers(List<Proposal> asked) {
        return tools
                .statuses()
                .of(keys(asked), Audience.STAFF, tools.signedIn().person(), getLocale())
                .values()
                .stream()
                .flatMap(each -> Stream.ofNullable(each.due()))
                .min(Comparator.naturalOrder())
                .map(due -> tools.statuses()
                        .orLate(
                                words.say("decision.selections.answers.until", asked.size(), words.at(due)),
                                due,
                                getLocale()))
                .orElseGet(() -> words.say("decision.selections.answers", asked.size()));
    }

    private static List<CaseKey> keys(List<Proposal> proposals) {
        return proposals.stream().map(one -> new CaseKey(one.id().value())).toList();
    }

    private void exception(Call call) {
        tools.exception().asked(call.id()).ifPresent(asked -> {
            var person = tools.signedIn().person();
            var card = new ExceptionCard(words, tools.result(), call.id(), asked, person);
            if (tools.exception().mayAnswer(asked, call.id(), person)) {
                answer(call, asked, card);
            } else {
                card.add(new Note(Note.Kind.INFO, words.say("decision.exception.same")));
            }
            texts.form().add(card);
        });
    }

    private void answer(Call call, AnswerException.Asked asked, Card card) {
        var person = tools.signedIn().person();
        var why = new TextArea(words.say("decision.exception.declineReasonField"));
        why.setHelperText(words.say("decision.exception.declineReason.help"));
        var agree = Buttons.primary(
                words.say("decision.exception.agree"),
                Buttons.once(() -> act(call, EXCEPTION, () -> tools.exception().agree(call.id(), asked, person))));
        var decline = Buttons.secondary(
                words.say("decision.exception.decline"),
                Buttons.once(() ->
                        act(call, EXCEPTION, () -> tools.exception().decline(call.id(), why.getValue(), person))));
        texts.refuseAt("decision.exception.declineReason", EXCEPTION + "why");
        var actions = new Div(agree, decline);
        actions.addClassName("actions");
        card.add(
                new Note(Note.Kind.WARN, words.say("decision.exception.consequence")),
                texts.hold(EXCEPTION + "why", why, Lengths.REASON),
                actions);
    }

    private void scoring(Call call) {
        var meets = call.guideline().meetingOn();
        if (meets == null || !tools.scoring().isAsked(call.id())) {
            return;
        }
        var consequence = new Div(
                new Paragraph(words.say("decision.scoring.again")), new Paragraph(words.say("decision.scoring.final")));
        if (meets.isAfter(LocalDate.now(tools.clock()))) {
            consequence.addComponentAsFirst(
                    new Note(Note.Kind.WARN, words.say("decision.scoring.early", words.day(meets))));
        }
        var card = new Card(
                words.say("decision.scoring.title"),
                new Paragraph(words.say("decision.scoring.lead", words.day(meets))),
                Buttons.primary(
                        words.say("decision.scoring.act"),
                        click -> new Question(
                                        words.say("decision.scoring.ask"),
                                        consequence,
                                        words.say("decision.scoring.no"),
                                        words.say("decision.scoring.act"),
                                        () -> act(
                                                call,
                                                SCORING,
                                                () -> tools.scoring()
                                                        .close(
                                                                call.id(),
                                                                tools.signedIn().person())))
                                .open()));
        card.setId("scoring");
        texts.form().add(card);
    }

    private void elsewhere(Call call, CaseKey key) {
        if (!tools.cases().waitsAt(key, "approveDecision")) {
            return;
        }
        var decision = tools.decisions()
                .findFirstByCallIdOrderByAttemptDesc(call.id().value())
                .orElseThrow();
        var recorder = tools.offices().actor(tools.signedIn().person(), Office.SECRETARIAT, null);
        if (!recorder.isSecondTo(decision.drafters())) {
            texts.form().add(new Note(Note.Kind.INFO, words.say("decision.elsewhere.same")));
            return;
        }
        var attempt = decision.attempt();
        var approval = new ElsewhereFields(words, tools.closed(), texts, ELSEWHERE);
        approval.add(Buttons.primary(words.say("decision.elsewhere.record"), Buttons.once(() -> {
            if (texts.filled(approval.needs())) {
                act(
                        call,
                        ELSEWHERE,
                        () -> tools.approve()
                                .recordApproval(
                                        call.id(),
                                        attempt,
                                        approval.on(),
                                        approval.office(),
                                        approval.number(),
                                        tools.signedIn().person()));
            }
        })));
        texts.form().add(approval);
    }

    /** A group may answer by letter or telephone; without a way to record it the selection would wait for ever. */
    private void answers(Call call) {
        var waiting = tools.answer().waiting(call.id());
        if (waiting.isEmpty()) {
            return;
        }
        var proposal = named(new Select<Proposal>(), "decision.answer.record.proposal", true);
        proposal.setItems(waiting);
        proposal.setItemLabelGenerator(one -> one.number().orElse("") + "　" + one.title());
        choose(proposal, waiting);
        var kind = new RadioButtonGroup<Answer.Kind>();
        kind.setItems(Answer.Kind.values()); // takes away what stands in the field, its name as well
        named(kind, "decision.answer.record.kind", true);
        kind.setItemLabelGenerator(one -> words.say("decision.answer.record." + one.name()));
        var received = named(new TextField(), "decision.answer.record.received", true);
        received.setHelperText(words.say("decision.answer.record.received.help"));
        var reason = named(new TextArea(), "decision.answer.declineReason", false);
        reason.setHelperText(words.say("decision.answer.declineReason.help"));
        var card = new Card(
                words.say("decision.answer.record.title"),
                new Paragraph(words.say("decision.answer.record.lead", waiting.size())),
                texts.hold(ANSWER + "proposal", KeptField.of(proposal)),
                texts.hold(ANSWER + "kind", KeptField.of(kind)),
                texts.hold(ANSWER + "received", received, Lengths.LINE),
                texts.hold(ANSWER + "reason", reason, Lengths.REASON),
                Buttons.secondary(words.say("decision.answer.record"), Buttons.once(() -> {
                    if (texts.filled(
                            ShortForm.need(proposal, words.say("decision.answer.record.proposal.missing")),
                            ShortForm.need(kind, words.say("decision.answer.record.kind.missing")),
                            ShortForm.need(received, words.say("decision.answer.received.missing")))) {
                        act(
                                call,
                                ANSWER,
                                () -> tools.answer()
                                        .record(
                                                proposal.getValue().id(),
                                                kind.getValue(),
                                                reason.getValue(),
                                                received.getValue(),
                                                tools.signedIn().person()));
                    }
                })));
        card.setId("answers");
        texts.form().add(card);
        answerDay(call, waiting);
    }

    private void choose(Select<Proposal> list, List<Proposal> waiting) {
        waiting.stream()
                .filter(one -> one.id().value().equals(about))
                .findFirst()
                .ifPresent(list::setValue);
    }

    /** A group that asks for it, or has not answered in time, may have longer. */
    private void answerDay(Call call, List<Proposal> waiting) {
        var until = tools.statuses()
                .of(keys(waiting), Audience.STAFF, tools.signedIn().person(), getLocale());
        var proposal = named(new Select<Proposal>(), "decision.answerDay.proposal", true);
        proposal.setItems(waiting);
        proposal.setItemLabelGenerator(one -> {
            var due = Optional.ofNullable(until.get(new CaseKey(one.id().value())))
                    .map(CaseStatus::due);
            return words.say(
                    due.filter(at -> at.isBefore(tools.clock().instant())).isPresent()
                            ? "decision.answerDay.one.late"
                            : "decision.answerDay.one",
                    one.number().orElse(""),
                    one.title(),
                    due.map(words::at).orElse("–"));
        });
        choose(proposal, waiting);
        var on = named(new DayPicker(), "decision.answerDay.on", true);
        var reason = named(new TextArea(), "decision.answerDay.reasonField", true);
        reason.setHelperText(words.say("decision.answerDay.help"));
        texts.refuseAt("decision.answerDay.later", ANSWER_DAY + "on");
        texts.refuseAt("decision.answerDay.closed", ANSWER_DAY + "on");
        texts.refuseAt("shared.holidays.unknown", ANSWER_DAY + "on");
        texts.form()
                .add(new Card(
                        words.say("decision.answerDay.title"),
                        new Paragraph(words.say("decision.answerDay.lead")),
                        texts.hold(ANSWER_DAY + "proposal", KeptField.of(proposal)),
                        texts.hold(ANSWER_DAY + "on", KeptField.of(on)),
                        texts.hold(ANSWER_DAY + "reason", reason, Lengths.REASON),
                        Buttons.secondary(words.say("decision.answerDay.act"), Buttons.once(() -> {
                            if (texts.filled(
                                    ShortForm.need(proposal, words.say("decision.answerDay.proposal.missing")),
                                    ShortForm.need(on, words.say("decision.answerDay.missing")),
                                    ShortForm.need(reason, words.say("decision.answerDay.reason")))) {
                                act(
                                        call,
                                        ANSWER_DAY,
                                        () -> tools.answerDay()
                                                .move(
                                                        proposal.getValue().id(),
                                                        on.getValue(),
                                                        reason.getValue(),
                                                        tools.signedIn().person()));
                            }
                        }))));
    }

    private void given(Call call) {
        var given = tools.answer().given(call.id());
        if (given.isEmpty()) {
            return;
        }
        var table = new PlainTable(
                words.say("decision.answer.given.title"),
                List.of(
                        words.say("decision.answer.record.proposal"),
                        words.say("decision.answer.record.kind"),
                        words.say("decision.answer.given.at"),
                        words.say("decision.answer.given.reason")),
                Set.of());
        given.forEach(one -> table.row(
                new Span(one.proposal().number().orElse("") + "　"
                        + one.proposal().title()),
                new Span(
                        words.say("decision.answer.given." + one.answer().kind().name())),
                new Span(words.brief(one.answer().answeredAt())),
                said(one.answer())));
        texts.form().add(new Card(words.say("decision.answer.given.title"), table.underHeading()));
    }

    private static Component said(Answer answer) {
        var said = new Div();
        Stream.of(answer.reason(), answer.received().orElse(""))
                .filter(text -> !text.isBlank())
                .map(Paragraph::new)
                .forEach(said::add);
        return said;
    }

    private void postpone(Call call) {
        tools.postpone().planned(call.id()).ifPresent(planned -> {
            var time = new PublicationTime(words, planned, tools.closed(), texts, POSTPONE);
            var reason = new TextArea(words.say("decision.postpone.reasonField"));
            reason.setHelperText(words.say("decision.postpone.help"));
            reason.setRequiredIndicatorVisible(true);
            texts.refuseAt("decision.postpone.reason", POSTPONE + "reason");
            texts.form()
                    .add(new Card(
                            words.say("decision.postpone.title"),
                            new Paragraph(words.say("decision.postpone.lead", words.at(planned))),
                            time,
                            texts.hold(POSTPONE + "reason", reason, Lengths.REASON),
                            Buttons.secondary(
                                    words.say("decision.postpone.act"),
                                    Buttons.once(() -> act(
                                            call,
                                            POSTPONE,
                                            () -> tools.postpone()
                                                    .postpone(
                                                            call.id(),
                                                            time.chosen(),
                                                            reason.getValue(),
                                                            tools.signedIn().person()))))));
        });
    }

    /** What has been sent and waits for its day. */
    private void preview(Call call) {
        if (tools.postpone().planned(call.id()).isPresent()) {
            var page = tools.results().asOfNow(tools.page().of(call.id()));
            var shown = new NativeDetails(
                    words.say("decision.publication.page"),
                    new PublicPreview(words, page, tools.contents().written(page.shown(), getLocale())));
            shown.addClassName("dc-more");
            texts.form().add(new Card(shown));
        }
    }

    private void reserves(Call call) {
        tools.decisions()
                .standing(call.id().value())
                .map(tools.waiting()::of)
                .filter(waiting -> !waiting.isEmpty())
                .ifPresent(waiting -> {
                    tools.second().choice(call.id()).ifPresent(choice -> second(call, choice));
                    texts.form()
                            .add(new Card(
                                    words.say("decision.selections.reserves"),
                                    new Paragraph(words.say("decision.selections.reserves.lead", waiting.size())),
                                    new Paragraph(words.say("decision.selections.reserves.help")),
                                    Buttons.secondary(
                                            words.say("decision.selections.reserves.release"),
                                            Buttons.once(() -> act(
                                                    call,
                                                    RESERVES,
                                                    () -> tools.reserves()
                                                            .release(
                                                                    call.id(),
                                                                    tools.signedIn()
                                                                            .person()))))));
                });
    }

    /** Money that came free is said where the page does not ask already what becomes of it. */
    private void freed(Call call) {
        tools.decisions()
                .standing(call.id().value())
                .filter(decision -> tools.second().choice(call.id()).isEmpty())
                .ifPresent(decision -> tools.waiting()
                        .freed(decision, tools.result().materials().of(call.id()))
                        .ifPresent(left -> texts.form()
                                .add(new Note(
                                        Note.Kind.INFO,
                                        new Paragraph(words.say("decision.reserves.freed", words.yen(left))),
                                        new Paragraph(words.say(
                                                tools.waiting().of(decision).isEmpty()
                                                        ? "decision.reserves.freed.nobody"
                                                        : "decision.reserves.freed.waiting"))))));
    }

    private void second(Call call, DecideReserve.Choice choice) {
        var fields = new ReserveFields(words, choice, texts, RESERVES);
        if (choice.pending().isEmpty()) {
            fields.add(Buttons.primary(words.say("decision.reserve.putForward"), Buttons.once(() -> {
                if (texts.filled(fields.needs())) {
                    var draft = fields.draft();
                    act(
                            call,
                            RESERVES,
                            () -> tools.second()
                                    .putForward(
                                            draft.proposal(),
                                            draft.amount(),
                                            draft.wording(),
                                            call.id(),
                                            tools.signedIn().person()));
                }
            })));
        }
        texts.form().add(fields);
    }

    private void correction(Call call) {
        if (tools.results().of(call.id()).isEmpty()) {
            return;
        }
        var wrong = named(new TextArea(), "decision.correction.wrong", true);
        var correct = named(new TextArea(), "decision.correction.correct", true);
        texts.form()
                .add(new Card(
                        words.say("decision.correction.title"),
                        new Paragraph(words.say("decision.correction.help")),
                        texts.hold(CORRECTION + "wrong", wrong, Lengths.TEXT),
                        texts.hold(CORRECTION + "correct", correct, Lengths.TEXT),
                        Buttons.secondary(words.say("decision.correction.record"), Buttons.once(() -> {
                            if (texts.filled(
                                    ShortForm.need(wrong, words.say("decision.correction.wrong.missing")),
                                    ShortForm.need(correct, words.say("decision.correction.correct.missing")))) {
                                act(
                                        call,
                                        CORRECTION,
                                        () -> tools.publication()
                                                .correct(
                                                        call.id(),
                                                        wrong.getValue(),
                                                        correct.getValue(),
                                                        tools.signedIn().person()));
                            }
                        }))));
    }

    /** A field with 必須 or 任意 beside its name, which sentences about the field use as well. */
    private <F extends Component & HasLabel> F named(F field, String key, boolean required) {
        field.setLabel(words.say(key));
        return FieldLabel.on(field, words.say(key), required);
    }

    /** @param done where the texts stand that go with the action */
    private void act(Call call, String done, Runnable action) {
        recorded.removeFromParent();
        if (texts.attempt(action)) {
            texts.taken(done);
            show(call);
            texts.form().addComponentAsFirst(recorded);
            recorded.lead();
        } else {
            showBand(call); // it may have been done elsewhere since the page was drawn
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
