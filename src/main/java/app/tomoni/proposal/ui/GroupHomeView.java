package app.tomoni.proposal.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.account.SignedIn;
import app.tomoni.organisation.Memberships;
import app.tomoni.organisation.Organisation;
import app.tomoni.process.CaseKey;
import app.tomoni.process.CaseStatus;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.ProposalNavigation;
import app.tomoni.proposal.Proposals;
import app.tomoni.proposal.TermsOfCalls;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.EmptyState;
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

/** what a group is doing with the city, the most urgent first. */
@Route("proposals")
@ForOffices({Office.GROUP_REPRESENTATIVE, Office.GROUP_EDITOR, Office.GROUP_VIEWER})
@StyleSheet("context://tomoni/proposal.css")
class GroupHomeView extends Div implements HasDynamicTitle {

    private final NextSteps nextSteps;
    private final CaseCards cards;
    private final TermsOfCalls terms;
    private final PersonId person;
    private final Instant now;

    GroupHomeView(
            SignedIn signedIn,
            Memberships memberships,
            Proposals proposals,
            NextSteps nextSteps,
            CaseCards cards,
            TermsOfCalls terms,
            Clock clock) {
        this.nextSteps = nextSteps;
        this.cards = cards;
        this.terms = terms;
        this.person = signedIn.person();
        this.now = clock.instant();
        addClassNames("stack", "proposal");
        var groups = memberships.organisationsOf(person);
        if (groups.size() != 1) {
            add(new PageHead(getTranslation("proposal.home")));
        }
        groups.forEach(group -> {
            var name = getTranslation("proposal.home.head", group.name());
            add(groups.size() == 1 ? new PageHead(name) : new H2(name));
            add(group(group, proposals.ofOrganisation(group.id())));
        });
    }

    private Component group(Organisation group, List<Proposal> all) {
        var statuses = cards.statuses(all, person, getLocale());
        var entries = all.stream()
                .map(proposal -> new Entry(proposal, nextSteps.of(proposal, person)))
                .toList();
        var going = entries.stream()
                .filter(entry -> !ended(entry, statuses))
                .sorted(URGENT)
                .toList();
        var over = entries.stream().filter(entry -> ended(entry, statuses)).toList();
        var page = new Div();
        page.addClassName("stack");
        page.add(summary(going));
        var list = new Div();
        list.addClassNames("stack", "cases");
        going.forEach(entry ->
                list.add(cards.card(entry.proposal(), entry.next(), group.name(), statuses, now, getLocale())));
        if (going.isEmpty()) {
            list.add(new EmptyState(
                    getTranslation("proposal.home.empty"),
                    getTranslation("proposal.home.empty.why"),
                    ProposalPage.button(ProposalNavigation.start(), getTranslation("proposal.start"), true)));
        }
        if (!over.isEmpty()) {
            list.add(ended(over));
        }
        var columns = new Div(list, beside(group));
        columns.addClassName("cols");
        page.add(columns);
        return page;
    }

    private record Entry(Proposal proposal, NextSteps.NextStep next) {}

    /** Whether the case lies behind the group: over, or ended with a result that it has had time to read. */
    private boolean ended(Entry entry, Map<CaseKey, CaseStatus> statuses) {
        var proposal = entry.proposal();
        if (proposal.isDraft() || proposal.isOver()) {
            return proposal.isOver();
        }
        var status = statuses.get(new CaseKey(proposal.id().value()));
        return status != null
                && status.ended()
                && nextSteps
                        .result(proposal)
                        .map(told -> told.decidedAt().isBefore(now.minus(TIME_TO_READ)))
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

    private Component ended(List<Entry> over) {
        var list = new UnorderedList();
        over.forEach(entry -> {
            var name = cards.title(entry.proposal(), getLocale());
            list.add(new ListItem(
                    new Anchor(ProposalNavigation.overview(entry.proposal().id()), name)));
        });
        return new Card(getTranslation("proposal.home.ended", over.size()), list).flat();
    }

    private Component beside(Organisation group) {
        var content = new ArrayList<Component>();
        var open = terms.open(group.id());
        if (open.isEmpty()) {
            content.add(new Paragraph(terms.next(group.id())
                    .map(next -> getTranslation(
                            "proposal.start.later", next.title(), JapaneseDates.brief(next.opensAt(), getLocale())))
                    .orElseGet(() -> getTranslation("proposal.start.none"))));
        } else {
            content.add(new Paragraph(getTranslation("proposal.start.open", open.size())));
            content.add(ProposalPage.button(ProposalNavigation.start(), getTranslation("proposal.start"), false));
        }
        var card = new Card(getTranslation("proposal.start.head"), content.toArray(Component[]::new));
        card.addClassName("new");
        var aside = new Aside(card);
        aside.getElement().setAttribute("aria-label", getTranslation("proposal.start.head"));
        return aside;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("proposal.page", getTranslation("proposal.home"), getTranslation("shared.app"));
    }
}
