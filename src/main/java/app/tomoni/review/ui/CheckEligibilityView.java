package app.tomoni.review.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.account.SignedIn;
import app.tomoni.call.Call;
import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.call.Deadline;
import app.tomoni.document.Downloads;
import app.tomoni.form.Field;
import app.tomoni.process.Audience;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.process.OpenTask;
import app.tomoni.process.Statuses;
import app.tomoni.process.TaskId;
import app.tomoni.proposal.AnswerTexts;
import app.tomoni.review.CheckOutcome;
import app.tomoni.review.Finding;
import app.tomoni.review.FormalCheck;
import app.tomoni.review.FormalChecks;
import app.tomoni.review.Kept;
import app.tomoni.shared.BusinessDays;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Chip;
import app.tomoni.shared.ui.Crumbs;
import app.tomoni.shared.ui.ErrorSummary;
import app.tomoni.shared.ui.Facts;
import app.tomoni.shared.ui.FieldLabel;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PageHead;
import app.tomoni.shared.ui.Question;
import app.tomoni.shared.ui.StatusBand;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The formal check of one proposal: what the table noticed left, the papers with a marker per field right. */
@Route("tasks/checkEligibility/:task")
@ForOffices(Office.SECRETARIAT)
@StyleSheet("context://tomoni/review.css")
class CheckEligibilityView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    /**
     * What may have to be written.
     *
     * @param missing the sentence that says so
     * @param opened makes its field stand open on the page
     */
    private record Text(TextArea area, String missing, Runnable opened) implements EarlierTexts.Place {

        @Override
        public String name() {
            return area.getAriaLabel().orElse("");
        }

        @Override
        public String text() {
            return area.getValue();
        }

        @Override
        public void put(String text) {
            opened.run();
            area.setValue(text);
            area.focus();
        }

        ErrorSummary.Entry complain() {
            area.setInvalid(true);
            area.setErrorMessage(missing);
            return new ErrorSummary.Entry(missing, area);
        }
    }

    private final PersonId person;
    private final FormalChecks checks;
    private final Cases cases;
    private final Statuses statuses;
    private final Calls calls;
    private final BusinessDays days;
    private final AnswerTexts texts;
    private final Downloads downloads;
    private final Translations translations;
    private final Clock clock;
    private final ErrorSummary errors = new ErrorSummary();
    private final Div standing = new Div();
    private final Map<String, Text> written = new LinkedHashMap<>();
    private String title = "";

    CheckEligibilityView(
            SignedIn signedIn,
            FormalChecks checks,
            Cases cases,
            Statuses statuses,
            Calls calls,
            BusinessDays days,
            AnswerTexts texts,
            Downloads downloads,
            Translations translations,
            Clock clock) {
        this.person = signedIn.person();
        this.checks = checks;
        this.cases = cases;
        this.statuses = statuses;
        this.calls = calls;
        this.days = days;
        this.texts = texts;
        this.downloads = downloads;
        this.translations = translations;
        this.clock = clock;
        addClassNames("stack", "review-check");
        standing.addClassName("stack-s");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var task = event.getRouteParameters().get("task").flatMap(id -> checks.task(new TaskId(id), person));
        if (task.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        var own = checks.obstacle(task.get(), person);
        if (own.isPresent()) {
            notTheirs(task.get(), own.get());
        } else {
            show(task.get());
        }
    }

    /** Instead of the check, to whoever belongs to the group: who does it, and the way on. */
    private void notTheirs(OpenTask task, Refusal own) {
        title = task.title();
        var inbox = new Anchor("inbox", getTranslation("review.check.toInbox"));
        inbox.addClassName("btn");
        add(
                new PageHead(getTranslation("review.check.of", task.title())),
                facts(task),
                band(task.caseKey()),
                new Note(Note.Kind.INFO, translations.of(own, getLocale())),
                inbox);
    }

    private void show(OpenTask task) {
        var check = checks.of(task);
        var call = calls.get(new CallId(Objects.requireNonNull(task.scopes().call())));
        title = task.title();
        var keeper = new Keeper(
                "check:" + check.id(),
                person,
                (field, value, basedOn) -> save(task, check, field, value, basedOn),
                checks.typed(check),
                translations);
        keeper.form().add(columns(task, check, call, keeper));
        standing.removeAll();
        standing.add(band(task.caseKey()));
        add(
                new Crumbs()
                        .step(call.title(), "calls/" + call.id() + "/proposals")
                        .here(getTranslation("review.check.title")),
                new PageHead(
                        getTranslation("review.check.of", task.title()),
                        keeper.form().indicator()),
                facts(task),
                late(call, check),
                standing,
                errors);
        checks.undecidedBefore(check)
                .ifPresent(before -> add(new EarlierTexts(before.id(), person, checks.typed(before), written)));
        add(keeper.form());
    }

    /** Says at the head of the page when nothing is saved any more, and where the proposal stands instead. */
    private Kept save(OpenTask task, FormalCheck check, String field, String value, long basedOn) {
        try {
            return checks.save(check, field, value, basedOn);
        } catch (Refusal refusal) {
            if (!isOpen(task)) {
                standing.removeAll();
                var why = new Note(Note.Kind.WARN, translations.of(refusal, getLocale()));
                why.getElement().setAttribute("role", "alert");
                standing.add(why, band(task.caseKey()));
            }
            throw refusal;
        }
    }

    private Component facts(OpenTask task) {
        var number = task.number();
        var facts = new Paragraph(number == null ? "" : number);
        facts.addClassNames("small", "mute");
        return facts;
    }

    /** That it is in time although the call had closed for the others. */
    private Component late(Call call, FormalCheck check) {
        var group = checks.group(check);
        var box = new Div();
        if (call.isAdmittedLate(group) && !checks.handedIn(check).submittedAt().isBefore(call.closesAt())) {
            box.add(new Note(
                    Note.Kind.INFO,
                    getTranslation("review.check.late", JapaneseDates.full(call.closesAt(group), getLocale()))));
        }
        return box;
    }

    private Component band(CaseKey key) {
        var status = statuses.of(key, Audience.STAFF, person, getLocale());
        return new StatusBand().say(status.now(), status.next(), status.yourTurn());
    }

    private Component columns(OpenTask task, FormalCheck check, Call call, Keeper keeper) {
        var left = new Div();
        left.addClassName("stack");
        checks.supplemented(check).ifPresent(answer -> left.add(new SupplementedCard(answer, texts)));
        left.add(
                new GroupCard(
                        checks.group(check),
                        checks.handedIn(check),
                        call.guideline().eligibleGroups()),
                findings(check, keeper),
                decision(task, call, keeper));
        var paper = checks.paper(check);
        var heading = new H2(getTranslation("review.check.paper"));
        var how = new Paragraph(getTranslation("review.check.paper.how"));
        var right = new Card(
                heading,
                how,
                PaperSheet.contents(paper, getTranslation("review.paper.contents")),
                new PaperSheet(
                        paper, texts, downloads, () -> isOpen(task), field -> marker(field, check.findings(), keeper)));
        var columns = new Div(left, right);
        columns.addClassName("review-check-columns");
        return columns;
    }

    private Component findings(FormalCheck check, Keeper keeper) {
        var card = new Card(getTranslation("review.check.findings"));
        if (check.findings().isEmpty()) {
            card.add(new Note(Note.Kind.OK, getTranslation("review.check.findings.none")));
            return card;
        }
        card.add(new Paragraph(getTranslation("review.check.findings.how")));
        var list = new OrderedList();
        list.addClassName("review-findings");
        var number = 0;
        for (var finding : check.findings()) {
            list.add(new ListItem(finding(finding, number++, keeper)));
        }
        card.add(list);
        return card;
    }

    private Component finding(Finding finding, int number, Keeper keeper) {
        var seen = new Checkbox(getTranslation("review.check.seen"));
        seen.setAriaLabel(getTranslation("review.check.seen.of", finding.criterion(getLocale())));
        var box = new Div(
                new H3(finding.criterion(getLocale())),
                new Paragraph(finding.finding(getLocale())),
                new Chip(
                        finding.consequence() == Finding.Consequence.CHECK ? Chip.Kind.INFO : Chip.Kind.WARN,
                        getTranslation(
                                "review.check.suggests." + finding.consequence().name())),
                keeper.tick(seen, "seen:" + number, finding.criterion(getLocale())));
        box.addClassName("stack-s");
        return box;
    }

    /** The mark that opens a field for the group, with the words that go with it. */
    private Component marker(Field field, List<Finding> findings, Keeper keeper) {
        var box = new Div();
        box.addClassName("review-marker");
        var suggested = findings.stream()
                .anyMatch(finding -> finding.consequence() == Finding.Consequence.SUPPLEMENT
                        && finding.field().equals(field.key()));
        var ask = new Checkbox(getTranslation("review.check.ask"));
        ask.setAriaLabel(getTranslation("review.check.ask.of", field.label()));
        box.add(keeper.tick(ask, FormalChecks.MARK + field.key(), field.label()));
        var comment = comment(FormalChecks.COMMENT + field.key(), field.label(), ask, keeper);
        comment.setVisible(ask.getValue());
        ask.addValueChangeListener(change -> comment.setVisible(change.getValue()));
        if (suggested) {
            box.add(new Chip(Chip.Kind.WARN, getTranslation("review.check.suggested")));
        }
        box.add(comment);
        return box;
    }

    private Component comment(String field, String label, Checkbox ask, Keeper keeper) {
        return new Div(
                new FieldLabel(getTranslation("review.check.comment"), true),
                area(
                        field,
                        getTranslation("review.check.comment.of", label),
                        getTranslation("review.check.commentMissing", label),
                        () -> ask.setValue(true),
                        keeper));
    }

    private Component area(String field, String name, String missing, Runnable opened, Keeper keeper) {
        var area = new TextArea();
        area.setAriaLabel(name);
        written.put(field, new Text(area, missing, opened));
        return keeper.text(area, field, name);
    }

    private Component decision(OpenTask task, Call call, Keeper keeper) {
        var accept = Buttons.primary(
                getTranslation("review.check.accept"), click -> decide(task, keeper, CheckOutcome.ACCEPTED));
        accept.addClassName("l");
        var supplement = Buttons.secondary(
                getTranslation("review.check.supplement"), click -> decide(task, keeper, CheckOutcome.SUPPLEMENT));
        var notSubject = Buttons.secondary(
                getTranslation("review.check.notSubject"), click -> decide(task, keeper, CheckOutcome.NOT_SUBJECT));
        var reason = area(
                FormalChecks.REASON,
                getTranslation("review.check.reason"),
                getTranslation("review.check.reasonMissing"),
                () -> {},
                keeper);
        var help = new Paragraph(getTranslation("review.check.reason.help"));
        help.addClassName("help");
        return new Card(
                new H2(getTranslation("review.check.decide")),
                choice(new Paragraph(getTranslation("review.check.accept.what")), accept),
                choice(new Paragraph(getTranslation("review.check.supplement.what", supplementDue(call))), supplement),
                choice(
                        new Paragraph(getTranslation("review.check.notSubject.what")),
                        new FieldLabel(getTranslation("review.check.reason"), true),
                        help,
                        reason,
                        notSubject));
    }

    private static Component choice(Component... parts) {
        var choice = new Div(parts);
        choice.addClassName("review-choice");
        return choice;
    }

    private String supplementDue(Call call) {
        var period = call.guideline().deadlines().get(Deadline.SUPPLEMENT);
        return period == null
                ? getTranslation("review.check.supplement.noDue")
                : JapaneseDates.full(period.after(clock.instant(), days), getLocale());
    }

    private void decide(OpenTask task, Keeper keeper, CheckOutcome outcome) {
        keeper.tryAgain();
        if (!keeper.unsafe().isEmpty() && isOpen(task)) {
            errors.show(keeper.unsafe());
            return;
        }
        var missing = missing(outcome, keeper);
        if (!missing.isEmpty() && isOpen(task)) {
            errors.show(missing);
            return;
        }
        if (outcome == CheckOutcome.NOT_SUBJECT && isOpen(task)) {
            errors.show(List.of());
            new Question(
                            getTranslation("review.check.notSubject.ask", task.title()),
                            new Paragraph(getTranslation("review.check.notSubject.what")),
                            getTranslation("review.check.notSubject.ask.no"),
                            getTranslation("review.check.notSubject.ask.yes"),
                            () -> complete(task, keeper, outcome))
                    .open();
        } else {
            complete(task, keeper, outcome);
        }
    }

    private void complete(OpenTask task, Keeper keeper, CheckOutcome outcome) {
        try {
            cases.complete(task.id(), person, FormalChecks.answers(outcome, keeper.safe()));
        } catch (Refusal refusal) {
            if (!isOpen(task)) {
                over(task, new Note(Note.Kind.WARN, translations.of(refusal, getLocale())), unsaved(keeper));
                return;
            }
            if (refusal.messageKey().equals(FormalChecks.REWRITTEN)) {
                removeAll();
                written.clear();
                show(task);
            }
            errors.show(List.of(new ErrorSummary.Entry(translations.of(refusal, getLocale()), null)));
            return;
        }
        over(task, new Note(Note.Kind.OK, getTranslation("review.check.done." + outcome.name())));
    }

    /** Says at each field what the group would not be told, and gives the ways there. */
    private List<ErrorSummary.Entry> missing(CheckOutcome outcome, Keeper keeper) {
        return written.entrySet().stream()
                .filter(text -> isNeeded(text.getKey(), outcome, keeper))
                .filter(text -> keeper.value(text.getKey()).isBlank())
                .map(text -> text.getValue().complain())
                .toList();
    }

    private static boolean isNeeded(String field, CheckOutcome outcome, Keeper keeper) {
        return field.equals(FormalChecks.REASON)
                ? outcome == CheckOutcome.NOT_SUBJECT
                : outcome == CheckOutcome.SUPPLEMENT
                        && keeper.value(field.replaceFirst(FormalChecks.COMMENT, FormalChecks.MARK))
                                .equals("true");
    }

    private boolean isOpen(OpenTask task) {
        return checks.task(task.id(), person).isPresent();
    }

    /** Instead of the check: how it ended, where the proposal stands now, and the ways on. */
    private void over(OpenTask task, Note how, Component... rest) {
        removeAll();
        how.getElement().setAttribute("role", "status");
        var proposals =
                new Anchor("calls/" + task.scopes().call() + "/proposals", getTranslation("review.check.toProposals"));
        var proposal = new Anchor("proposals/" + task.caseKey(), getTranslation("review.check.toProposal"));
        var inbox = new Anchor("inbox", getTranslation("review.check.toInbox"));
        var ways = new Div(inbox, proposal, proposals);
        ways.addClassName("actions");
        ways.getChildren().forEach(way -> way.getElement().getClassList().add("btn"));
        add(new PageHead(getTranslation("review.check.of", task.title())), how, band(task.caseKey()));
        add(rest);
        add(ways);
        how.lead();
    }

    /** What came too late is not lost to whoever wrote it. */
    private Component unsaved(Keeper keeper) {
        var texts = new Facts();
        keeper.unsafeTexts().forEach(texts::fact);
        var box = new Card(getTranslation("review.check.unsaved"), texts);
        box.setVisible(!keeper.unsafeTexts().isEmpty());
        return box;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("review.check.of", title);
    }
}
