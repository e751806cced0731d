package app.tomoni.decision.selection;

import app.tomoni.account.Actor;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.decision.Outcome;
import app.tomoni.proposal.ProposalId;
import app.tomoni.shared.Ids;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Yen;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the committee advises the city: prepared by the chair from the ranking, sealed when it is handed over. */
@Entity
public class Recommendation {

    @Id
    private UUID id;

    private UUID callId;
    private @Nullable LocalDate meetingOn;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "recommendation_present", joinColumns = @JoinColumn(name = "recommendation_id"))
    @Column(name = "person_id")
    private Set<UUID> present = new HashSet<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "recommendation_line", joinColumns = @JoinColumn(name = "recommendation_id"))
    @OrderColumn(name = "position")
    private List<RecommendedLine> lines = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "recommendation_deliberation", joinColumns = @JoinColumn(name = "recommendation_id"))
    @OrderColumn(name = "position")
    private List<Deliberated> deliberations = new ArrayList<>();

    private @Nullable String exceptionReason;
    private @Nullable UUID exceptionBy;
    private @Nullable Instant exceptionAskedAt;
    private @Nullable UUID exceptionSecond;
    private @Nullable Instant exceptionAt;
    private @Nullable String exceptionDeclined;
    private @Nullable Instant submittedAt;
    private @Nullable UUID submittedBy;
    private @Nullable UUID evaluationId;
    private @Nullable Integer panelSize;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected Recommendation() {}

    public static Recommendation begin(CallId call, List<Material.Entrant> entrants) {
        var recommendation = new Recommendation();
        recommendation.id = Ids.next();
        recommendation.callId = call.value();
        entrants.forEach(entrant -> recommendation.lines.add(RecommendedLine.untouched(entrant.proposal())));
        return recommendation;
    }

    /** Keeps what the chair has chosen or typed about one proposal so far. */
    public void write(RecommendedLine line) {
        open();
        Lengths.demand(line.conditions(), Lengths.TEXT);
        Lengths.demand(line.reason(), Lengths.REASON);
        Lengths.demand(line.comment(), Lengths.TEXT);
        lines.set(position(line.proposal()), line);
    }

    public void metOn(@Nullable LocalDate on) {
        open();
        meetingOn = on;
    }

    /** Records which members met; what was agreed to for more of them has to be asked anew for fewer. */
    public void attended(Set<PersonId> members) {
        open();
        if (exceptionSecond != null && members.size() < present.size()) {
            lapse();
        }
        present.clear();
        members.forEach(member -> present.add(member.value()));
    }

    /** Records what the committee found where figures could not decide. */
    public void deliberate(Deliberated found) {
        open();
        if (found.reason().isBlank()) {
            throw new Refusal("decision.deliberation.reason");
        }
        Lengths.demand(found.reason(), Lengths.REASON);
        if (found.lacksAmount()) {
            throw new Refusal("decision.deliberation.amountMissing");
        }
        deliberations.removeIf(found::replaces);
        deliberations.add(found);
    }

    /**
     * Other words for everybody of why equals stand in their order; what the committee said stays on record.
     *
     * @param deliberation its place among the {@link #deliberations}
     */
    void publish(int deliberation, String reason) {
        if (reason.isBlank()) {
            throw new Refusal("decision.publication.order.missing");
        }
        Lengths.demand(reason, Lengths.REASON);
        deliberations.get(deliberation).publish(reason.strip());
    }

    /** Of what the committee found, only this still answers a question; all else is asked anew. */
    void keep(List<Deliberated> stillAsked) {
        open();
        deliberations.clear();
        deliberations.addAll(stillAsked);
    }

    /** Asks to go on below the quorum or with too few sheets; a second person has to agree. */
    public void askException(String reason, PersonId by, Instant at) {
        open();
        if (reason.isBlank()) {
            throw new Refusal("decision.exception.reason");
        }
        Lengths.demand(reason, Lengths.REASON);
        exceptionReason = reason.strip();
        exceptionDeclined = null;
        exceptionBy = by.value();
        exceptionAskedAt = at;
        exceptionSecond = null;
        exceptionAt = null;
    }

    /** @throws Refusal when the same person asks and agrees, or who agrees acts only for whoever asked */
    public void agreeToException(Actor second, Instant at) {
        demandSecond(second);
        exceptionSecond = second.person().value();
        exceptionAt = at;
    }

    /**
     * It is not agreed that the committee goes on; whoever asked may ask again.
     *
     * @throws Refusal when the same person asks and declines, or acts only for whoever asked, or gives no reason
     */
    public void declineException(Actor second, String why) {
        demandSecond(second);
        if (why.isBlank()) {
            throw new Refusal("decision.exception.declineReason");
        }
        Lengths.demand(why, Lengths.REASON);
        lapse();
        exceptionDeclined = why.strip();
    }

    /** What was agreed to for some proposals with too few sheets has to be asked anew when there are more of them. */
    void recount(Evaluation before, Evaluation now, Material.Terms terms) {
        if (exceptionSecond != null && !tooFewSheets(before, terms).containsAll(tooFewSheets(now, terms))) {
            lapse();
        }
    }

    private Set<ProposalId> tooFewSheets(Evaluation evaluation, Material.Terms terms) {
        return evaluation.lines().stream()
                .filter(figures -> figures.takesPart()
                        && figures.sheets() < terms.minimumSheets()
                        && line(figures.id()).isPresent())
                .map(EvaluatedLine::id)
                .collect(Collectors.toSet());
    }

    private void demandSecond(Actor second) {
        open();
        if (exceptionBy == null || exceptionSecond != null) {
            throw new Refusal("decision.exception.answered");
        }
        if (!second.isSecondTo(Set.of(new PersonId(exceptionBy)))) {
            throw new Refusal("decision.exception.same");
        }
    }

    private void lapse() {
        exceptionBy = null;
        exceptionAskedAt = null;
        exceptionSecond = null;
        exceptionAt = null;
    }

    /** A proposal that has been withdrawn before the recommendation was handed over drops out of it. */
    public void drop(ProposalId proposal) {
        if (submittedAt == null) {
            lines.removeIf(line -> line.proposal().equals(proposal));
        }
    }

    /**
     * What is missing before the recommendation can be handed over, in the order of the ranking.
     *
     * @param today by which the committee has met; the day that was planned stands here before it
     * @param withheld the proposals of which the reader may not know what is recommended: no sentence names them, nor
     *     whether a sum that counts them in is within the budget, which the draft of the decision is held to
     */
    List<Refusal> gaps(Evaluation evaluation, Material.Terms terms, Set<ProposalId> withheld, LocalDate today) {
        var gaps = new ArrayList<Refusal>();
        if (meetingOn == null) {
            gaps.add(new Refusal("decision.recommendation.meeting"));
        } else if (meetingOn.isAfter(today)) {
            gaps.add(new Refusal("decision.recommendation.meetingFuture"));
        }
        for (var figures : evaluation.lines()) {
            if (!withheld.contains(figures.id())) {
                gaps.addAll(gaps(figures));
            }
        }
        if (evaluation.lines().stream()
                .anyMatch(figures ->
                        withheld.contains(figures.id()) && !gaps(figures).isEmpty())) {
            gaps.add(new Refusal("decision.recommendation.missingWithheld"));
        }
        var granted = granted(evaluation);
        var budget = terms.budget();
        if (withheld.isEmpty() && budget != null && granted.exceeds(budget)) {
            gaps.add(new Refusal("decision.budget.over", granted.amount(), budget.amount()));
        }
        if (needsException(evaluation, terms) && exceptionSecond == null) {
            gaps.add(
                    present.size() < terms.quorum()
                            ? new Refusal("decision.quorum.missing", terms.quorum(), present.size())
                            : new Refusal("decision.sheets.missing", terms.minimumSheets()));
        }
        return gaps;
    }

    private List<Refusal> gaps(EvaluatedLine figures) {
        return line(figures.id()).map(line -> gaps(line, figures)).orElse(List.of());
    }

    private static List<Refusal> gaps(RecommendedLine line, EvaluatedLine figures) {
        var gaps = new ArrayList<Refusal>();
        var outcome = line.outcome(figures);
        if (outcome.isEmpty()) {
            gaps.add(new Refusal("decision.recommendation.outcome", figures.key()));
            return gaps;
        }
        if (outcome.get().isYes()) {
            var requested = figures.requestedYen();
            Grant.gap(figures.key(), requested == null ? null : new Yen(requested), line.amount(figures))
                    .ifPresent(gaps::add);
        }
        if (outcome.get() == Outcome.CONDITIONALLY_ADOPTED && line.conditions().isBlank()) {
            gaps.add(new Refusal("decision.recommendation.conditions", figures.key()));
        }
        if (line.leavesRanking(figures) && line.reason().isBlank()) {
            gaps.add(new Refusal("decision.recommendation.reason", figures.key()));
        }
        return gaps;
    }

    public boolean needsException(Evaluation evaluation, Material.Terms terms) {
        return present.size() < terms.quorum() || hasTooFewSheets(evaluation, terms);
    }

    public boolean hasTooFewSheets(Evaluation evaluation, Material.Terms terms) {
        return !tooFewSheets(evaluation, terms).isEmpty();
    }

    /** Whether anybody is on record as having met, or too few were asked about; the day alone says nothing of it. */
    public boolean isAttendanceNoted() {
        return !present.isEmpty() || exceptionReason != null;
    }

    /** What all recommended amounts come to. */
    public Yen granted(Evaluation evaluation) {
        var sum = Yen.ZERO;
        for (var figures : evaluation.lines()) {
            sum = sum.plus(
                    line(figures.id()).flatMap(line -> line.amount(figures)).orElse(Yen.ZERO));
        }
        return sum;
    }

    /** Whether anybody is recommended who can be offered what is left. */
    public boolean namesRunnersUp(Evaluation evaluation) {
        return evaluation.lines().stream()
                .anyMatch(figures -> line(figures.id())
                        .flatMap(line -> line.outcome(figures))
                        .filter(outcome -> outcome == Outcome.RUNNER_UP)
                        .isPresent());
    }

    /**
     * Hands the recommendation over; from now on nothing in it changes.
     *
     * @param withheld the proposals of which that person may not know what is recommended
     * @throws Refusal with the first of the {@link #gaps}
     */
    void submit(Evaluation evaluation, Material material, Set<ProposalId> withheld, PersonId by, Instant at) {
        open();
        var gaps = gaps(evaluation, material.terms(), withheld, JapaneseDates.day(at));
        if (!gaps.isEmpty()) {
            throw gaps.getFirst();
        }
        for (var figures : evaluation.lines()) {
            line(figures.id()).ifPresent(line -> lines.set(position(figures.id()), line.settled(figures)));
        }
        if (!needsException(evaluation, material.terms())) {
            lapse(); // its reason would be published
            exceptionReason = null;
        }
        exceptionDeclined = null; // what was agreed to in the end counts
        submittedAt = at;
        submittedBy = by.value();
        evaluationId = evaluation.id();
        panelSize = material.panel().size();
    }

    private int position(ProposalId proposal) {
        for (var i = 0; i < lines.size(); i++) {
            if (lines.get(i).proposal().equals(proposal)) {
                return i;
            }
        }
        throw new Refusal("decision.absent");
    }

    private void open() {
        if (submittedAt != null) {
            throw new Refusal("decision.recommendation.sealed");
        }
    }

    public UUID id() {
        return id;
    }

    public CallId call() {
        return new CallId(callId);
    }

    public List<RecommendedLine> lines() {
        return List.copyOf(lines);
    }

    public Optional<RecommendedLine> line(ProposalId proposal) {
        return lines.stream().filter(line -> line.proposal().equals(proposal)).findFirst();
    }

    public List<Deliberated> deliberations() {
        return List.copyOf(deliberations);
    }

    public Optional<LocalDate> meetingOn() {
        return Optional.ofNullable(meetingOn);
    }

    public Set<PersonId> present() {
        var people = new HashSet<PersonId>();
        present.forEach(person -> people.add(new PersonId(person)));
        return people;
    }

    /** How many members the panel had when it was handed over; whoever is appointed later did not stay away. */
    public int panelSize() {
        return Objects.requireNonNull(panelSize);
    }

    public Optional<String> exceptionReason() {
        return Optional.ofNullable(exceptionReason);
    }

    /** Why the last request was not agreed to, until it is made anew. */
    public Optional<String> exceptionDeclined() {
        return Optional.ofNullable(exceptionDeclined);
    }

    public Optional<PersonId> exceptionBy() {
        return Optional.ofNullable(exceptionBy).map(PersonId::new);
    }

    /** Unknown of what was asked for before it was kept. */
    public Optional<Instant> exceptionAskedAt() {
        return Optional.ofNullable(exceptionAskedAt);
    }

    public Optional<PersonId> exceptionSecond() {
        return Optional.ofNullable(exceptionSecond).map(PersonId::new);
    }

    public Optional<Instant> exceptionAt() {
        return Optional.ofNullable(exceptionAt);
    }

    public boolean isSubmitted() {
        return submittedAt != null;
    }

    public Optional<Instant> submittedAt() {
        return Optional.ofNullable(submittedAt);
    }

    public Optional<PersonId> submittedBy() {
        return Optional.ofNullable(submittedBy).map(PersonId::new);
    }

    /** The evaluation it was made from, once it is handed over. */
    public UUID evaluation() {
        return Objects.requireNonNull(evaluationId);
    }
}
