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
import app.tomoni.review.LateReviews;
import app.tomoni.review.Listed;
import app.tomoni.review.ScoreSheets;
import app.tomoni.review.SheetProgress;
import app.tomoni.review.StageClosing;
import app.tomoni.review.TieUnclear;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Crumbs;
import app.tomoni.shared.ui.EmptyState;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PageHead;
import app.tomoni.shared.ui.PlainTable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far the panel is with a call, for the secretariat: who is missing, who asks about a tie, what waits for a group.
 * Never a score. The auditor reads how far it is.
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
    private final LateReviews overdue;
    private final Statuses statuses;
    private final People people;
    private final Translations translations;
    private final MailServer mails;
    private final Clock clock;

    @SuppressWarnings("NullAway.Init") // entering the page begins with it
    private ProgressActs acts;

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
            LateReviews overdue,
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
        this.overdue = overdue;
        this.statuses = statuses;
        this.people = people;
        this.translations = translations;
        this.mails = mails;
        this.clock = clock;
        addClassNames("stack", "review-progress");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var call = ReviewNavigation.call(event.getRouteParameters()).flatMap(calls::find);
        if (call.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        acts = new ProgressActs(call.get(), person, declarations, closing, checks, translations, () -> {
            overdue.settle();
            show(call.get());
        });
        show(call.get());
    }

    private void show(Call call) {
        removeAll();
        acts.beginAnew();
        var title = getTranslation("review.progress.title");
        var listed = dossiers.ofCall(call.id());
        add(
                new Crumbs().step(call.title(), "calls/" + call.id()).here(title),
                new PageHead(title),
                new Paragraph(call.title()));
        add(acts.answers());
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
        add(table(listed, progress));
        if (!offices.holds(person, Office.SECRETARIAT, null)) {
            return;
        }
        var unclear = declarations.unclear(call.id());
        var names = people.names(unclear.stream().map(TieUnclear::reviewer).toList());
        unclear.forEach(tie -> acts.settle(tie, names.getOrDefault(tie.reviewer(), ""), listed));
        var waiting = checks.supplementing(call.id());
        listed.stream().filter(one -> waiting.contains(one.proposal())).forEach(acts::waive);
        if (!sheets.frozen(call.id())) {
            var pending = sheets.pending(call.id());
            var missing = people.names(
                    pending.values().stream().flatMap(List::stream).distinct().toList());
            pending.replaceAll((proposal, reviewers) ->
                    missing.keySet().stream().filter(reviewers::contains).toList());
            var stands = statuses(List.copyOf(pending.keySet()));
            if (!pending.isEmpty()) {
                add(missing(listed, pending, missing, stands));
            }
            for (var one : listed) {
                var counts = progress.get(one.proposal());
                var reviewers = pending.get(one.proposal());
                if (counts != null && reviewers != null) {
                    var due = due(stands, one.proposal()).filter(at -> at.isAfter(clock.instant()));
                    acts.close(one, reviewers, missing, counts.scored(), due);
                }
            }
        }
        add(acts);
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
                                .collect(Collectors.joining(getTranslation("shared.list.separator")))));
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
        return getTranslation(
                due.isBefore(clock.instant()) ? "review.missing.past" : "review.missing.until",
                JapaneseDates.full(due, getLocale()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("review.progress.title");
    }
}
