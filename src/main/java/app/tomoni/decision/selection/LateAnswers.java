package app.tomoni.decision.selection;

import app.tomoni.account.Office;
import app.tomoni.process.CaseKey;
import app.tomoni.process.CaseScopes;
import app.tomoni.process.Cases;
import app.tomoni.process.Request;
import app.tomoni.process.Requests;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.Proposals;
import app.tomoni.shared.BusinessDays;
import app.tomoni.shared.JapaneseDates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps in the list of the secretariat that a group has let the day for its answer pass: it is spoken to, and answers or
 * is given another day. Its silence is never taken for an answer.
 */
@Component
@Transactional
public class LateAnswers {

    /** Open days after the one on which it is seen. */
    private static final int DAYS_TO_SPEAK = 2;

    private static final String KIND = "lateAnswer";

    private final Cases cases;
    private final Requests requests;
    private final LetterRegister letters;
    private final Proposals proposals;
    private final BusinessDays businessDays;
    private final Clock clock;

    LateAnswers(
            Cases cases,
            Requests requests,
            LetterRegister letters,
            Proposals proposals,
            BusinessDays businessDays,
            Clock clock) {
        this.cases = cases;
        this.requests = requests;
        this.letters = letters;
        this.proposals = proposals;
        this.businessDays = businessDays;
        this.clock = clock;
    }

    /** Of how many groups of each call the secretariat has been told. */
    @Transactional(readOnly = true)
    Map<UUID, Integer> told() {
        return requests.countByCall(KIND);
    }

    /** Whose day has passed, and the secretariat has not been told. */
    List<ProposalId> untold() {
        var told = requests.paths(KIND);
        return cases.lateAt(Barrier.PROPOSAL_PROCESS, AnswerResult.TASK).stream()
                .map(key -> new ProposalId(key.value()))
                .filter(id -> told.stream().noneMatch(path -> path.endsWith(about(id))))
                .toList();
    }

    private boolean isLate(CaseKey key) {
        return cases.tasksOf(key).stream()
                .filter(open -> open.kind().equals(AnswerResult.TASK))
                .flatMap(open -> Optional.ofNullable(open.dueAt()).stream())
                .anyMatch(due -> due.isBefore(clock.instant()));
    }

    /**
     * Tells the secretariat once; nothing where the group has answered meanwhile or was given another day, or has not
     * even been sent what it is to answer.
     */
    void tell(ProposalId id) {
        var key = new CaseKey(id.value());
        cases.hold(key);
        var proposal = proposals.get(id);
        if (requests.isAsked(path(proposal)) || !isLate(key) || isHere(id)) {
            return;
        }
        requests.ask(new Request(
                KIND,
                proposal.title(),
                proposal.number().orElse(null),
                Office.SECRETARIAT,
                new CaseScopes(proposal.call().value(), null, null),
                JapaneseDates.closeOfOffices(businessDays.soon(LocalDate.now(clock), DAYS_TO_SPEAK)),
                path(proposal),
                Set.of(),
                null));
    }

    /** Whether the letter from whose day on it has time to answer still lies here. */
    boolean isHere(ProposalId id) {
        return !unsent(List.of(id.value())).isEmpty();
    }

    /** For which of them the letter from whose day on they have time to answer still lies here. */
    Set<UUID> unsent(List<UUID> ids) {
        return letters.unsent(ids);
    }

    /** They have another day, or none for now. */
    void settle(Collection<ProposalId> some) {
        var told = requests.paths(KIND);
        some.stream()
                .filter(id -> told.stream().anyMatch(path -> path.endsWith(about(id))))
                .forEach(this::settle);
    }

    /** It has answered, or has another day. */
    void settle(ProposalId id) {
        requests.settle(path(proposals.get(id)));
    }

    /** Where the secretariat records an answer or names another day. */
    private static String path(Proposal proposal) {
        return "selections/" + proposal.call() + about(proposal.id());
    }

    private static String about(ProposalId id) {
        return "?answer=" + id + "#answers";
    }
}
