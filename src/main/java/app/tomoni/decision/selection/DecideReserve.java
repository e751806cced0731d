package app.tomoni.decision.selection;

import app.tomoni.account.Actor;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.proposal.ProposalId;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Yen;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Offers a runner-up what has become free by a decision of its own, where the decision of the call does not say to whom
 * it goes: the secretariat drafts, somebody else approves or returns.
 */
@Component
@Transactional
public class DecideReserve {

    private final Stages stages;
    private final DecisionRegister decisions;
    private final ReserveDecisions drafts;
    private final WaitingReserves waiting;
    private final Reserves reserves;
    private final ReserveRequests requests;
    private final Materials materials;
    private final Offices offices;
    private final CaseEvents events;
    private final Clock clock;

    DecideReserve(
            Stages stages,
            DecisionRegister decisions,
            ReserveDecisions drafts,
            WaitingReserves waiting,
            Reserves reserves,
            ReserveRequests requests,
            Materials materials,
            Offices offices,
            CaseEvents events,
            Clock clock) {
        this.stages = stages;
        this.decisions = decisions;
        this.drafts = drafts;
        this.waiting = waiting;
        this.reserves = reserves;
        this.requests = requests;
        this.materials = materials;
        this.offices = offices;
        this.events = events;
        this.clock = clock;
    }

    /** What can be decided about a call's runners-up now. */
    public record Choice(
            Refusal hindrance,
            List<WaitingReserves.Reserve> reserves,
            Optional<Yen> free,
            List<ReserveDecision> drafts) {

        public Optional<ReserveDecision> pending() {
            return drafts.stream().filter(ReserveDecision::isPending).findFirst();
        }

        /** What was returned last, unless something was put forward since. */
        public Optional<ReserveDecision> returned() {
            return drafts.isEmpty()
                    ? Optional.empty()
                    : Optional.of(drafts.getLast())
                            .filter(last -> last.returnReason().isPresent());
        }
    }

    /**
     * What the secretariat and the approvers read of one.
     *
     * @param place its place, where the first decision contains the order
     * @param waiting all who wait, those before it first
     * @param free what is left of the budget now; none where the call names none
     * @param drafters who may not approve it
     */
    public record Known(
            ReserveDecision draft,
            String call,
            Material.Entrant entrant,
            Optional<Integer> place,
            List<WaitingReserves.Reserve> waiting,
            Optional<Yen> free,
            Optional<Instant> due,
            Set<PersonId> drafters) {}

    @Transactional(readOnly = true)
    public Optional<Known> known(UUID id) {
        return drafts.findById(id).map(draft -> {
            var decision = decisions.standing(draft.call().value()).orElseThrow();
            var material = materials.of(draft.call());
            return new Known(
                    draft,
                    material.terms().title(),
                    material.entrant(draft.proposal()).orElseThrow(),
                    decision.text().reservesInOrder()
                            ? decision.line(draft.proposal()).flatMap(DecidedLine::reservePlace)
                            : Optional.empty(),
                    waiting.ranked(decision, material),
                    waiting.free(decision, material),
                    Optional.ofNullable(requests.due(draft)),
                    drafters(draft));
        });
    }

    /** None where nobody waits, nothing has become free, or those who wait move up without another decision. */
    @Transactional(readOnly = true)
    public Optional<Choice> choice(CallId call) {
        return decisions
                .standing(call.value())
                .filter(waiting::haveATurn)
                .flatMap(decision -> choice(decision, materials.of(call)));
    }

    private Optional<Choice> choice(Decision decision, Material material) {
        return waiting.turn(decision, material, clock.instant())
                .hindrance()
                .map(why -> new Choice(
                        why,
                        waiting.ranked(decision, material),
                        waiting.free(decision, material),
                        drafts.findByCallIdOrderByDraftedAt(decision.call().value())));
    }

    /**
     * Puts it before the approver; one at a time, so that no sum is promised twice.
     *
     * @param amount none where the proposal asks for no money
     */
    public void putForward(ProposalId proposal, @Nullable Yen amount, String wording, CallId call, PersonId by) {
        demand(by, Office.SECRETARIAT);
        stages.locked(call.value());
        if (drafts.anyPending(call.value())) {
            throw new Refusal("decision.reserve.pending");
        }
        var draft = ReserveDecision.draft(
                call, proposal, amount, wording, offices.actor(by, Office.SECRETARIAT, null), clock.instant());
        var entrant = fits(draft).entrant(proposal).orElseThrow();
        drafts.save(draft);
        requests.served(call);
        requests.toApprove(draft, entrant, drafters(draft));
        record(draft, "reserveDecisionDrafted", Set.of());
    }

    public void approve(UUID id, PersonId by) {
        demand(by, Office.APPROVER);
        var draft = second(id, offices.actor(by, Office.APPROVER, null), "decision.approve.same");
        draft.approve(by, clock.instant());
        offer(draft);
    }

    /** The secretariat records the approval that was given on paper or in the city's own document system. */
    public void recordApproval(UUID id, @Nullable LocalDate on, String office, String number, PersonId by) {
        demand(by, Office.SECRETARIAT);
        var draft = second(id, offices.actor(by, Office.SECRETARIAT, null), "decision.elsewhere.same");
        draft.recordApproval(
                Elsewhere.given(on, office, number, draft.draftedAt(), LocalDate.now(clock)), by, clock.instant());
        offer(draft);
    }

    /** @throws Refusal without a reason, which the secretariat reads */
    public void giveBack(UUID id, String reason, PersonId by) {
        demand(by, Office.APPROVER);
        var draft = second(id, offices.actor(by, Office.APPROVER, null), "decision.approve.same");
        draft.giveBack(reason, by, clock.instant());
        drafts.save(draft);
        requests.answered(draft);
        requests.toServe(draft.call());
        record(draft, "reserveDecisionReturned", drafters(draft));
    }

    private void offer(ReserveDecision draft) {
        var material = fits(draft);
        drafts.save(draft);
        requests.answered(draft);
        record(draft, "reserveDecisionApproved", drafters(draft));
        reserves.offer(draft, material);
    }

    /** @throws Refusal when the group waits no more, or the sum is more than it asked for or more than is free */
    private Material fits(ReserveDecision draft) {
        var decision = decisions.standing(draft.call().value()).orElseThrow(() -> new Refusal("decision.absent"));
        var material = materials.of(draft.call());
        var choice = Optional.of(decision)
                .filter(waiting::haveATurn)
                .flatMap(turn -> choice(turn, material))
                .orElseThrow(() -> new Refusal("decision.reserve.gone"));
        var entrant = choice.reserves().stream()
                .filter(reserve -> reserve.proposal().equals(draft.proposal()))
                .findFirst()
                .map(WaitingReserves.Reserve::entrant)
                .orElseThrow(() -> new Refusal("decision.reserve.gone"));
        Grant.gap(entrant.number(), entrant.requested(), draft.amount()).ifPresent(gap -> {
            throw gap;
        });
        var amount = draft.amount().orElse(Yen.ZERO);
        choice.free().filter(amount::exceeds).ifPresent(free -> {
            throw new Refusal("decision.reserve.over", amount.amount(), free.amount());
        });
        return material;
    }

    private ReserveDecision second(UUID id, Actor by, String refusal) {
        var draft = drafts.locked(id).orElseThrow(() -> new Refusal("decision.absent"));
        stages.locked(draft.call().value());
        if (!by.isSecondTo(drafters(draft))) {
            throw new Refusal(refusal);
        }
        return draft;
    }

    /** Everybody who has drafted it or in whose place it was drafted, the drafts that were returned included. */
    private Set<PersonId> drafters(ReserveDecision draft) {
        return drafts.findByCallIdOrderByDraftedAt(draft.call().value()).stream()
                .filter(each -> each.proposal().equals(draft.proposal()))
                .flatMap(each -> each.drafters().stream())
                .collect(Collectors.toSet());
    }

    private void demand(PersonId by, Office office) {
        if (!offices.holds(by, office, null)) {
            throw new Refusal("decision.absent");
        }
    }

    private void record(ReserveDecision draft, String kind, Set<PersonId> notFor) {
        events.record(
                new CaseKey(draft.call().value()),
                kind,
                Map.of("decision", draft.id().toString()),
                notFor);
    }
}
