package app.tomoni.proposal;

import app.tomoni.call.Call;
import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.call.Criterion;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    /** The same, and nobody moves the closing until the transaction ends. */
    @Transactional
    public Terms held(Proposal proposal) {
        return calls.held(proposal.call().value())
                .filter(Call::isApproved)
                .map(found -> terms(found, proposal.organisation()))
                .orElseThrow(() -> new Refusal("proposal.refusal.noCall"));
    }

    /** The calls that take proposals of this group now, the first to close first. */
    public List<Terms> open(OrganisationId organisation) {
        return calls.openTo(organisation.value(), clock.instant()).stream()
                .map(call -> terms(call, organisation))
                .sorted(Comparator.comparing(Terms::closesAt))
                .toList();
    }

    /** The call that begins next. */
    public Optional<Terms> next(OrganisationId organisation) {
        return calls.toCome(clock.instant()).stream().findFirst().map(call -> terms(call, organisation));
    }

    /** The title of a call, for the city's own pages. */
    public Optional<String> title(CallId call) {
        return calls.find(call).map(Call::title);
    }

    private static Terms terms(Call call, OrganisationId organisation) {
        var guideline = call.guideline();
        return new Terms(
                call.id(),
                call.title(),
                call.year(),
                call.opensAt(),
                call.closesAt(organisation),
                guideline.formRules(),
                call.release().orElse(null),
                guideline.criteria().stream().map(TermsOfCalls::viewpoint).toList());
    }

    private static Terms.Viewpoint viewpoint(Criterion criterion) {
        return new Terms.Viewpoint(criterion.name(), criterion.question(), criterion.maxPoints());
    }
}
