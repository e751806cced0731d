package app.tomoni.review;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.lenient;

import app.tomoni.IntegrationTest;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.call.Panels;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CasePeople;
import app.tomoni.process.Cases;
import app.tomoni.proposal.ProposalId;
import app.tomoni.shared.Ids;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** A panel and the proposals of a call, on a real database; the engine and the neighbours' aggregates stand still. */
@IntegrationTest
abstract class ReviewTest {

    @Autowired
    People people;

    @Autowired
    Offices offices;

    @Autowired
    Declarations declarations;

    @Autowired
    ScoreSheets sheets;

    @MockitoBean
    Cases cases;

    @MockitoBean
    CasePeople casePeople;

    @MockitoBean
    CaseEvents caseEvents;

    @MockitoBean
    Panels panels;

    @MockitoBean
    ReviewedProposals proposals;

    @MockitoBean
    ScoreCards cards;

    final CallId call = new CallId(Ids.next());
    final List<Listed> listed = new ArrayList<>();
    PersonId ai;
    PersonId bo;
    PersonId chie;

    @BeforeEach
    void panel() {
        ai = reviewer("審査 藍");
        bo = reviewer("審査 帆");
        chie = reviewer("審査 知恵");
        lenient().when(panels.members(call)).thenReturn(List.of(ai, bo, chie));
        lenient().when(cards.of(any())).thenReturn(Samples.card());
        lenient().when(proposals.ofCall(call)).thenAnswer(asked -> List.copyOf(listed));
        lenient().when(proposals.find(any())).thenAnswer(asked -> find(asked.getArgument(0)));
        lenient().when(cases.taskFor(any(), any(), any())).thenReturn(Optional.empty());
        listed.clear();
    }

    private Optional<Listed> find(ProposalId id) {
        return listed.stream().filter(one -> one.proposal().equals(id)).findFirst();
    }

    PersonId reviewer(String name) {
        var person = people.add(name, "シンサ", null);
        offices.appoint(person, Office.REVIEWER, call.value(), LocalDate.of(2020, 1, 1), null);
        return person;
    }

    ProposalId proposal(String title) {
        return proposal(title, new OrganisationId(Ids.next()));
    }

    ProposalId proposal(String title, OrganisationId group) {
        var id = new ProposalId(Ids.next());
        listed.add(new Listed(id, call, group, "R8-" + (listed.size() + 1), title, title + "の会", "代表 " + title, ""));
        return id;
    }

    /** The group names other partners than before, as it may when it is asked to add something. */
    void partners(ProposalId proposal, String partners) {
        listed.replaceAll(one -> !one.proposal().equals(proposal)
                ? one
                : new Listed(
                        proposal,
                        call,
                        one.organisation(),
                        one.number(),
                        one.title(),
                        one.group(),
                        one.representative(),
                        partners));
    }

    /** Opens sheets for everyone and declares no tie anywhere. */
    void openAndDeclare(ProposalId... some) {
        for (var proposal : some) {
            sheets.open(call, proposal, List.of(ai, bo, chie), List.of());
        }
        List.of(ai, bo, chie).forEach(this::declareNothing);
    }

    void declareNothing(PersonId reviewer) {
        listed.forEach(one -> declarations.answer(reviewer, one.proposal(), Tie.NONE, 0));
        declarations.confirm(reviewer, call);
    }

    void score(PersonId reviewer, ProposalId proposal, String levels, String points) {
        put(reviewer, proposal, "mark:c1", levels);
        put(reviewer, proposal, "mark:c2", points);
    }

    Kept put(PersonId reviewer, ProposalId proposal, String field, String value) {
        var version = sheets.own(reviewer, proposal).orElseThrow().version(field);
        return sheets.save(reviewer, proposal, field, value, version);
    }
}
