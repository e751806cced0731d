package app.tomoni.proposal.ui;

import app.tomoni.account.SignedIn;
import app.tomoni.process.Audience;
import app.tomoni.process.CaseKey;
import app.tomoni.process.CaseStatus;
import app.tomoni.process.Statuses;
import app.tomoni.proposal.Access;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.ProposalNavigation;
import app.tomoni.shared.ui.PageHead;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.RouteParameters;
import java.util.Map;
import java.util.Optional;

/** A tab of a case's page, for the group and, once handed in, for the city. */
abstract class CasePage extends ProposalPage {

    /** The tabs, each with an address of its own. */
    enum Tab {
        OVERVIEW,
        CONTENT,
        HISTORY;

        String key() {
            return "proposal.tab." + name().toLowerCase(java.util.Locale.ROOT);
        }

        String path(ProposalId proposal) {
            return switch (this) {
                case OVERVIEW -> ProposalNavigation.overview(proposal);
                case CONTENT -> ProposalNavigation.content(proposal);
                case HISTORY -> ProposalNavigation.history(proposal);
            };
        }
    }

    private final Tab tab;
    private final CaseCards cards;
    private final Statuses statuses;
    private boolean staff;

    CasePage(Tab tab, Access access, SignedIn signedIn, CaseCards cards, Statuses statuses) {
        super(access, signedIn);
        this.tab = tab;
        this.cards = cards;
        this.statuses = statuses;
    }

    @Override
    protected final Optional<Proposal> find(ProposalId id) {
        var own = access.asMember(id, person);
        staff = own.isEmpty();
        return staff ? access.asStaff(id, person) : own;
    }

    @Override
    protected final void show(Proposal proposal, RouteParameters parameters, BeforeEnterEvent event) {
        var name = cards.title(proposal, getLocale());
        title(name);
        Map<CaseKey, CaseStatus> known = proposal.isDraft()
                ? Map.of()
                : statuses.of(
                        java.util.List.of(new CaseKey(proposal.id().value())),
                        staff ? Audience.STAFF : Audience.APPLICANT,
                        person,
                        getLocale());
        var mayWrite = proposal.isDraft() && access.mayWrite(proposal, person);
        var band = cards.band(proposal, known, mayWrite, getLocale());
        add(
                crumbs(proposal).here(name),
                new PageHead(name),
                cards.reference(proposal, getLocale()),
                band,
                tabs(proposal));
        fill(proposal, Optional.ofNullable(known.get(new CaseKey(proposal.id().value()))));
    }

    /** What stands below the tabs. */
    protected abstract void fill(Proposal proposal, Optional<CaseStatus> status);

    /** Whether the reader works for the city. */
    protected final boolean staff() {
        return staff;
    }

    private Component tabs(Proposal proposal) {
        var list = new UnorderedList();
        list.addClassName("tabs");
        for (var each : Tab.values()) {
            var link = new Anchor(each.path(proposal.id()), getTranslation(each.key()));
            if (each == tab) {
                link.getElement().setAttribute("aria-current", "page");
            }
            list.add(new ListItem(link));
        }
        var nav = new Nav(list);
        nav.getElement().setAttribute("aria-label", getTranslation("proposal.tabs"));
        return nav;
    }
}
