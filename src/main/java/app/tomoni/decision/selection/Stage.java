package app.tomoni.decision.selection;

import app.tomoni.call.CallId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The selection of one call: opened when the call has closed, closed when the last sheet is in. */
@Entity
@Table(name = "selection_stage")
public class Stage {

    /** Why there was nothing to decide. */
    public enum End {
        NO_PROPOSAL,
        ALL_WITHDRAWN,
        NONE_ELIGIBLE
    }

    @Id
    @Column(name = "call_id")
    private UUID call;

    private Instant openedAt;
    private @Nullable Instant closedAt;
    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable End endedAs;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected Stage() {}

    public static Stage open(CallId call, Instant at) {
        var stage = new Stage();
        stage.call = call.value();
        stage.openedAt = at;
        return stage;
    }

    /** Closes the scoring; when nothing takes part any more, the selection is over with that. */
    public void close(Material material, Instant at) {
        if (closedAt != null) {
            return;
        }
        closedAt = at;
        if (material.takingPart().isEmpty()) {
            endedAt = at;
            endedAs = end(material);
        }
    }

    /** What was scored has all been withdrawn since, and the selection is over with that. */
    public void allWithdrawn(Instant at) {
        endedAt = at;
        endedAs = End.ALL_WITHDRAWN;
    }

    private static End end(Material material) {
        if (material.entrants().isEmpty()) {
            return End.NO_PROPOSAL;
        }
        return material.entrants().stream()
                        .anyMatch(entrant -> entrant.status() == app.tomoni.scoring.ScoredProposal.Status.INELIGIBLE)
                ? End.NONE_ELIGIBLE
                : End.ALL_WITHDRAWN;
    }

    public CallId call() {
        return new CallId(call);
    }

    public Instant openedAt() {
        return openedAt;
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    /** When the scoring was closed, unless there was nothing to score. */
    Optional<Instant> scoredAt() {
        return closedAt().filter(at -> !at.equals(endedAt));
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public Optional<End> endedAs() {
        return Optional.ofNullable(endedAs);
    }
}
