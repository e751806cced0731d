package app.tomoni.proposal.ui;

import app.tomoni.account.Departments;
import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.SignedIn;
import app.tomoni.organisation.Memberships;
import app.tomoni.process.CaseKey;
import app.tomoni.process.CaseStatus;
import app.tomoni.process.DepartmentsInCharge;
import app.tomoni.process.GivenAnswers;
import app.tomoni.process.ProcessNavigation;
import app.tomoni.process.Statuses;
import app.tomoni.process.ui.Opinions;
import app.tomoni.proposal.Access;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.ProposalNavigation;
import app.tomoni.proposal.Proposals;
import app.tomoni.proposal.SupplementRequest;
import app.tomoni.proposal.TermsOfCalls;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Facts;
import app.tomoni.shared.ui.Note;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The case at a glance: the road, the facts, and what can be done. */
@Route("proposals/:proposal")
@ForOffices({Office.GROUP_REPRESENTATIVE, Office.GROUP_EDITOR, Office.GROUP_VIEWER, Office.SECRETARIAT, Office.AUDITOR})
@StyleSheet("context://tomoni/proposal.css")
class OverviewView extends CasePage {

    private final Proposals proposals;
    private final Roads roads;
    private final NextSteps nextSteps;
    private final Memberships memberships;
    private final TermsOfCalls terms;
    private final DepartmentsInCharge inCharge;
    private final Departments departments;
    private final GivenAnswers given;
    private final Opinions opinions;
    private final Clock clock;

    OverviewView(
            Access access,
            SignedIn signedIn,
            CaseCards cards,
            Statuses statuses,
            Proposals proposals,
            Roads roads,
            NextSteps nextSteps,
            Memberships memberships,
            TermsOfCalls terms,
            DepartmentsInCharge inCharge,
            Departments departments,
            GivenAnswers given,
            Opinions opinions,
            Clock clock) {
        super(Tab.OVERVIEW, access, signedIn, cards, statuses);
        this.proposals = proposals;
        this.roads = roads;
        this.nextSteps = nextSteps;
        this.memberships = memberships;
        this.terms = terms;
        this.inCharge = inCharge;
        this.departments = departments;
        this.given = given;
        this.opinions = opinions;
        this.clock = clock;
    }

    @Override
    protected void fill(Proposal proposal, Optional<CaseStatus> status) {
        if (!staff()) {
            add(next(proposal));
        }
        if (!proposal.isDraft() || terms.of(proposal).accept(clock.instant())) { // too late, it goes no further
            add(new Card(
                    getTranslation("proposal.road"), new Road(roads.of(proposal, status.orElse(null), getLocale()))));
        }
        add(new Card(getTranslation("proposal.facts"), facts(proposal)));
        var key = new CaseKey(proposal.id().value());
        opinions(proposal, key).ifPresent(this::add);
        if (staff()) {
            proposals.openSupplement(proposal.id()).ifPresent(this::supplement);
            inCharge.of(key).ifPresent(known -> add(department(key, known)));
        } else {
            more(proposal).ifPresent(this::add);
        }
    }

    /** That nothing has arrived yet, and where it stands what was asked; what is being written is the group's own. */
    private void supplement(SupplementRequest request) {
        add(new Card(
                getTranslation("proposal.supplement.asked", request.points().size()),
                new Paragraph(getTranslation("proposal.supplement.open")),
                new Paragraph(new Anchor(
                        ProposalNavigation.history(request.proposal()),
                        getTranslation("proposal.supplement.asked.read")))));
    }

    /** The same words that the panel reads beside the proposal. */
    private Optional<Component> opinions(Proposal proposal, CaseKey key) {
        var said = given.opinions(key, getLocale());
        if (said.isEmpty()) {
            return Optional.empty();
        }
        var alike = new Paragraph(getTranslation("proposal.opinion.alike"));
        alike.addClassNames("small", "mute");
        return Optional.of(new Card(
                getTranslation("process.opinion.title"),
                alike,
                opinions.read(said, () -> access.mayRead(proposal.id(), person), getLocale())));
    }

    /** Who of the city hall is in charge, where the drawing asks a department. */
    private Component department(CaseKey key, DepartmentsInCharge.InCharge known) {
        var card = new Card(getTranslation("proposal.department"));
        var department = known.department();
        if (department == null) {
            card.add(new Paragraph(getTranslation(
                    known.ended()
                            ? "proposal.department.none.ended"
                            : known.taskOpen() ? "proposal.department.none.open" : "proposal.department.none")));
        } else {
            card.add(new Paragraph(departments.name(department)));
            known.warning()
                    .ifPresent(why ->
                            card.add(new Note(Note.Kind.WARN, getTranslation(why, departments.name(department)))));
        }
        if (!known.ended() && inCharge.mayName(key, person)) {
            card.add(button(
                    ProcessNavigation.department(key),
                    getTranslation(department == null ? "process.department.do" : "process.department.change"),
                    false));
        }
        return card;
    }

    private Component next(Proposal proposal) {
        var next = nextSteps.of(proposal, person);
        var line = new Div(button(next.path(), getTranslation(next.key()), next.yours()));
        line.addClassName("row");
        var due = next.due();
        if (due != null) {
            line.add(new DueDate(due, clock.instant()));
        } else if (!next.yours()) {
            var nothing = new Paragraph(getTranslation("proposal.card.nothing"));
            nothing.addClassNames("small", "mute");
            line.add(nothing);
        }
        return line;
    }

    private Component facts(Proposal proposal) {
        var group = memberships.names(List.of(proposal.organisation())).getOrDefault(proposal.organisation(), "");
        var asked = terms.of(proposal);
        var closing = JapaneseDates.full(asked.closesAt(), getLocale());
        var facts = new Facts()
                .fact(getTranslation("proposal.group"), group)
                .fact(
                        getTranslation("proposal.call"),
                        terms.title(proposal.call()).orElse(""))
                .fact(
                        getTranslation("proposal.closing"),
                        asked.late()
                                ? getTranslation(
                                        "proposal.closing.late",
                                        closing,
                                        JapaneseDates.full(asked.closesForAll(), getLocale()))
                                : closing);
        proposal.number().ifPresent(number -> facts.fact(getTranslation("proposal.receipt.number"), number));
        proposal.submittedAt()
                .filter(at -> proposal.isSubmitted())
                .ifPresent(
                        at -> facts.fact(getTranslation("proposal.receipt.at"), JapaneseDates.full(at, getLocale())));
        proposal.withdrawnReason()
                .filter(why -> staff())
                .ifPresent(why -> facts.fact(getTranslation("proposal.withdrawn.reason"), why));
        proposal.requested()
                .ifPresent(yen ->
                        facts.fact(getTranslation("proposal.requested"), getTranslation("shared.yen", yen.amount())));
        return facts;
    }

    private Optional<Component> more(Proposal proposal) {
        var links = new ArrayList<Component>();
        var id = proposal.id();
        if (proposal.revision() > 0) {
            links.add(link(ProposalNavigation.receipt(id), "proposal.receipt.open"));
        }
        var result = ProposalNavigation.result(id);
        if (nextSteps.result(proposal).isPresent()
                && !nextSteps.of(proposal, person).path().equals(result)) {
            links.add(link(result, "proposal.next.result"));
        }
        if (proposal.isSubmitted() && !proposal.isOver() && access.mayHandIn(proposal, person)) {
            if (terms.of(proposal).accept(clock.instant())) {
                links.add(link(ProposalNavigation.recall(id), "proposal.recall"));
            }
            if (nextSteps.result(proposal).isEmpty()) {
                links.add(link(ProposalNavigation.withdraw(id), "proposal.withdraw"));
            }
        }
        if (links.isEmpty()) {
            return Optional.empty();
        }
        var list = new UnorderedList();
        list.addClassName("links");
        links.forEach(link -> list.add(new ListItem(link)));
        return Optional.of(new Card(getTranslation("proposal.more"), list).flat());
    }

    private Anchor link(String path, String key) {
        return new Anchor(path, getTranslation(key));
    }
}
