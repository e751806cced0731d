package app.tomoni.decision.selection;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.decision.PublishedResult;
import app.tomoni.decision.ResultsPublished;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/** What everybody will read about a call's results, fixed when it was checked, and from when on. */
@Entity
public class Publication extends AbstractAggregateRoot<Publication> {

    /** What was wrong and what is right; both stay visible. */
    @Embeddable
    public static class Correction {

        private Instant correctedAt;
        private UUID correctedBy;
        private String wrong;
        private String correct;

        @SuppressWarnings("NullAway.Init")
        protected Correction() {}

        Correction(String wrong, String correct, PersonId by, Instant at) {
            this.wrong = wrong.strip();
            this.correct = correct.strip();
            this.correctedBy = by.value();
            this.correctedAt = at;
        }

        public Instant correctedAt() {
            return correctedAt;
        }

        public String wrong() {
            return wrong;
        }

        public String correct() {
            return correct;
        }
    }

    @Id
    @Column(name = "call_id")
    private UUID call;

    private Instant plannedAt;
    private Instant confirmedAt;
    private UUID confirmedBy;
    private String page;
    private String openData;
    private @Nullable Instant heldAt;
    private @Nullable Instant allowedAt;
    private @Nullable Instant publishedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "publication_correction", joinColumns = @JoinColumn(name = "call_id"))
    @OrderColumn(name = "position")
    private List<Correction> corrections = new ArrayList<>();

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected Publication() {}

    /**
     * @param page the lines of the result, as {@link PublishedResult} in JSON
     * @param openData what anybody may compute again, at the call's level of disclosure
     */
    public static Publication confirm(
            CallId call, Instant plannedAt, String page, String openData, PersonId by, Instant at) {
        var publication = new Publication();
        publication.call = call.value();
        publication.plannedAt = plannedAt;
        publication.page = page;
        publication.openData = openData;
        publication.confirmedBy = by.value();
        publication.confirmedAt = at;
        return publication;
    }

    /** The process has come to the publication. */
    public void allow(Instant now) {
        if (allowedAt == null) {
            allowedAt = now;
        }
        publish(now);
    }

    /** Opens the page to everybody, not before the planned time nor while it is held; doing it twice changes nothing. */
    public void publish(Instant now) {
        if (allowedAt != null && publishedAt == null && heldAt == null && !now.isBefore(plannedAt)) {
            publishedAt = now;
            registerEvent(new ResultsPublished(call(), now));
        }
    }

    /** @throws Refusal when the results are published already, or the new time is not later than the one before */
    public void postpone(Instant planned, Instant now) {
        if (publishedAt != null || heldAt == null && !now.isBefore(plannedAt)) {
            throw new Refusal("decision.postpone.published");
        }
        if (!planned.isAfter(plannedAt) || !planned.isAfter(now)) {
            throw new Refusal("decision.postpone.later");
        }
        plannedAt = planned;
    }

    /** No day holds any more, since letters that tell the results have not left. */
    void hold(Instant now) {
        heldAt = now;
    }

    /** It takes place then: as was confirmed, or later because the letters left late. */
    void letGo(Instant planned) {
        heldAt = null;
        plannedAt = planned;
    }

    /** Whether it waits for letters, without a day. */
    public boolean isHeld() {
        return heldAt != null;
    }

    public void correct(String wrong, String correct, PersonId by, Instant at) {
        if (!isPublic(at)) {
            throw new Refusal("decision.correction.early");
        }
        if (wrong.isBlank() || correct.isBlank()) {
            throw new Refusal("decision.correction.both");
        }
        Lengths.demand(wrong, Lengths.TEXT);
        Lengths.demand(correct, Lengths.TEXT);
        corrections.add(new Correction(wrong, correct, by, at));
    }

    public boolean isPublic(Instant now) {
        return publishedAt != null && !publishedAt.isAfter(now);
    }

    public CallId call() {
        return new CallId(call);
    }

    public Instant plannedAt() {
        return plannedAt;
    }

    public Instant confirmedAt() {
        return confirmedAt;
    }

    public PersonId confirmedBy() {
        return new PersonId(confirmedBy);
    }

    public String page() {
        return page;
    }

    public String openData() {
        return openData;
    }

    public Optional<Instant> publishedAt() {
        return Optional.ofNullable(publishedAt);
    }

    public List<Correction> corrections() {
        return List.copyOf(corrections);
    }
}
