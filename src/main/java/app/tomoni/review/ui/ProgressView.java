package app.tomoni.review.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.MailServer;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.account.SignedIn;
import app.tomoni.call.Call;
import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.call.LateGroups;
import app.tomoni.process.Audience;
import app.tomoni.process.CaseKey;
import app.tomoni.process.CaseStatus;
import app.tomoni.process.Statuses;
import app.tomoni.proposal.ProposalId;
import app.tomoni.review.Declarations;
import app.tomoni.review.Dossiers;
import app.tomoni.review.FormalChecks;
import app.tomoni.review.Listed;
import app.tomoni.review.Participation;
import app.tomoni.review.ScoreSheets;
import app.tomoni.review.SheetProgress;
import app.tomoni.review.StageClosing;
import app.tomoni.review.TieUnclear;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Crumbs;
import app.tomoni.shared.ui.EmptyState;
import app.tomoni.shared.ui.ErrorSummary;
import app.tomoni.shared.ui.FieldLabel;
import app.tomoni.shared.ui.KeptForm;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PageHead;
import app.tomoni.shared.ui.PlainTable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far the panel is with a call, for the secretariat: who is missing, who asks about a tie, what waits for a group.
 * Never a score. What is typed for one proposal stays while another one is dealt with. The auditor reads how far it is.
 */
@Route("calls/:call/reviews")
@ForOffices({Office.SECRETARIAT, Office.AUDITOR})
@StyleSheet("context://tomoni/review.css")
class ProgressView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final PersonId person;
    private final Offices offices;
    private final Calls calls;
    private final LateGroups late;
    private final Dossiers dossiers;
    private final Declarations declarations;
    private final ScoreSheets sheets;
    private final StageClosing closing;
    private final FormalChecks checks;
    private final Statuses statuses;
    private final People people;
    private final Translations translations;
    private final MailServer mails;
    private final Clock clock;
    private final ErrorSummary errors = new ErrorSummary();
    private final Div done = new Div();
    private final Map<String, TextField> reasons = new HashMap<>();
    private final Map<String, RadioButtonGroup<Participation>> kinds = new HashMap<>();
    private final Map<String, Details> folds = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // entering the page begins with it
    private KeptForm form;

    ProgressView(
            SignedIn signedIn,
            Offices offices,
            Calls calls,
            LateGroups late,
            Dossiers dossiers,
            Declarations declarations,
            ScoreSheets sheets,
            StageClosing closing,
            FormalChecks checks,
            Statuses statuses,
            People people,
            Translations translations,
            MailServer mails,
            Clock clock) {
        this.person = signedIn.person();
        this.offices = offices;
        this.calls = calls;
        this.late = late;
        this.dossiers = dossiers;
        this.declarations = declarations;
        this.sheets = sheets;
        this.closing = closing;
        this.checks = checks;
        this.statuses = statuses;
        this.people = people;
        this.translations = translations;
        this.mails = mails;
        this.clock = clock;
        addClassNames("stack", "review-progress");
        done.getElement().setAttribute("role", "status");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var call = ReviewNavigation.call(event.getRouteParameters()).flatMap(calls::find);
        if (call.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        reasons.clear();
        kinds.clear();
        folds.clear();
        form = new KeptForm("progress:" + call.get().id(), person.value(), this::restored);
        form.addClassName("stack");
        show(call.get());
    }

    /** What the browser still had of a reason; of something that is asked no more, nobody needs it. */
    private void restored(String path, String typed, String basedOn) {
        var reason = reasons.get(path);
        if (reason == null) {
            form.forget(path);
        } else {
            reason.setValue(typed);
        }
    }

    private void show(Call call) {
        removeAll();
        form.removeAll();
        var title = getTranslation("review.progress.title");
        var listed = dossiers.ofCall(call.id());
        add(
                new Crumbs().step(call.title(), "calls/" + call.id()).here(title),
                new PageHead(title),
                new Paragraph(call.title()),
                errors,
                done);
        late.said(call, getLocale()).forEach(line -> add(new Note(Note.Kind.INFO, line)));
        if (listed.isEmpty()) {
            add(new EmptyState(getTranslation("review.progress.none"), getTranslation("review.progress.none.why")));
            return;
        }
        var progress = sheets.progress(call.id()).stream()
                .collect(Collectors.toMap(SheetProgress::proposal, Function.identity()));
        if (sheets.frozen(call.id())) {
            add(new Note(Note.Kind.INFO, getTranslation("review.progress.closed")));
        } else if (offices.holds(person, Office.SECRETARIAT, null)
                && listed.stream().anyMatch(one -> isOpen(progress.get(one.proposal())))) {
            var panel = offices.holders(Office.REVIEWER, call.id().value());
            unable(call.id(), "review.progress.newcomers", people.newcomers(panel))
                    .ifPresent(this::add);
            unable(call.id(), "review.progress.stopped", people.closed(panel)).ifPresent(this::add);
        }
        add(table(listed, progress), form);
        if (!offices.holds(person, Office.SECRETARIAT, null)) {
            return;
        }
        var unclear = declarations.unclear(call.id());
        var names = people.names(unclear.stream().map(TieUnclear::reviewer).toList());
        var asked = new HashSet<ProposalId>();
        for (var tie : unclear) {
            var card = unclear(call, tie, names.getOrDefault(tie.reviewer(), ""), listed);
            if (asked.add(tie.proposal())) {
                card.setId("tie-" + tie.proposal()); // the secretariat's list leads there once, whoever asks
            }
            form.add(card);
        }
        var waiting = checks.supplementing(call.id());
        listed.stream().filter(one -> waiting.contains(one.proposal())).forEach(one -> form.add(waiver(call, one)));
        if (!sheets.frozen(call.id())) {
            var pending = sheets.pending(call.id());
            var missing = people.names(
                    pending.values().stream().flatMap(List::stream).distinct().toList());
            pending.replaceAll((proposal, reviewers) ->
                    missing.keySet().stream().filter(reviewers::contains).toList());
            var stands = statuses(List.copyOf(pending.keySet()));
            if (!pending.isEmpty()) {
                form.addComponentAsFirst(missing(listed, pending, missing, stands));
            }
            for (var one : listed) {
                var counts = progress.get(one.proposal());
                var reviewers = pending.get(one.proposal());
                if (counts != null && reviewers != null) {
                    var due = due(stands, one.proposal()).filter(at -> at.isAfter(clock.instant()));
                    form.add(closing(call, one, reviewers, missing, () -> consequence(call, counts.scored(), due)));
                }
            }
        }
    }

    /** Whether somebody may still be asked to score it: it has no sheets yet, or waits for one. */
    private static boolean isOpen(@Nullable SheetProgress progress) {
        return progress == null || !progress.complete();
    }

    /** Who cannot score as things are, and where something can be done about it. */
    private Optional<Note> unable(CallId call, String why, Collection<PersonId> reviewers) {
        var names = people.names(reviewers).values();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new Note(
                        Note.Kind.WARN,
                        new Paragraph(getTranslation(why)),
                        new UnorderedList(names.stream().map(ListItem::new).toArray(ListItem[]::new)),
                        new Paragraph(new Anchor("calls/" + call, getTranslation(why + ".link")))));
    }

    private Component table(List<Listed> listed, Map<ProposalId, SheetProgress> progress) {
        var table = new PlainTable(
                getTranslation("review.progress.table"),
                List.of(
                        getTranslation("review.ties.number"),
                        getTranslation("review.scores.proposal"),
                        getTranslation("review.progress.state"),
                        getTranslation("review.participation.PENDING"),
                        getTranslation("review.participation.RECUSED"),
                        getTranslation("review.participation.ABSTAINED"),
                        getTranslation("review.participation.ABSENT")),
                Set.of(3, 4, 5, 6));
        var stands = standing(listed.stream()
                .map(Listed::proposal)
                .filter(id -> !progress.containsKey(id))
                .toList());
        for (var one : listed) {
            var counts = progress.get(one.proposal());
            if (counts == null) {
                table.row(one.number(), one.title(), stands.getOrDefault(one.proposal(), ""), "", "", "", "");
                continue;
            }
            table.row(
                    one.number(),
                    one.title(),
                    getTranslation("review.progress.of", counts.scored(), counts.asked()),
                    String.valueOf(counts.pending()),
                    String.valueOf(counts.recused()),
                    String.valueOf(counts.abstained()),
                    String.valueOf(counts.absent()));
        }
        return table;
    }

    /** Where proposals stand that nobody scores yet, in the words of every other list. */
    private Map<ProposalId, String> standing(List<ProposalId> some) {
        return statuses(some).entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> new ProposalId(entry.getKey().value()),
                        entry -> entry.getValue().now()));
    }

    private Map<CaseKey, CaseStatus> statuses(List<ProposalId> some) {
        var keys = some.stream().map(id -> new CaseKey(id.value())).toList();
        return statuses.of(keys, Audience.STAFF, person, getLocale());
    }

    /** Whose sheets are missing, and whether they are late: nobody has to open a fold to know whom to call. */
    private Card missing(
            List<Listed> listed,
            Map<ProposalId, List<PersonId>> pending,
            Map<PersonId, String> names,
            Map<CaseKey, CaseStatus> stands) {
        var table = new PlainTable(
                getTranslation("review.missing.title"),
                List.of(
                        getTranslation("review.ties.number"),
                        getTranslation("review.scores.proposal"),
                        getTranslation("review.missing.due"),
                        getTranslation("review.missing.members")),
                Set.of());
        listed.stream()
                .filter(one -> pending.containsKey(one.proposal()))
                .forEach(one -> table.row(
                        one.number(),
                        one.title(),
                        due(stands, one.proposal()).map(this::until).orElse(""),
                        pending.getOrDefault(one.proposal(), List.of()).stream()
                                .map(reviewer -> names.getOrDefault(reviewer, ""))
                                .collect(Collectors.joining(getTranslation("review.missing.and")))));
        var card = new Card(
                getTranslation("review.missing.title"),
                new Paragraph(getTranslation(mails.isSet() ? "review.missing.what" : "review.missing.what.noServer")));
        var late = pending.keySet().stream()
                .filter(proposal -> due(stands, proposal)
                        .filter(at -> at.isBefore(clock.instant()))
                        .isPresent())
                .count();
        if (late > 0) {
            card.add(new Note(Note.Kind.WARN, getTranslation("review.missing.late", late)));
        }
        card.add(table.underHeading());
        return card;
    }

    private static Optional<Instant> due(Map<CaseKey, CaseStatus> stands, ProposalId proposal) {
        return Optional.ofNullable(stands.get(new CaseKey(proposal.value()))).map(CaseStatus::due);
    }

    private String until(Instant due) {
        var sentence = getTranslation("review.missing.until", JapaneseDates.full(due, getLocale()));
        return statuses.orLate(sentence, due, getLocale());
    }

    private Card unclear(Call call, TieUnclear tie, String reviewer, List<Listed> listed) {
        var title = listed.stream()
                .filter(one -> one.proposal().equals(tie.proposal()))
                .map(Listed::title)
                .findFirst()
                .orElse("");
        var reason = reason("review.settle.reason", tie.proposal(), tie.reviewer());
        var none = Buttons.secondary(
                getTranslation("review.settle.none"),
                click -> act(
                        call,
                        List.of(reason),
                        getTranslation("review.settle.done.none", reviewer, title),
                        () -> declarations.settle(person, tie.reviewer(), tie.proposal(), false, reason.getValue())));
        var yes = Buttons.secondary(
                getTranslation("review.settle.tie"),
                click -> act(
                        call,
                        List.of(reason),
                        getTranslation("review.settle.done.tie", reviewer, title),
                        () -> declarations.settle(person, tie.reviewer(), tie.proposal(), true, reason.getValue())));
        var card = new Card(
                getTranslation("review.settle.title"),
                new Paragraph(getTranslation("review.settle.what", reviewer, title)),
                new FieldLabel(getTranslation("review.settle.reason"), true),
                reason,
                actions(none, yes));
        return card;
    }

    private Component waiver(Call call, Listed listed) {
        var reason = reason("review.waive.reason", listed.proposal(), person);
        var go = Buttons.secondary(
                getTranslation("review.waive.go"),
                click -> act(
                        call,
                        List.of(reason),
                        getTranslation("review.waive.done", listed.title()),
                        () -> checks.waiveSupplement(listed.proposal(), person, reason.getValue())));
        var box = new Div(
                new Paragraph(getTranslation("review.waive.what")),
                new FieldLabel(getTranslation("review.waive.reason"), true),
                reason,
                actions(go));
        box.addClassName("stack-s");
        return fold(
                "waive:" + listed.proposal(),
                getTranslation("review.waive.title", listed.number(), listed.title()),
                box);
    }

    /** @param consequence what closing means for the proposal, as things are */
    private Component closing(
            Call call,
            Listed listed,
            List<PersonId> pending,
            Map<PersonId, String> names,
            Supplier<Component> consequence) {
        var box = new Div(new Paragraph(getTranslation("review.closing.what")));
        box.addClassName("stack");
        var asked = new ArrayList<Asked>();
        var closed = getTranslation("review.closing.done", listed.title());
        for (var reviewer : pending) {
            var name = names.getOrDefault(reviewer, "");
            var kind = kinds.computeIfAbsent(listed.proposal() + ":" + reviewer, sheet -> kind());
            var reason = reason("review.closing.reason", listed.proposal(), reviewer);
            asked.add(new Asked(reviewer, kind, reason));
            reason.setAriaLabel(getTranslation("review.closing.reason.of", name));
            box.add(new H3(name), kind, new FieldLabel(getTranslation("review.closing.reason"), true), reason);
        }
        var said = asked.stream().map(Asked::reason).toList();
        box.add(actions(Buttons.primary(getTranslation("review.closing.go"), click -> {
            if (complete(said)) {
                question(
                                getTranslation("review.closing.ask", listed.number(), listed.title()),
                                consequence.get(),
                                () -> act(call, said, closed, () -> close(listed, asked)))
                        .open();
            }
        })));
        return fold(
                "close:" + listed.proposal(),
                getTranslation("review.closing.title", listed.number(), listed.title(), pending.size()),
                box);
    }

    private void close(Listed listed, List<Asked> asked) {
        var missing = new HashMap<PersonId, StageClosing.Missing>();
        asked.forEach(one -> missing.put(
                one.reviewer(),
                new StageClosing.Missing(one.kind().getValue(), one.reason().getValue())));
        closing.close(listed.proposal(), missing, person);
    }

    /** @param due while it is to come */
    private Component consequence(Call call, int scored, Optional<Instant> due) {
        var needed = call.guideline().minimumSheets();
        var box = new Div(new Paragraph(getTranslation("review.closing.ask.sheets", scored, needed)));
        box.addClassName("stack-s");
        if (scored < needed) {
            box.add(new Note(Note.Kind.WARN, getTranslation("review.closing.ask.few")));
        }
        due.ifPresent(at -> box.add(new Note(
                Note.Kind.WARN, getTranslation("review.closing.ask.early", JapaneseDates.full(at, getLocale())))));
        box.add(new Paragraph(getTranslation("review.closing.ask.final")));
        return box;
    }

    private Dialog question(String title, Component what, Runnable close) {
        var question = new Dialog(title);
        question.add(what);
        question.getFooter()
                .add(
                        Buttons.secondary(getTranslation("review.closing.ask.no"), click -> question.close()),
                        Buttons.primary(getTranslation("review.closing.ask.yes"), Buttons.once(() -> {
                            question.close();
                            close.run();
                        })));
        return question;
    }

    /** What the secretariat says about one missing sheet. */
    private record Asked(PersonId reviewer, RadioButtonGroup<Participation> kind, TextField reason) {}

    private RadioButtonGroup<Participation> kind() {
        var kind = new RadioButtonGroup<Participation>(getTranslation("review.closing.kind"));
        kind.setItems(Participation.ABSENT, Participation.ABSTAINED);
        kind.setItemLabelGenerator(one -> getTranslation("review.participation." + one.name()));
        kind.setValue(Participation.ABSENT);
        return kind;
    }

    private TextField reason(String label, ProposalId proposal, PersonId about) {
        return reasons.computeIfAbsent(label + ":" + proposal + ":" + about, subject -> {
            var field = new TextField();
            field.setAriaLabel(getTranslation(label));
            form.keep(field, subject);
            return field;
        });
    }

    private Details fold(String subject, String title, Component content) {
        var fold = folds.computeIfAbsent(subject, key -> new Details());
        fold.removeAll();
        fold.setSummaryText(title);
        fold.add(content);
        return fold;
    }

    private static Component actions(Component... buttons) {
        var actions = new Div(buttons);
        actions.addClassName("actions");
        return actions;
    }

    /**
     * @param said the fields whose texts the server has once it is done
     * @param result what the page says then
     */
    private void act(Call call, List<TextField> said, String result, Runnable act) {
        if (!complete(said)) {
            return;
        }
        try {
            act.run();
        } catch (Refusal refusal) {
            errors.show(List.of(new ErrorSummary.Entry(translations.of(refusal, getLocale()), null)));
            return;
        }
        errors.show(List.of());
        reasons.forEach((path, field) -> {
            if (said.contains(field)) {
                form.forget(path);
            }
        });
        show(call);
        var note = new Note(Note.Kind.OK, result);
        done.add(note);
        note.lead();
    }

    private boolean complete(List<TextField> said) {
        done.removeAll();
        var missing = said.stream()
                .filter(field -> field.getValue().isBlank())
                .map(this::complain)
                .toList();
        errors.show(missing);
        return missing.isEmpty();
    }

    private ErrorSummary.Entry complain(TextField reason) {
        var missing =
                getTranslation("review.reason.missing", reason.getAriaLabel().orElse(""));
        reason.setErrorMessage(missing);
        reason.setInvalid(true);
        Optional.ofNullable(reason.findAncestor(Details.class)).ifPresent(fold -> fold.setOpened(true));
        return new ErrorSummary.Entry(missing, reason);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("review.progress.title");
    }
}
