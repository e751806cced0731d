package app.tomoni.proposal;

import app.tomoni.call.Call;
import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.call.Criterion;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the calls ask, in the words of this module. */
@Component
@Transactional(readOnly = true)
public class TermsOfCalls {

    private final Calls calls;
    private final Clock clock;

    TermsOfCalls(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    public Terms of(Proposal proposal) {
        return of(proposal.call(), proposal.organisation());
    }

    /** @throws Refusal where there is no such call, or it was never approved */
    public Terms of(CallId call, OrganisationId organisation) {
        return calls.find(call)
                .filter(Call::isApproved)
                .map(found -> terms(found, organisation))
                .orElseThrow(() -> new Refusal("proposal.refusal.noCall"));
    }

    /**
     * What was asked of each of these.
     *
     * @throws Refusal where there is no such call, or it was never approved
     */
    public Map<ProposalId, Terms> of(Collection<Proposal> proposals) {
        var found = proposals.isEmpty()
                ? Map.<CallId, Call>of()
                : calls
                        .findByIdIn(proposals.stream()
                                .map(proposal -> proposal.call().value())
                                .distinct()
                                .toList())
                        .stream()
                        .filter(Call::isApproved)
                        .collect(Collectors.toMap(Call::id, Function.identity()));
        return proposals.stream()
                .collect(Collectors.toMap(
                        Proposal::id,
                        proposal -> Optional.ofNullable(found.get(proposal.call()))
                                .map(call -> terms(call, proposal.organisation()))
                                .orElseThrow(() -> new Refusal("proposal.refusal.noCall"))));
    }

    /** The same, and nobody moves the closing until the transaction ends. */
    @Transactional
    public Terms held(Proposal proposal) {
        return calls.held(proposal.call().value())
                .filter(Call::isApproved)
                .map(found -> terms(found, proposal.organisation()))
                .orElseThrow(() -> new Refusal("proposal.refusal.noCall"));
    }

    /** The calls that take proposals of each of these groups now, the first to close first. */
    public Map<OrganisationId, List<Terms>> open(Collection<OrganisationId> organisations) {
        var now = clock.instant();
        var ids = organisations.stream().map(OrganisationId::value).toList();
        var open = ids.isEmpty() ? List.<Call>of() : calls.openTo(ids, now);
        return organisations.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        group -> open.stream()
                                .filter(call -> call.accepts(now, group))
                                .map(call -> terms(call, group))
                                .sorted(Comparator.comparing(Terms::closesAt))
                                .toList()));
    }

    /**
     * A call that takes no proposals yet.
     *
     * @param opensAt when it will
     */
    public record Next(String title, Instant opensAt) {}

    /** The call that begins next. */
    public Optional<Next> next() {
        return calls.toCome(clock.instant()).stream().findFirst().map(call -> new Next(call.title(), call.opensAt()));
    }

    /** The title of a call, for the city's own pages. */
    public Optional<String> title(CallId call) {
        return calls.find(call).map(Call::title);
    }

    /** The same of many in one look-up. */
    public Map<CallId, String> titles(Collection<CallId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : calls.titles(ids.stream().map(CallId::value).distinct().toList()).stream()
                        .collect(Collectors.toMap(known -> new CallId(known.id()), Calls.Title::title));
    }

    private static Terms terms(Call call, OrganisationId organisation) {
        var guideline = call.guideline();
        return new Terms(
                call.id(),
                call.title(),
                call.year(),
                call.opensAt(),
                call.closesAt(organisation),
                call.closesAt(),
                guideline.formRules(),
                call.release().orElse(null),
                guideline.criteria().stream().map(TermsOfCalls::viewpoint).toList());
    }

    private static Terms.Viewpoint viewpoint(Criterion criterion) {
        return new Terms.Viewpoint(criterion.name(), criterion.question(), criterion.maxPoints());
    }
}
