package app.tomoni.proposal.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** what a group is doing with the city, the most urgent first. */
@Route("proposals")
@ForOffices({Office.GROUP_REPRESENTATIVE, Office.GROUP_EDITOR, Office.GROUP_VIEWER})
@StyleSheet("context://tomoni/proposal.css")
class GroupHomeView extends Div implements HasDynamicTitle {

    private final NextSteps nextSteps;
    private final CaseCards cards;
    private final ProfileFindings profile;
    private final Map<OrganisationId, Office> offices;
    private final Map<CaseKey, CaseStatus> statuses;
    private final Optional<TermsOfCalls.Next> next;
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
            Clock clock) {
        this.nextSteps = nextSteps;
        this.cards = cards;
        this.profile = profile;
        var person = signedIn.person();
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
        groups.forEach(group -> {
            var name = getTranslation("proposal.home.head", group.name());
            add(groups.size() == 1 ? new PageHead(name) : new H2(name));
            add(group(
                    group,
                    known.stream()
                            .filter(one -> one.proposal().organisation().equals(group.id()))
                            .toList(),
                    open.getOrDefault(group.id(), List.of())));
        });
    }

    private Component group(Organisation group, List<GroupCase> all, List<Terms> open) {
        var entries =
                all.stream().map(known -> new Entry(known, nextSteps.of(known))).toList();
        var going = entries.stream()
                .filter(entry -> !ended(entry.known()))
                .sorted(URGENT)
                .toList();
        var over = all.stream().filter(this::ended).toList();
        var page = new Div();
        page.addClassName("stack");
        var writes = Memberships.edits(offices.get(group.id()));
        var unwritten = writes ? profile.note(group, getLocale()) : Optional.<Note>empty();
        unwritten.ifPresent(page::add);
        if (unwritten.isEmpty() || going.stream().anyMatch(entry -> entry.next().yours())) {
            page.add(summary(going));
        }
        var list = new Div();
        list.addClassNames("stack", "cases");
        going.forEach(entry -> list.add(cards.card(
                entry.known(),
                entry.next(),
                group.name(),
                status(entry.known()),
                entry.equals(going.getFirst()),
                now,
                getLocale())));
        if (going.isEmpty()) {
            list.add(
                    writes
                            ? new EmptyState(
                                    getTranslation("proposal.home.empty"),
                                    getTranslation("proposal.home.empty.why"),
                                    ProposalPage.button(
                                            ProposalNavigation.start(), getTranslation("proposal.start"), true))
                            : new EmptyState(
                                    getTranslation("proposal.home.empty"),
                                    getTranslation("proposal.home.empty.reader")));
        }
        if (!over.isEmpty()) {
            list.add(ended(over));
        }
        var proposed = all.stream()
                .map(GroupCase::proposal)
                .filter(proposal -> !proposal.isOver())
                .map(Proposal::call)
                .collect(Collectors.toSet());
        var fresh =
                open.stream().filter(call -> !proposed.contains(call.call())).count();
        var columns = new Div(list, beside(open.size(), fresh, writes));
        columns.addClassName("cols");
        page.add(columns);
        return page;
    }

    private record Entry(GroupCase known, NextSteps.NextStep next) {}

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
        over.forEach(known -> list.add(new ListItem(
                new Anchor(ProposalNavigation.overview(known.proposal().id()), cards.title(known, getLocale())))));
        return new Card(getTranslation("proposal.home.ended", over.size()), list).flat();
    }

    /** @param fresh how many of the open calls the group has no proposal for */
    private Component beside(int open, long fresh, boolean writes) {
        var content = new ArrayList<Component>();
        if (open == 0) {
            content.add(new Paragraph(next.map(call -> getTranslation(
                            "proposal.start.later", call.title(), JapaneseDates.brief(call.opensAt(), getLocale())))
                    .orElseGet(() -> getTranslation("proposal.start.none"))));
        } else if (fresh == 0) {
            content.add(new Paragraph(getTranslation("proposal.start.taken")));
        } else {
            content.add(new Paragraph(getTranslation("proposal.start.open", fresh)));
        }
        if (open > 0 && writes) {
            content.add(ProposalPage.button(ProposalNavigation.start(), getTranslation("proposal.start"), false));
        } else if (open > 0) {
            content.add(new Paragraph(getTranslation("proposal.start.reader")));
            content.add(ProposalPage.button(ProposalPage.CALLS, getTranslation("proposal.start.calls"), false));
        }
        var card = new Card(getTranslation("proposal.start.head"), content.toArray(Component[]::new));
        card.flat();
        var aside = new Aside(card);
        aside.getElement().setAttribute("aria-label", getTranslation("proposal.start.head"));
        return aside;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("proposal.home");
    }
}
