package app.tomoni.decision.selection;

import app.tomoni.account.Actor;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.decision.Outcome;
import app.tomoni.decision.OutcomeReleased;
import app.tomoni.proposal.ProposalId;
import app.tomoni.shared.Ids;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Yen;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/** The city's decision about a call: drafted by the secretariat, approved or returned by somebody else. */
@Entity
public class Decision extends AbstractAggregateRoot<Decision> {

    @Id
    private UUID id;

    private UUID callId;
    private int attempt;
    private Instant draftedAt;
    private boolean subjectToBudget;

    @Embedded
    private DecisionText text;

    /** Everybody who has written on it or put it forward, or in whose place that was done, the drafts before it included. */
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "decision_drafter", joinColumns = @JoinColumn(name = "decision_id"))
    @Column(name = "person_id")
    private Set<UUID> drafters = new HashSet<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "decision_line", joinColumns = @JoinColumn(name = "decision_id"))
    @OrderColumn(name = "position")
    private List<DecidedLine> lines = new ArrayList<>();

    private @Nullable Instant submittedAt;
    private @Nullable UUID submittedBy;
    private @Nullable Instant returnedAt;
    private @Nullable UUID returnedBy;
    private @Nullable String returnReason;
    private @Nullable Instant approvedAt;
    private @Nullable UUID approvedBy;

    @Embedded
    private @Nullable Elsewhere elsewhere;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected Decision() {}

    /** Begins a draft from the committee's recommendation. */
    public static Decision draft(
            Recommendation recommendation,
            Evaluation evaluation,
            Material material,
            Letterhead letterhead,
            Instant at) {
        var decision = new Decision();
        decision.id = Ids.next();
        decision.callId = recommendation.call().value();
        decision.attempt = 1;
        decision.draftedAt = at;
        decision.subjectToBudget = material.terms().subjectToBudget();
        decision.text = new DecisionText("", true, letterhead);
        var place = 0;
        for (var figures : evaluation.lines()) {
            var line = recommendation.line(figures.id());
            if (line.isEmpty()
                    || material.entrant(figures.id())
                            .filter(Material.Entrant::takesPart)
                            .isEmpty()) {
                continue;
            }
            var outcome = line.get().chosen().orElseThrow();
            decision.lines.add(DecidedLine.of(
                    figures.id(),
                    outcome,
                    line.get().chosenAmount().orElse(null),
                    line.get().conditions(),
                    "",
                    outcome == Outcome.RUNNER_UP ? ++place : null));
        }
        return decision;
    }

    /** The next draft after this one was returned or taken back; the older one stays as it was. */
    public Decision again(Instant at) {
        if (returnedAt == null) {
            throw new IllegalStateException("not returned");
        }
        var next = new Decision();
        next.id = Ids.next();
        next.callId = callId;
        next.attempt = attempt + 1;
        next.draftedAt = at;
        next.subjectToBudget = subjectToBudget;
        next.text = text;
        next.drafters.addAll(drafters);
        lines.forEach(line -> next.lines.add(DecidedLine.of(
                line.proposal(),
                line.outcome(),
                line.amount().orElse(null),
                line.typedConditions(),
                line.reason(),
                line.reservePlace().orElse(null))));
        return next;
    }

    public void write(DecisionText text, Actor by) {
        draft();
        text.demandLengths();
        drafted(by);
        this.text = text;
    }

    public void write(DecidedLine line, Actor by) {
        draft();
        Lengths.demand(line.typedConditions(), Lengths.TEXT);
        Lengths.demand(line.reason(), Lengths.REASON);
        drafted(by);
        for (var i = 0; i < lines.size(); i++) {
            if (lines.get(i).proposal().equals(line.proposal())) {
                lines.set(i, line);
                return;
            }
        }
        throw new Refusal("decision.absent");
    }

    /** What is missing before the draft can go to the approver, in the order of its page. */
    public List<Refusal> gaps(Recommendation recommendation, Material material) {
        var gaps = new ArrayList<Refusal>();
        var places = new HashSet<Integer>();
        for (var line : standing(material)) {
            var entrant = material.entrant(line.proposal());
            var number = entrant.map(Material.Entrant::number).orElse("");
            var recommended = recommendation.line(line.proposal());
            if (line.outcome() == Outcome.RUNNER_UP) {
                var place = line.reservePlace();
                if (place.isEmpty() && text.reservesInOrder()) {
                    gaps.add(new Refusal("decision.draft.place.missing", number));
                } else if (place.isPresent() && !places.add(place.get())) {
                    gaps.add(new Refusal("decision.draft.place", number));
                }
            }
            if (line.outcome().isYes()) {
                var requested = entrant.map(Material.Entrant::requested).orElse(null);
                Grant.gap(number, requested, line.amount()).ifPresent(gaps::add);
            }
            if (line.outcome() == Outcome.CONDITIONALLY_ADOPTED
                    && line.conditionList().isEmpty()) {
                gaps.add(new Refusal("decision.recommendation.conditions", number));
            }
            if (recommended.isPresent()
                    && line.leavesRecommendation(recommended.get())
                    && line.reason().isBlank()) {
                gaps.add(new Refusal("decision.draft.reason", number));
            }
        }
        var granted = granted(material);
        var budget = material.terms().budget();
        if (budget != null && granted.exceeds(budget)) {
            gaps.add(new Refusal("decision.budget.over", granted.amount(), budget.amount()));
        }
        if (text.wording().isEmpty()) {
            gaps.add(new Refusal("decision.draft.wording"));
        }
        gaps.addAll(text.letterhead().gaps());
        return gaps;
    }

    /**
     * Puts the draft before the approver.
     *
     * @throws Refusal with the first of the {@link #gaps}
     */
    public void submit(Recommendation recommendation, Material material, Actor by, Instant at) {
        draft();
        var gaps = gaps(recommendation, material);
        if (!gaps.isEmpty()) {
            throw gaps.getFirst();
        }
        submittedAt = at;
        submittedBy = by.person().value();
        drafted(by);
    }

    private void drafted(Actor by) {
        by.doers().forEach(drafter -> drafters.add(drafter.value()));
    }

    /** @throws Refusal when somebody approves what they or a deputy of theirs have drafted, or only those whose deputy they are */
    public void approve(Actor by, Instant at) {
        pending();
        second(by, "decision.approve.same");
        approvedAt = at;
        approvedBy = by.person().value();
    }

    /** Gives the draft back to the secretariat. */
    public void giveBack(String reason, Actor by, Instant at) {
        pending();
        second(by, "decision.approve.same");
        ended(reason, by.person(), at);
    }

    /** The secretariat takes back what was approved, as long as nobody has been told of it. */
    public void takeBack(String reason, PersonId by, Instant at) {
        if (approvedAt == null
                || returnedAt != null
                || lines.stream().anyMatch(line -> line.releasedAt().isPresent())) {
            throw new Refusal("decision.takeBack.late");
        }
        ended(reason, by, at);
    }

    private void ended(String reason, PersonId by, Instant at) {
        returnReason = returnReason(reason);
        returnedAt = at;
        returnedBy = by.value();
    }

    /** @throws Refusal without a reason, or when it is too long */
    static String returnReason(String reason) {
        if (reason.isBlank()) {
            throw new Refusal("decision.return.reason");
        }
        Lengths.demand(reason, Lengths.REASON);
        return reason.strip();
    }

    /**
     * Records the approval that the city's own system holds.
     *
     * @throws Refusal when a fact is missing, the day is still to come or before the draft was put forward, or somebody
     *     records it who has drafted it
     */
    public void recordApproval(
            @Nullable LocalDate on, String office, String number, Actor by, Instant at, LocalDate today) {
        pending();
        second(by, "decision.elsewhere.same");
        elsewhere = Elsewhere.given(on, office, number, Objects.requireNonNull(submittedAt), today);
        approvedAt = at;
        approvedBy = by.person().value();
    }

    /** Lets the group read its result from now on; doing it twice changes nothing. */
    public boolean release(ProposalId proposal, Instant at) {
        if (approvedAt == null) {
            throw new IllegalStateException("not approved");
        }
        var line = line(proposal).orElseThrow();
        if (line.releasedAt().isPresent()) {
            return false;
        }
        line.release(at);
        registerEvent(new OutcomeReleased(proposal, call(), at));
        return true;
    }

    private void second(Actor actor, String key) {
        if (!actor.isSecondTo(drafters())) {
            throw new Refusal(key);
        }
    }

    private void draft() {
        if (submittedAt != null) {
            throw new Refusal("decision.draft.sealed");
        }
    }

    private void pending() {
        if (!isPending()) {
            throw new Refusal("decision.approve.notWaiting");
        }
    }

    /** Whether it is before the approver. */
    public boolean isPending() {
        return submittedAt != null && returnedAt == null && approvedAt == null;
    }

    /** Who can neither approve it nor record its approval. */
    public Set<PersonId> drafters() {
        return drafters.stream().map(PersonId::new).collect(Collectors.toSet());
    }

    public UUID id() {
        return id;
    }

    public CallId call() {
        return new CallId(callId);
    }

    public int attempt() {
        return attempt;
    }

    public Instant draftedAt() {
        return draftedAt;
    }

    public DecisionText text() {
        return text;
    }

    public boolean subjectToBudget() {
        return subjectToBudget;
    }

    public List<DecidedLine> lines() {
        return lines.stream()
                .sorted(Comparator.comparing((DecidedLine line) -> line.outcome())
                        .thenComparing(line -> line.reservePlace().orElse(Integer.MAX_VALUE))
                        .thenComparing(line -> line.proposal().value()))
                .toList();
    }

    public Optional<DecidedLine> line(ProposalId proposal) {
        return lines.stream().filter(line -> line.proposal().equals(proposal)).findFirst();
    }

    /** The lines of those that still take part; whoever withdrew since the draft was begun keeps a line, and no more. */
    public List<DecidedLine> standing(Material material) {
        return lines().stream()
                .filter(line -> material.entrant(line.proposal())
                        .filter(Material.Entrant::takesPart)
                        .isPresent())
                .toList();
    }

    /** What the amounts come to of those that still take part. */
    public Yen granted(Material material) {
        return standing(material).stream()
                .map(line -> line.amount().orElse(Yen.ZERO))
                .reduce(Yen.ZERO, Yen::plus);
    }

    public Optional<Instant> submittedAt() {
        return Optional.ofNullable(submittedAt);
    }

    public Optional<PersonId> submittedBy() {
        return Optional.ofNullable(submittedBy).map(PersonId::new);
    }

    public Optional<Instant> returnedAt() {
        return Optional.ofNullable(returnedAt);
    }

    public Optional<PersonId> returnedBy() {
        return Optional.ofNullable(returnedBy).map(PersonId::new);
    }

    public Optional<String> returnReason() {
        return Optional.ofNullable(returnReason);
    }

    /** When it was approved; what was approved and then taken back has {@link #returnedAt} too. */
    public Optional<Instant> approvedAt() {
        return Optional.ofNullable(approvedAt);
    }

    /** The day of the approval, also where the city's own system holds it and it was recorded here later. */
    public LocalDate decidedOn() {
        return elsewhere == null ? JapaneseDates.day(Objects.requireNonNull(approvedAt)) : elsewhere.on();
    }

    /** Who approved it here, or recorded the approval given elsewhere. */
    public Optional<PersonId> approvedBy() {
        return Optional.ofNullable(approvedBy).map(PersonId::new);
    }

    public Optional<Elsewhere> elsewhere() {
        return Optional.ofNullable(elsewhere);
    }
}
