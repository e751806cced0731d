package app.tomoni.review.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.account.SignedIn;
import app.tomoni.call.Call;
import app.tomoni.call.CallId;
import app.tomoni.call.Timetable;
import app.tomoni.proposal.ProposalId;
import app.tomoni.review.DeclarationList;
import app.tomoni.review.Declarations;
import app.tomoni.review.FormalChecks;
import app.tomoni.review.OwnSheet;
import app.tomoni.review.Participation;
import app.tomoni.review.ReviewDue;
import app.tomoni.review.ScoreSheets;
import app.tomoni.review.ScoreSheets.SheetState;
import app.tomoni.review.Tie;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Chip;
import app.tomoni.shared.ui.EmptyState;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PageHead;
import app.tomoni.shared.ui.Progress;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a reviewer has before them, call by call: what to declare, to score, to finish, and what is handed in. */
@Route(ReviewNavigation.REVIEWS)
@ForOffices(Office.REVIEWER)
@StyleSheet("context://tomoni/review.css")
class MyReviewsView extends Div implements HasDynamicTitle {

    /** The groups of the list, in the order in which they ask for attention. */
    private enum Group {
        OPEN(Chip.Kind.WRITING, true),
        DRAFT(Chip.Kind.INFO, true),
        DONE(Chip.Kind.OK, true),
        WITHOUT(Chip.Kind.PLAIN, true),
        UNSURE(Chip.Kind.PLAIN, false),
        CHECKING(Chip.Kind.PLAIN, false),
        SUPPLEMENTING(Chip.Kind.PLAIN, false),
        LATE(Chip.Kind.PLAIN, false),
        OUT(Chip.Kind.PLAIN, false);

        private final Chip.Kind chip;
        private final boolean open;

        Group(Chip.Kind chip, boolean open) {
            this.chip = chip;
            this.open = open;
        }

        String key(String what) {
            return "review.mine." + name().toLowerCase(java.util.Locale.ROOT) + what;
        }

        static Group of(DeclarationList.Line line, @Nullable SheetState state, boolean opened, boolean supplementing) {
            if (!line.confirmed()) {
                return WITHOUT;
            }
            if (line.answer() == Tie.TIE) {
                return OUT;
            }
            if (line.answer() == Tie.UNSURE) {
                return UNSURE;
            }
            if (state == null) {
                return opened ? LATE : supplementing ? SUPPLEMENTING : CHECKING;
            }
            return switch (state.participation()) {
                case PENDING -> state.started() ? DRAFT : OPEN;
                case SCORED -> DONE;
                default -> WITHOUT;
            };
        }
    }

    private final PersonId reviewer;
    private final Declarations declarations;
    private final ScoreSheets sheets;
    private final FormalChecks checks;
    private final ReviewDue due;
    private final Timetable timetable;
    private final Clock clock;

    MyReviewsView(
            SignedIn signedIn,
            Rounds rounds,
            Declarations declarations,
            ScoreSheets sheets,
            FormalChecks checks,
            ReviewDue due,
            Timetable timetable,
            Clock clock) {
        this.reviewer = signedIn.person();
        this.declarations = declarations;
        this.sheets = sheets;
        this.checks = checks;
        this.due = due;
        this.timetable = timetable;
        this.clock = clock;
        addClassNames("stack-5", "review-mine");
        add(new PageHead(getTranslation("review.mine.title")));
        var shown = rounds.calls(reviewer).stream()
                .flatMap(call -> declarations.list(reviewer, call.id()).map(list -> card(call, list)).stream())
                .toList();
        if (shown.isEmpty()) {
            add(new EmptyState(getTranslation("review.mine.none"), getTranslation("review.mine.none.why")));
        }
        shown.forEach(this::add);
    }

    private Component card(Call call, DeclarationList list) {
        var card = new Card(call.title());
        if (list.lines().isEmpty()) {
            card.add(new Paragraph(noProposal(call)));
            return card;
        }
        var states = sheets.mine(reviewer, call.id());
        var opened = sheets.opened(call.id());
        var frozen = sheets.frozen(call.id());
        var round = Round.of(list, states, opened);
        var until = frozen ? Optional.<Instant>empty() : due.of(reviewer, call.id());
        card.add(progress(round, until));
        if (!round.pending().isEmpty() && until.filter(clock.instant()::isAfter).isPresent()) {
            card.add(new Note(Note.Kind.WARN, getTranslation("review.mine.overdue")));
        }
        if (frozen) {
            card.add(new Note(Note.Kind.INFO, getTranslation("review.mine.closed")));
        } else if (call.guideline().meetingOn() != null) {
            card.add(new Paragraph(getTranslation(
                    "review.mine.untilMeeting",
                    JapaneseDates.brief(call.guideline().meetingOn(), getLocale()))));
        }
        if (!list.confirmed()) {
            card.add(declare(list, frozen || round.expected() == 0));
        }
        if (!list.begun()) {
            groups(card, list, states, opened, Set.of()); // of what was closed without them they read why
            return card;
        }
        groups(card, list, states, opened, checks.supplementing(call.id()));
        card.add(tools(call.id(), !frozen && !round.pending().isEmpty()));
        return card;
    }

    private String noProposal(Call call) {
        if (timetable.isOver(call.id())) {
            return getTranslation("review.mine.noProposal.over");
        }
        return call.hasClosed(clock.instant())
                ? getTranslation("review.mine.noProposal.closed", JapaneseDates.brief(call.closesAt(), getLocale()))
                : getTranslation("review.mine.noProposal");
    }

    private Component progress(Round round, Optional<Instant> until) {
        return new Progress(
                getTranslation("review.mine.progress", round.expected(), round.done())
                        + until.map(at -> getTranslation("review.mine.due", JapaneseDates.brief(at, getLocale())))
                                .orElse(""),
                round.done(),
                round.expected());
    }

    /** @param scored nothing waits for their scores any more, and the declaration only opens what can be read */
    private Component declare(DeclarationList list, boolean scored) {
        var go = new Anchor(ReviewNavigation.declarations(list.call()), getTranslation("review.mine.declare.go"));
        go.addClassNames("btn", "p");
        return new Div(
                new Note(
                        Note.Kind.INFO,
                        scored
                                ? getTranslation("review.mine.declare.scored", list.unconfirmed())
                                : list.begun()
                                        ? getTranslation("review.mine.declare.late", list.unconfirmed())
                                        : getTranslation(
                                                "review.mine.declare",
                                                list.lines().size(),
                                                list.unanswered())),
                actions(go));
    }

    private void groups(
            Card card,
            DeclarationList list,
            Map<ProposalId, SheetState> states,
            Set<ProposalId> opened,
            Set<ProposalId> supplementing) {
        var groups = list.lines().stream()
                .filter(line -> line.confirmed()
                        || isClosedWithout(states.get(line.listed().proposal())))
                .collect(Collectors.groupingBy(
                        line -> Group.of(
                                line,
                                states.get(line.listed().proposal()),
                                opened.contains(line.listed().proposal()),
                                supplementing.contains(line.listed().proposal())),
                        () -> new EnumMap<>(Group.class),
                        Collectors.toList()));
        var changed = sheets.own(reviewer, list.call()).values().stream()
                .filter(sheet -> sheet.changed() && !sheet.closed())
                .map(OwnSheet::proposal)
                .collect(Collectors.toSet());
        groups.forEach((group, lines) -> {
            card.add(new H3(getTranslation(group.key(""), lines.size())));
            if (!group.open) {
                var why = new Paragraph(getTranslation(group.key(".why")));
                why.addClassName("small");
                card.add(why);
            }
            var items = new OrderedList();
            items.addClassName("review-items");
            lines.forEach(line -> {
                var id = line.listed().proposal();
                items.add(new ListItem(item(group, line, states.get(id), changed.contains(id))));
            });
            card.add(items);
        });
    }

    /** Whether the secretariat went on without the sheet: that they may know without a declaration, and why. */
    private static boolean isClosedWithout(@Nullable SheetState state) {
        return state != null
                && (state.participation() == Participation.ABSENT || state.participation() == Participation.ABSTAINED);
    }

    private Component item(Group group, DeclarationList.Line line, @Nullable SheetState state, boolean changed) {
        var listed = line.listed();
        var facts = new Paragraph(getTranslation("review.mine.facts", listed.number(), listed.group()));
        facts.addClassNames("small", "mute");
        var title = group.open && line.confirmed()
                ? new Anchor(ReviewNavigation.sheet(listed.call(), listed.proposal()), listed.title())
                : new Span(listed.title());
        title.addClassName("b");
        var what = new Div(facts, title);
        if (group == Group.WITHOUT && state != null && state.reason() != null) {
            what.add(new Paragraph(getTranslation("review.mine.without.reason", state.reason())));
        }
        var row = new Div(what, chip(group, state, changed));
        row.addClassName("review-item");
        return row;
    }

    private Chip chip(Group group, @Nullable SheetState state, boolean changed) {
        return group == Group.DONE && changed
                ? new Chip(Chip.Kind.WARN, getTranslation("review.scores.changed"))
                : new Chip(group.chip, said(group, state));
    }

    private String said(Group group, @Nullable SheetState state) {
        if ((group == Group.DONE || group == Group.WITHOUT) && state != null) {
            return getTranslation(
                    "review.participation." + state.participation().name());
        }
        return group == Group.DRAFT && state != null && state.renewed()
                ? getTranslation("review.mine.renewed")
                : getTranslation(group.key(".chip"));
    }

    private Component tools(CallId call, boolean more) {
        var go = new Anchor(ReviewNavigation.next(call), getTranslation("review.mine.continue"));
        go.addClassNames("btn", "p");
        go.setVisible(more);
        var scores = new Anchor(ReviewNavigation.scores(call), getTranslation("review.mine.scores"));
        var print = new Anchor(ReviewNavigation.print(call), getTranslation("review.mine.print"));
        var ties = new Anchor(ReviewNavigation.declarations(call), getTranslation("review.mine.declarations"));
        scores.addClassName("btn");
        print.addClassName("btn");
        ties.addClassNames("btn", "q");
        return actions(go, scores, print, ties);
    }

    private static Component actions(Component... links) {
        var actions = new Div(links);
        actions.addClassName("actions");
        return actions;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("review.mine.title");
    }
}
