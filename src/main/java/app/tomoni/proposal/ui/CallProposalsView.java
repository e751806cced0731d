package app.tomoni.proposal.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.SignedIn;
import app.tomoni.call.CallId;
import app.tomoni.call.LateGroups;
import app.tomoni.organisation.Memberships;
import app.tomoni.process.Audience;
import app.tomoni.process.CaseKey;
import app.tomoni.process.CaseStatus;
import app.tomoni.process.Statuses;
import app.tomoni.proposal.Access;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.ProposalNavigation;
import app.tomoni.proposal.Proposals;
import app.tomoni.proposal.TermsOfCalls;
import app.tomoni.shared.Ids;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.ui.Crumbs;
import app.tomoni.shared.ui.EmptyState;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PageHead;
import app.tomoni.shared.ui.PlainTable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was handed in for a call, in the order of the receipt numbers. */
@Route("calls/:call/proposals")
@ForOffices({Office.SECRETARIAT, Office.AUDITOR})
@StyleSheet("context://tomoni/proposal.css")
class CallProposalsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Proposals proposals;
    private final TermsOfCalls terms;
    private final LateGroups late;
    private final Memberships memberships;
    private final Statuses statuses;
    private final Access access;
    private final SignedIn signedIn;

    CallProposalsView(
            Proposals proposals,
            TermsOfCalls terms,
            LateGroups late,
            Memberships memberships,
            Statuses statuses,
            Access access,
            SignedIn signedIn) {
        this.proposals = proposals;
        this.terms = terms;
        this.late = late;
        this.memberships = memberships;
        this.statuses = statuses;
        this.access = access;
        this.signedIn = signedIn;
        addClassNames("stack", "proposal");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var call = event.getRouteParameters().get("call").flatMap(Ids::read).map(CallId::new);
        var title = call.flatMap(terms::title);
        if (call.isEmpty() || title.isEmpty() || !access.mayReadForTheCity(signedIn.person())) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        var all = proposals.ofCall(call.get());
        add(
                new Crumbs()
                        .step(getTranslation("proposal.calls"), "calls")
                        .step(title.get(), "calls/" + call.get())
                        .here(getTranslation("proposal.list")),
                new PageHead(getTranslation("proposal.list.of", title.get())),
                new Paragraph(getTranslation("proposal.list.count", all.size())));
        late.said(call.get(), getLocale()).forEach(line -> add(new Note(Note.Kind.INFO, line)));
        add(
                all.isEmpty()
                        ? new EmptyState(getTranslation("proposal.list.none"), getTranslation("proposal.list.none.why"))
                        : table(all));
    }

    private Component table(List<Proposal> all) {
        var names = memberships.names(
                all.stream().map(Proposal::organisation).distinct().toList());
        Map<CaseKey, CaseStatus> sentences = statuses.of(
                all.stream().map(proposal -> new CaseKey(proposal.id().value())).toList(),
                Audience.STAFF,
                signedIn.person(),
                getLocale());
        var table = new PlainTable(
                getTranslation("proposal.list"),
                List.of(
                        getTranslation("proposal.receipt.number"),
                        getTranslation("proposal.title"),
                        getTranslation("proposal.group"),
                        getTranslation("proposal.requested"),
                        getTranslation("proposal.receipt.at"),
                        getTranslation("shared.status.now")),
                Set.of(3));
        all.forEach(proposal -> table.row(
                new Text(proposal.number().orElse("")),
                new Anchor(ProposalNavigation.overview(proposal.id()), proposal.title()),
                new Text(names.getOrDefault(proposal.organisation(), "")),
                new Text(proposal.requested()
                        .map(yen -> getTranslation("shared.yen", yen.amount()))
                        .orElse("")),
                new Text(proposal.submittedAt()
                        .map(at -> JapaneseDates.brief(at, getLocale()))
                        .orElse("")),
                new Text(now(proposal, sentences))));
        return table;
    }

    private String now(Proposal proposal, Map<CaseKey, CaseStatus> sentences) {
        if (proposal.withdrawnAt().isPresent()) {
            return getTranslation("proposal.list.withdrawn");
        }
        if (proposal.notSubjectAt().isPresent()) {
            return getTranslation("proposal.list.notSubject");
        }
        var status = sentences.get(new CaseKey(proposal.id().value()));
        return status == null ? "" : status.now();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("proposal.list");
    }
}
