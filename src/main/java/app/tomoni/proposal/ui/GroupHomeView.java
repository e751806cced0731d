package app.tomoni.proposal.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.HomeCard;
import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.account.SignedIn;
import app.tomoni.organisation.Memberships;
import app.tomoni.organisation.Organisation;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.process.CaseKey;
import app.tomoni.process.CaseStatus;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.ProposalNavigation;
import app.tomoni.proposal.Proposals;
import app.tomoni.proposal.Terms;
import app.tomoni.proposal.TermsOfCalls;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.EmptyState;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PageHead;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** what a group is doing with the city, the most urgent first. */
@Route("proposals")
@ForOffices({Office.GROUP_REPRESENTATIVE, Office.GROUP_EDITOR, Office.GROUP_VIEWER})
@StyleSheet("context://tomoni/proposal.css")
class GroupHomeView extends Div implements HasDynamicTitle {

    private final NextSteps nextSteps;
    private final CaseCards cards;
    private final ProfileFindings profile;
    private final ObjectProvider<HomeCard> more;
    private final PersonId person;
    private final Map<OrganisationId, Office> offices;
    private final Map<CaseKey, CaseStatus> statuses;
    private final Optional<TermsOfCalls.Next> next;
    private final Optional<Entry> first;
    private final boolean alone;
    private final Instant now;

    GroupHomeView(
            SignedIn signedIn,
            Memberships memberships,
            Proposals proposals,
            GroupCases cases,
            NextSteps nextSteps,
            CaseCards cards,
            ProfileFindings profile,
            TermsOfCalls terms,
            ObjectProvider<HomeCard> more,
            Clock clock) {
        this.nextSteps = nextSteps;
        this.cards = cards;
        this.profile = profile;
        this.more = more;
        this.person = signedIn.person();
        this.offices = memberships.offices(person);
        this.now = clock.instant();
        addClassNames("stack", "proposal");
        var groups = memberships.organisationsOf(person);
        if (groups.size() != 1) {
            add(new PageHead(getTranslation("proposal.home")));
        }
        var ids = groups.stream().map(Organisation::id).toList();
        var all = proposals.ofOrganisations(ids);
        var known = cases.of(all, person);
        var open = terms.open(ids);
        next = open.values().stream().anyMatch(List::isEmpty) ? terms.next() : Optional.empty();
        statuses = cards.statuses(all, person, getLocale());
        var sections = groups.stream()
                .map(group -> section(
                        group,
                        known.stream()
                                .filter(one -> one.proposal().organisation().equals(group.id()))
                                .toList(),
                        open.getOrDefault(group.id(), List.of())))
                .toList();
        first = sections.stream()
                .flatMap(section -> section.going().stream())
                .filter(entry -> entry.next().yours())
                .min(URGENT);
        alone = sections.size() == 1;
        if (alone) {
            add(new PageHead(head(sections.getFirst())));
        }
        var list = new Div();
        list.addClassName("stack");
        sections.forEach(section -> draw(section, list));
        var columns = new Div(list, beside(sections));
        columns.addClassName("cols");
        add(columns);
    }

    private String head(Section section) {
        return getTranslation("proposal.home.head", section.group().name());
    }

    private record Entry(GroupCase known, NextSteps.NextStep next) {}

    /**
     * What there is to say of one group.
     *
     * @param going the most urgent first
     * @param fresh the open calls that the group has no proposal for
     * @param writes whether the reader may write for the group
     */
    private record Section(
            Organisation group,
            List<Entry> going,
            List<GroupCase> over,
            List<Terms> open,
            List<Terms> fresh,
            boolean writes) {}

    private Section section(Organisation group, List<GroupCase> all, List<Terms> open) {
        var proposed = all.stream()
                .map(GroupCase::proposal)
                .filter(proposal -> !proposal.isOver())
                .map(Proposal::call)
                .collect(Collectors.toSet());
        return new Section(
                group,
                all.stream()
                        .map(known -> new Entry(known, nextSteps.of(known)))
                        .filter(entry -> !ended(entry.known()))
                        .sorted(URGENT)
                        .toList(),
                all.stream().filter(this::ended).toList(),
                open,
                open.stream().filter(call -> !proposed.contains(call.call())).toList(),
                Memberships.edits(offices.get(group.id())));
    }

    private void draw(Section section, Div page) {
        if (!alone) {
            page.add(new H2(head(section)));
        }
        var unwritten = section.writes() ? profile.note(section.group(), getLocale()) : Optional.<Note>empty();
        unwritten.ifPresent(page::add);
        var going = section.going();
        if (unwritten.isEmpty() || going.stream().anyMatch(entry -> entry.next().yours())) {
            page.add(summary(going));
        }
        section.fresh().stream().filter(Terms::late).forEach(call -> page.add(late(call)));
        var list = new Div();
        list.addClassNames("stack", "cases");
        going.forEach(entry -> list.add(cards.card(
                entry.known(),
                entry.next(),
                section.group().name(),
                status(entry.known()),
                first.filter(entry::equals).isPresent(),
                now,
                getLocale())));
        if (going.isEmpty()) {
            list.add(empty(section));
        }
        if (!section.over().isEmpty()) {
            list.add(ended(section.over()));
        }
        page.add(list);
    }

    /** The group has longer than the others for a call that it has begun nothing for. */
    private Note late(Terms call) {
        return new Note(
                Note.Kind.INFO,
                getTranslation(
                        "proposal.late",
                        JapaneseDates.brief(call.closesForAll(), getLocale()),
                        getTranslation(
                                "proposal.start.until",
                                call.title(),
                                JapaneseDates.brief(call.closesAt(), getLocale()))));
    }

    private EmptyState empty(Section section) {
        var title = getTranslation(section.over().isEmpty() ? "proposal.home.empty" : "proposal.home.empty.now");
        if (!section.writes()) {
            return new EmptyState(title, getTranslation("proposal.home.empty.reader"));
        }
        if (section.open().isEmpty()) {
            return new EmptyState(title, getTranslation("proposal.home.empty.wait"));
        }
        var why = getTranslation("proposal.home.empty.why");
        return alone ? new EmptyState(title, why, start(true)) : new EmptyState(title, why);
    }

    private Component start(boolean primary) {
        return ProposalPage.button(ProposalNavigation.start(), getTranslation("proposal.start"), primary);
    }

    private @Nullable CaseStatus status(GroupCase known) {
        return statuses.get(new CaseKey(known.proposal().id().value()));
    }

    /** Whether the case lies behind the group: over, or ended with a result that it has had time to read. */
    private boolean ended(GroupCase known) {
        var proposal = known.proposal();
        if (proposal.isDraft() || proposal.isOver()) {
            return proposal.isOver();
        }
        var status = status(known);
        return status != null
                && status.ended()
                && known.toldAt()
                        .map(at -> at.isBefore(now.minus(TIME_TO_READ)))
                        .orElse(true);
    }

    private static final Duration TIME_TO_READ = Duration.ofDays(60);

    private static final Comparator<Entry> URGENT = Comparator.comparing(
                    (Entry entry) -> !entry.next().yours())
            .thenComparing(entry -> entry.next().due(), Comparator.nullsLast(Comparator.naturalOrder()));

    private Component summary(List<Entry> going) {
        var yours = going.stream().filter(entry -> entry.next().yours()).count();
        return new Paragraph(
                yours == 0 ? getTranslation("proposal.home.nothing") : getTranslation("proposal.home.yours", yours));
    }

    private Component ended(List<GroupCase> over) {
        var list = new UnorderedList();
        over.forEach(known -> {
            var how = new Div(cards.end(known.proposal(), status(known), getLocale()));
            how.addClassName("small");
            list.add(new ListItem(
                    new Anchor(ProposalNavigation.overview(known.proposal().id()), cards.title(known, getLocale())),
                    how));
        });
        return new Card(getTranslation("proposal.home.ended", over.size()), list).flat();
    }

    /** What is open, once for all groups; the page that begins a proposal asks for which one. Below it, what others add. */
    private Component beside(List<Section> sections) {
        var writing = sections.stream().filter(Section::writes).toList();
        var reading = writing.isEmpty();
        var whose = reading ? sections : writing;
        var open = calls(whose, Section::open);
        var fresh = calls(whose, Section::fresh);
        var content = new ArrayList<Component>();
        if (open == 0) {
            content.add(new Paragraph(next.map(call -> getTranslation(
                            "proposal.start.later", call.title(), JapaneseDates.brief(call.opensAt(), getLocale())))
                    .orElseGet(() -> getTranslation(reading ? "proposal.start.none.reader" : "proposal.start.none"))));
        } else {
            content.add(new Paragraph(
                    fresh == 0
                            ? getTranslation("proposal.start.taken")
                            : fresh == open
                                    ? getTranslation("proposal.start.open", open)
                                    : getTranslation(
                                            whose.size() == 1
                                                    ? "proposal.start.open.some"
                                                    : "proposal.start.open.some.groups",
                                            open,
                                            fresh)));
        }
        if (reading) {
            content.addAll(reader(open));
        } else if (open > 0 && !(alone && sections.getFirst().going().isEmpty())) { // where it stands in the middle
            content.add(start(first.isEmpty() && fresh > 0));
        }
        var card = new Card(getTranslation("proposal.start.head"), content.toArray(Component[]::new));
        card.flat();
        var aside = new Aside(card);
        more.orderedStream().forEach(each -> aside.add(each.of(person, getLocale())));
        aside.addClassName("stack");
        aside.getElement().setAttribute("aria-label", getTranslation("proposal.home.beside"));
        return aside;
    }

    private List<Component> reader(long open) {
        return open > 0
                ? List.of(
                        new Paragraph(getTranslation("proposal.start.reader")),
                        ProposalPage.button(ProposalPage.CALLS, getTranslation("proposal.start.calls"), false))
                : List.of(Buttons.page("results", getTranslation("proposal.start.results")));
    }

    private static long calls(List<Section> sections, Function<Section, List<Terms>> which) {
        return sections.stream()
                .flatMap(section -> which.apply(section).stream())
                .map(Terms::call)
                .distinct()
                .count();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("proposal.home");
    }
}
