package app.tomoni.call.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.account.SignedIn;
import app.tomoni.call.ApproveCall;
import app.tomoni.call.Call;
import app.tomoni.call.CallLink;
import app.tomoni.call.Calls;
import app.tomoni.call.DeleteDraft;
import app.tomoni.call.ExtendCall;
import app.tomoni.call.LateGroups;
import app.tomoni.call.OpenCall;
import app.tomoni.call.Panels;
import app.tomoni.call.ProposalForm;
import app.tomoni.call.Timetable;
import app.tomoni.organisation.Memberships;
import app.tomoni.organisation.Organisations;
import app.tomoni.process.Audience;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.process.CaseStatus;
import app.tomoni.process.Statuses;
import app.tomoni.shared.BusinessDays;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Crumbs;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PageHead;
import app.tomoni.shared.ui.Question;
import app.tomoni.shared.ui.StatusBand;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call as the staff see it: where it stands, who acts next, what it lays down. */
@Route(CallNavigation.CALLS + "/:call")
@ForOffices({
    Office.SECRETARIAT,
    Office.APPROVER,
    Office.DEPARTMENT,
    Office.DEPARTMENT_HEAD,
    Office.FINANCE,
    Office.AUDITOR
})
@StyleSheet("context://tomoni/call.css")
class CallView extends Div implements BeforeEnterObserver, HasDynamicTitle, ActForm.Page {

    /** What the page acts with. */
    @org.springframework.stereotype.Component
    record Tools(
            Calls calls,
            Panels panels,
            Timetable timetable,
            ProposalForm form,
            ApproveCall approve,
            OpenCall open,
            DeleteDraft delete,
            ExtendCall extend,
            LateGroups late,
            Organisations organisations,
            Memberships memberships,
            Offices offices,
            People people,
            SignedIn signedIn,
            PanelEditor.Tools panel,
            List<CallLink> links,
            FileLinks files,
            Statuses statuses,
            CaseEvents events,
            BusinessDays businessDays,
            Clock clock) {}

    private final Tools tools;
    private final Words words;
    private String title;

    CallView(Tools tools, Translations translations) {
        this.tools = tools;
        this.words = new Words(translations, getLocale());
        this.title = words.say("call.list.title");
        addClassName("stack-5");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var found = CallAddress.find(event.getRouteParameters(), tools.calls());
        if (found.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        show(found.get(), null);
    }

    private void show(Call call, @Nullable Note said) {
        removeAll();
        var now = tools.clock().instant();
        var stage = Stage.of(call, now);
        title = words.title(call);
        var running = running(call, stage);
        add(
                new Crumbs()
                        .step(words.say("call.list.title"), CallNavigation.CALLS)
                        .here(title),
                new PageHead(title, stage.chip(words)),
                band(call, stage, running));
        tools.late().said(call, getLocale()).forEach(line -> add(new Note(Note.Kind.INFO, line)));
        if (said != null) {
            add(said);
        }
        call.returnedReason()
                .filter(reason -> call.isDraft())
                .ifPresent(reason -> add(new Note(Note.Kind.WARN, words.say("call.returned", reason))));
        add(links(call));
        if (approver() && call.waitsForApproval()) {
            add(whatIsApproved(call));
        } else if (!call.draft().files().isEmpty() && tools.files().mayRead(call)) {
            add(files(call));
        }
        add(acts(call, stage));
        var calendar = new Calendar(words);
        calendar.show(tools.timetable().of(call).stops());
        add(new Card(words.say("call.calendar.title"), calendar), new CallHistory(call, tools, words));
        var ended = running.filter(CaseStatus::ended).isPresent();
        if (secretariat() && call.isApproved() && !ended) {
            add(new Card(words.say("call.section.panel"), new PanelEditor(call.id(), words, tools.panel(), () -> {})));
        } else if (!call.isDraft() && (secretariat() || approver() || holds(Office.AUDITOR))) {
            var panel = new PanelList(call.id(), words, tools.panel(), (row, member) -> {});
            add(new Card(words.say("call.section.panel"), panel));
        }
        if (secretariat() && tools.delete().isPossible(call)) {
            add(new Card(
                    words.say("call.delete.title"),
                    new Paragraph(words.say("call.delete.why")),
                    Buttons.secondary(
                            words.say("call.delete.act"),
                            event -> question(call).open())));
        }
    }

    private boolean secretariat() {
        return holds(Office.SECRETARIAT);
    }

    private boolean approver() {
        return holds(Office.APPROVER);
    }

    private boolean holds(Office office) {
        return tools.offices().holds(person(), office, null);
    }

    /** Whether this reader may look, in that office, at what others have written. */
    private boolean isSecondTo(Call call, Office office) {
        return tools.offices().actor(person(), office, null).isSecondTo(call.drafters());
    }

    private Component band(Call call, Stage stage, Optional<CaseStatus> running) {
        var key = "call.band." + stage.name().toLowerCase(java.util.Locale.ROOT);
        var when = switch (stage) {
            case RETURNED, WAITS, TO_COME -> call.opening();
            case OPEN, CLOSED -> call.closing();
            case DRAFT -> Optional.<Instant>empty();
        };
        var written = written(when);
        var waits = tools.timetable().waitsForGroup(call);
        if (waits.isPresent()) {
            return new StatusBand()
                    .say(
                            words.say(key + ".running", written, words.say(key + ".empty")),
                            words.say(key + ".empty.next", written(waits)),
                            false);
        }
        var yours = switch (stage) {
            case DRAFT, RETURNED -> secretariat();
            case WAITS -> approver() && isSecondTo(call, Office.APPROVER);
            default -> false;
        };
        return running.map(status -> new StatusBand()
                        .say(words.say(key + ".running", written, status.now()), status.next(), status.yourTurn()))
                .orElseGet(() -> new StatusBand()
                        .say(
                                isLate(stage, when)
                                        ? words.say(key + ".late", written, written(call.closing()))
                                        : words.say(key, written),
                                words.say(
                                        stage == Stage.CLOSED && !readsProposals()
                                                ? "call.band.open.next"
                                                : key + ".next"),
                                yours));
    }

    private boolean readsProposals() {
        return secretariat() || holds(Office.AUDITOR);
    }

    private String written(Optional<Instant> at) {
        return at.map(words::at).orElse(words.say("call.notSet"));
    }

    /** Whether a call that is not approved yet should have opened by now. */
    private boolean isLate(Stage stage, Optional<Instant> opens) {
        return (stage == Stage.RETURNED || stage == Stage.WAITS)
                && opens.filter(tools.clock().instant()::isAfter).isPresent();
    }

    /** Where the case stands that begins when the call has closed. */
    private Optional<CaseStatus> running(Call call, Stage stage) {
        var key = new CaseKey(call.id().value());
        return stage == Stage.CLOSED
                ? tools.statuses().ofBegun(key, Audience.STAFF, person(), getLocale())
                : Optional.empty();
    }

    private Component links(Call call) {
        var box = new Div();
        box.addClassName("actions");
        if (call.isDraft() && secretariat()) {
            box.add(link(CallNavigation.design(call.id(), Section.CONTENT), "call.act.design", true));
        }
        if (secretariat() || approver() || holds(Office.AUDITOR)) {
            box.add(link(CallNavigation.preview(call.id()), "call.act.preview", false));
        }
        if (call.isApproved()) {
            tools.links().stream()
                    .filter(link -> link.offices().stream().anyMatch(this::holds))
                    .sorted(Comparator.comparingInt(CallLink::order))
                    .forEach(link -> box.add(link(link.path().apply(call.id()), link.key(), false)));
        }
        if (!call.isDraft() && (secretariat() || approver() || holds(Office.AUDITOR))) {
            box.add(link(CallNavigation.events(call.id()), "call.act.events", false));
        }
        return box;
    }

    /** All that an approver lays down for good, above the button that does it. */
    private Component whatIsApproved(Call call) {
        var box = new Div();
        box.addClassName("stack-5");
        call.guidelineIfComplete()
                .ifPresent(guideline -> box.add(new Guide(
                        call,
                        guideline,
                        tools.timetable().shown(call),
                        tools.form().of(call).attachments(),
                        tools.panels().members(call.id()).size(),
                        words,
                        tools.files())));
        return box;
    }

    private Component files(Call call) {
        var card = new Card(words.say("call.guide.files"));
        if (!call.isApproved()) {
            words.takenOver(call.draft().files()).ifPresent(card::add);
        }
        card.add(tools.files().list(call, words));
        return card;
    }

    private Component link(String path, String key, boolean primary) {
        var link = new Anchor(path, words.say(key));
        link.addClassName("btn");
        if (primary) {
            link.addClassName("p");
        }
        return link;
    }

    private Component acts(Call call, Stage stage) {
        var acts = new Div();
        acts.addClassName("stack-5");
        if (secretariat()) {
            acts.add(secretariatActs(call, stage));
        }
        if (approver() && call.waitsForApproval()) {
            acts.add(
                    isSecondTo(call, Office.APPROVER)
                            ? new ApprovalForm(this, call, tools)
                            : new Note(Note.Kind.INFO, words.say("call.approve.own")));
        }
        if (call.isApproved() && stage != Stage.TO_COME) {
            acts.add(new LateAdmissions(this, call, tools, secretariat(), approver()));
        }
        return acts;
    }

    private List<Component> secretariatActs(Call call, Stage stage) {
        var by = person();
        return switch (stage) {
            case WAITS ->
                List.of(
                        isSecondTo(call, Office.SECRETARIAT)
                                ? new RecordForm(this, call, tools)
                                : new Note(Note.Kind.INFO, words.say("call.record.own")),
                        new Card(
                                words.say("call.takeBack.title"),
                                new Paragraph(words.say("call.takeBack.why")),
                                Buttons.secondary(
                                        words.say("call.takeBack.act"),
                                        event -> act(
                                                () -> tools.approve().takeBack(call.id(), by),
                                                words.say("call.takeBack.done")))));
            case TO_COME ->
                List.of(new Card(
                        words.say("call.openNow.title"),
                        new Paragraph(words.say("call.openNow.why", words.at(call.opensAt()))),
                        Buttons.secondary(
                                words.say("call.openNow.act"),
                                event -> ActForm.question(
                                                words,
                                                "call.openNow.ask",
                                                () -> act(
                                                        () -> tools.open().now(call.id(), by),
                                                        words.say("call.openNow.done")))
                                        .open())));
            case OPEN -> List.of(new ExtensionForm(this, call, tools));
            default -> List.of();
        };
    }

    private Question question(Call call) {
        return new Question(
                words.say("call.delete.ask"),
                new Paragraph(words.say("call.delete.ask.what", words.title(call))),
                words.say("call.delete.ask.no"),
                words.say("call.delete.ask.yes"),
                () -> delete(call));
    }

    private void delete(Call call) {
        try {
            tools.delete().delete(call.id(), person());
            gone();
        } catch (Refusal refusal) {
            tools.calls()
                    .find(call.id())
                    .ifPresent(now -> show(now, new Note(Note.Kind.ERROR, words.refusal(refusal))));
        }
    }

    private void gone() {
        removeAll();
        add(
                new Crumbs()
                        .step(words.say("call.list.title"), CallNavigation.CALLS)
                        .here(title),
                new PageHead(title),
                said(words.say("call.delete.done")),
                link(CallNavigation.CALLS, "call.delete.back", false));
    }

    private static Note said(String text) {
        var note = new Note(Note.Kind.OK, text);
        note.getElement().setAttribute("role", "status");
        return note;
    }

    @Override
    public Words words() {
        return words;
    }

    @Override
    public PersonId person() {
        return tools.signedIn().person();
    }

    /** Who meant another text than the one that waits now gets that to read; what they typed is in the browser. */
    @Override
    public void act(Runnable action, String said) {
        var location =
                getUI().map(ui -> ui.getInternals().getActiveViewLocation().getPath());
        try {
            action.run();
        } catch (Refusal refusal) {
            if (refusal.messageKey().equals(Call.CHANGED)) {
                showAnew(location, new Note(Note.Kind.ERROR, words.refusal(refusal)));
            }
            throw refusal;
        }
        showAnew(location, said(said));
    }

    private void showAnew(Optional<String> location, Note said) {
        location.ifPresent(path -> tools.calls()
                .find(app.tomoni.call.CallId.of(path.split("/", -1)[1]))
                .ifPresent(call -> show(call, said)));
        said.lead(); // the button that was pressed is gone
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
