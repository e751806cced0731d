package app.tomoni.review;

import app.tomoni.account.Office;
import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps in the list of the secretariat that reviewers or groups have let their day pass, once for each call: nothing ends
 * by itself then, and only the secretariat can go on without them.
 */
@Component
@Transactional
public class LateReviews {

    /** Open days after the one on which it is seen. */
    private static final int DAYS_TO_ACT = 2;

    private static final String KIND = "lateReview";
    private static final String PROCESS = "citizenProposal";

    private final Cases cases;
    private final Requests requests;
    private final Proposals proposals;
    private final Calls calls;
    private final BusinessDays businessDays;
    private final Clock clock;

    LateReviews(
            Cases cases, Requests requests, Proposals proposals, Calls calls, BusinessDays businessDays, Clock clock) {
        this.cases = cases;
        this.requests = requests;
        this.proposals = proposals;
        this.calls = calls;
        this.businessDays = businessDays;
        this.clock = clock;
    }

    /** Tells of each call where something is late, and no more of one where nothing is. */
    @Scheduled(initialDelayString = "${tomoni.review.poll:30s}", fixedDelayString = "${tomoni.review.poll:1m}")
    public void look() {
        var told = requests.paths(KIND);
        late().stream().filter(call -> !told.contains(path(call))).forEach(this::tell);
        settle();
    }

    /** No more of a call where nothing is late; whoever has just seen to it need not wait for the next look. */
    public void settle() {
        var there = late().stream().map(LateReviews::path).collect(Collectors.toSet());
        requests.paths(KIND).stream().filter(path -> !there.contains(path)).forEach(requests::settle);
    }

    private Set<CallId> late() {
        var waiting = Stream.of("scoreProposal", "supplementProposal")
                .flatMap(element -> cases.lateAt(PROCESS, element).stream())
                .map(CaseKey::value)
                .map(ProposalId::new)
                .toList();
        return proposals.withIds(waiting).values().stream().map(Proposal::call).collect(Collectors.toSet());
    }

    private void tell(CallId call) {
        requests.ask(new Request(
                KIND,
                calls.get(call).title(),
                null,
                Office.SECRETARIAT,
                new CaseScopes(call.value(), null, null),
                JapaneseDates.closeOfOffices(businessDays.soon(LocalDate.now(clock), DAYS_TO_ACT)),
                path(call),
                Set.of(),
                null));
    }

    /** Where the secretariat goes on without what is late. */
    private static String path(CallId call) {
        return "calls/" + call + "/reviews";
    }
}
