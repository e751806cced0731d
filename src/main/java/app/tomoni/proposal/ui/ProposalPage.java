package app.tomoni.proposal.ui;

import app.tomoni.account.PersonId;
import app.tomoni.account.SignedIn;
import app.tomoni.proposal.Access;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.ProposalNavigation;
import app.tomoni.shared.Ids;
import app.tomoni.shared.ui.Crumbs;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteParameters;
import java.util.Optional;

/** A page about one proposal; to whoever may not see it, it looks as if there were none. */
abstract class ProposalPage extends Div implements BeforeEnterObserver, HasDynamicTitle {

    /** Where groups read about calls; the screen belongs to the calls. */
    static final String CALLS = "open-calls";

    protected final Access access;
    protected final PersonId person;
    private String title = "";

    ProposalPage(Access access, SignedIn signedIn) {
        this.access = access;
        this.person = signedIn.person();
        addClassNames("stack", "proposal");
    }

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getRouteParameters();
        var proposal = named(parameters).flatMap(this::find);
        if (proposal.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        removeAll();
        show(proposal.get(), parameters, event);
    }

    /** The proposal that the address names. */
    protected Optional<ProposalId> named(RouteParameters parameters) {
        return parameters.get("proposal").flatMap(Ids::read).map(ProposalId::new);
    }

    /** The proposal, if this person may see this page of it. */
    protected Optional<Proposal> find(ProposalId id) {
        return access.asMember(id, person);
    }

    protected abstract void show(Proposal proposal, RouteParameters parameters, BeforeEnterEvent event);

    protected final void title(String title) {
        this.title = title;
    }

    @Override
    public final String getPageTitle() {
        return title;
    }

    /** The way here: home, the case, this page. */
    protected final Component crumbs(Proposal proposal, String named, String here) {
        return crumbs(proposal)
                .step(named, ProposalNavigation.overview(proposal.id()))
                .here(here);
    }

    /** The way to the case: from the group's home, for the city from what was handed in for the call. */
    protected final Crumbs crumbs(Proposal proposal) {
        return access.mayReadForTheGroup(proposal, person)
                ? new Crumbs().step(getTranslation("proposal.home"), ProposalNavigation.ofGroup())
                : new Crumbs().step(getTranslation("proposal.list"), ProposalNavigation.ofCall(proposal.call()));
    }

    /** A link that looks like a button. */
    static Anchor button(String path, String text, boolean primary) {
        var link = new Anchor(path, text);
        link.addClassName("btn");
        link.setClassName("p", primary);
        return link;
    }
}
