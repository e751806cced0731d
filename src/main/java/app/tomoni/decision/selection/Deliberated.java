package app.tomoni.decision.selection;

import app.tomoni.account.PersonId;
import app.tomoni.proposal.ProposalId;
import app.tomoni.scoring.Outcomes;
import app.tomoni.scoring.Result.Place;
import app.tomoni.shared.Json;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the committee found when it talked about what figures could not decide. */
@Embeddable
public class Deliberated {

    /**
     * One proposal's part of what was found, in the order found.
     *
     * @param amount what the committee set, where it set amounts
     * @param grade the verdict, where the rule has verdicts; under points {@link Outcomes#NOT_PASSED}
     */
    public record Found(
            UUID proposal, @Nullable Long amount, @Nullable String grade) {

        public ProposalId id() {
            return new ProposalId(proposal);
        }
    }

    @Enumerated(EnumType.STRING)
    private Place place;

    private String found;
    private String reason;
    private UUID recordedBy;
    private Instant recordedAt;
    private @Nullable String publishedReason;

    @SuppressWarnings("NullAway.Init")
    protected Deliberated() {}

    public Deliberated(Place place, List<Found> found, String reason, PersonId by, Instant at) {
        this.place = place;
        this.found = Json.write(found);
        this.reason = reason;
        this.recordedBy = by.value();
        this.recordedAt = at;
        this.publishedReason = place == Place.LINE ? reason : null;
    }

    public Place place() {
        return place;
    }

    public List<Found> found() {
        return Arrays.asList(Json.read(found, Found[].class));
    }

    public String reason() {
        return reason;
    }

    /** What everybody reads of why equals stand in their order; none where it was said before that was announced. */
    public Optional<String> publishedReason() {
        return Optional.ofNullable(publishedReason);
    }

    void publish(String words) {
        publishedReason = words;
    }

    public PersonId recordedBy() {
        return new PersonId(recordedBy);
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    /** Whether it answers anew what was answered earlier: the same of at least one proposal. */
    public boolean replaces(Deliberated earlier) {
        return setsAmounts() == earlier.setsAmounts()
                && (setsAmounts() || place == earlier.place)
                && !Collections.disjoint(proposals(), earlier.proposals());
    }

    boolean lacksAmount() {
        return setsAmounts() && found().stream().anyMatch(one -> one.amount() == null);
    }

    private boolean setsAmounts() {
        return place == Place.AMOUNTS || place == Place.OVER_BUDGET;
    }

    /** Whether it says what the figures leave to people there; a verdict may be found for some of them first. */
    boolean answers(Evaluation.Question question) {
        return place == question.place()
                && question.ids().containsAll(proposals())
                && (place == Place.FIGURE
                        || question.ids().size() == proposals().size());
    }

    private List<ProposalId> proposals() {
        return found().stream().map(Found::id).toList();
    }
}
