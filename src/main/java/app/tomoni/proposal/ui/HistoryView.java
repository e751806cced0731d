package app.tomoni.proposal.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.account.SignedIn;
import app.tomoni.form.Field;
import app.tomoni.process.CaseEvent;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.process.CaseStatus;
import app.tomoni.process.ProcessNavigation;
import app.tomoni.process.Statuses;
import app.tomoni.proposal.Access;
import app.tomoni.proposal.Drafts;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.ProposalNavigation;
import app.tomoni.proposal.Proposals;
import app.tomoni.proposal.Revision;
import app.tomoni.proposal.SupplementRequest;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Facts;
import app.tomoni.shared.ui.Party;
import app.tomoni.shared.ui.PartyLabel;
import app.tomoni.shared.ui.PlainTable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What has happened: who did what when, what was handed in, and how it changed. */
@Route("proposals/:proposal/history")
@ForOffices({Office.GROUP_REPRESENTATIVE, Office.GROUP_EDITOR, Office.GROUP_VIEWER, Office.SECRETARIAT, Office.AUDITOR})
@StyleSheet("context://tomoni/proposal.css")
class HistoryView extends CasePage {

    /** What is told here, and whose doing it was; nothing of what happens behind closed doors. */
    private static final Map<String, Party> TOLD = Map.ofEntries(
            Map.entry("ProposalSubmitted", Party.GROUP),
            Map.entry("ProposalRecalled", Party.GROUP),
            Map.entry("ProposalWithdrawn", Party.GROUP),
            Map.entry("SupplementAnswered", Party.GROUP),
            Map.entry("SupplementRequested", Party.CITY),
            Map.entry("ProposalAccepted", Party.CITY),
            Map.entry("ProposalNotSubject", Party.CITY),
            Map.entry("outcomeReleased", Party.CITY),
            Map.entry("letterMailed", Party.CITY),
            Map.entry("letterPosted", Party.CITY),
            Map.entry("letterPostedOn", Party.CITY),
            Map.entry("offerMade", Party.CITY),
            Map.entry("answerDayMoved", Party.CITY),
            Map.entry("resultAccepted", Party.GROUP),
            Map.entry("resultDeclined", Party.GROUP));

    private final Proposals proposals;
    private final Drafts drafts;
    private final CaseEvents events;
    private final People people;

    HistoryView(
            Access access,
            SignedIn signedIn,
            CaseCards cards,
            Statuses statuses,
            Proposals proposals,
            Drafts drafts,
            CaseEvents events,
            People people) {
        super(Tab.HISTORY, access, signedIn, cards, statuses);
        this.proposals = proposals;
        this.drafts = drafts;
        this.events = events;
        this.people = people;
    }

    @Override
    protected void fill(Proposal proposal, Optional<CaseStatus> status) {
        var told = events.of(new CaseKey(proposal.id().value())).stream()
                .filter(event -> TOLD.containsKey(event.kind()))
                .toList();
        var history = new Card(getTranslation("proposal.history"), told.isEmpty() ? nothing() : table(told));
        if (staff()) {
            var everything = new Paragraph(new Anchor(
                    ProcessNavigation.events(new CaseKey(proposal.id().value())),
                    getTranslation("proposal.history.everything")));
            everything.addClassName("small");
            history.add(everything);
        }
        add(history);
        var revisions = proposals.revisions(proposal.id());
        if (!revisions.isEmpty()) {
            add(revisions(proposal, revisions));
        }
        proposals.supplements(proposal.id()).forEach(request -> add(supplement(request, revisions)));
    }

    private Component nothing() {
        return new Paragraph(getTranslation("proposal.history.none"));
    }

    private Component table(List<CaseEvent> told) {
        var names = people.names(
                told.stream().flatMap(event -> event.doers().stream()).collect(Collectors.toSet()));
        var table = new PlainTable(
                getTranslation("proposal.history"),
                List.of(
                        getTranslation("proposal.history.at"),
                        getTranslation("proposal.history.who"),
                        getTranslation("proposal.history.what")),
                Set.of());
        told.forEach(event -> {
            var party = TOLD.getOrDefault(event.kind(), Party.CITY);
            var who = new Div(new PartyLabel(party));
            var by = event.person();
            if (by != null && (staff() || party == Party.GROUP)) {
                who.add(new Text(" " + name(by, event.actingFor(), names)));
            }
            table.row(when(event.at()), who, new Text(what(event)));
        });
        return table.underHeading();
    }

    /** What happened, and when it did where that was written down later. */
    private String what(CaseEvent event) {
        var key = "proposal.event." + event.kind();
        return event.kind().equals("letterPostedOn") && event.facts().get("on") instanceof String on
                ? getTranslation(key, JapaneseDates.full(LocalDate.parse(on), getLocale()))
                : getTranslation(key);
    }

    private String name(PersonId person, @Nullable PersonId actingFor, Map<PersonId, String> names) {
        var name = names.getOrDefault(person, "");
        return actingFor == null ? name : getTranslation("account.deputy.did", name, names.getOrDefault(actingFor, ""));
    }

    private Component revisions(Proposal proposal, List<Revision> revisions) {
        var table = new PlainTable(
                getTranslation("proposal.revisions"),
                List.of(
                        getTranslation("proposal.revision.number"),
                        getTranslation("proposal.history.at"),
                        getTranslation("proposal.receipt.hash"),
                        getTranslation("proposal.compare")),
                Set.of());
        for (var revision : revisions) {
            table.row(
                    new Text(getTranslation("proposal.revision", revision.number())),
                    when(revision.submittedAt()),
                    ReceiptView.hash(revision.sha256()),
                    comparisons(proposal, revision, revisions));
        }
        return new Card(getTranslation("proposal.revisions"), table.underHeading());
    }

    /** On a narrow screen it breaks between day and time and nowhere else. */
    private Component when(Instant at) {
        var when = new Span(JapaneseDates.full(at, getLocale()));
        when.addClassName("when");
        return when;
    }

    /** Links to the comparison with each earlier revision: any two can be laid side by side. */
    private Component comparisons(Proposal proposal, Revision revision, List<Revision> revisions) {
        var links = new Div();
        links.addClassName("row");
        revisions.stream()
                .filter(earlier -> earlier.number() < revision.number())
                .forEach(earlier -> links.add(new Anchor(
                        ProposalNavigation.compare(proposal.id(), earlier.number(), revision.number()),
                        getTranslation("proposal.compare.with", earlier.number()))));
        if (revision.number() == 1) {
            links.add(new Text(getTranslation("proposal.revision.first")));
        }
        return links;
    }

    private Component supplement(SupplementRequest request, List<Revision> revisions) {
        var form = drafts.form(revisions.getLast());
        var card = new Card(getTranslation(
                "proposal.supplement.of", JapaneseDates.brief(JapaneseDates.day(request.requestedAt()), getLocale())));
        request.points()
                .forEach(point -> card.add(new CityVoice(
                        form.field(point.field()).map(Field::label).orElse(""), point.comment())));
        card.add(new Paragraph(standing(request)));
        revisions.stream()
                .filter(revision -> Objects.equals(revision.number(), request.revision()))
                .map(Revision::remark)
                .filter(remark -> !remark.isEmpty())
                .forEach(remark -> {
                    var said = new Paragraph(remark);
                    said.addClassName("typed");
                    card.add(new Facts().fact(getTranslation("proposal.supplement.remark.said"), said));
                });
        return card;
    }

    /** What has arrived; of what the group is writing nobody else is told, nor whether it writes. */
    private String standing(SupplementRequest request) {
        var at = request.answeredAt();
        if (at == null) {
            return getTranslation("proposal.supplement.open");
        }
        var day = JapaneseDates.brief(JapaneseDates.day(at), getLocale());
        return request.revision() == null
                ? getTranslation("proposal.supplement.ended", day)
                : getTranslation("proposal.supplement.answered", day, request.revision());
    }
}
