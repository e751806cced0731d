package app.tomoni.decision.selection;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What is published, and what will be. */
public interface Publications extends Repository<Publication, UUID> {

    public Publication save(Publication publication);

    public Optional<Publication> findById(UUID call);

    /** What is confirmed and not published yet. */
    public default Optional<Publication> waiting(UUID call) {
        return findById(call).filter(publication -> publication.publishedAt().isEmpty());
    }

    /** The same, and nobody else changes it until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("SELECT p FROM Publication p WHERE p.call = :call AND p.publishedAt IS NULL")
    public Optional<Publication> waitingLocked(UUID call);

    /** Those to which the process has come; nobody else changes them until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    public List<Publication> findByAllowedAtIsNotNullAndPublishedAtIsNull();

    /** All that are confirmed and not published yet. */
    public List<Publication> findByPublishedAtIsNull();

    /** Results that are published by themselves, once their time comes and nothing holds them. */
    record ToCome(UUID call, Instant plannedAt, @Nullable Instant heldAt) {}

    /** The few calls whose selection has come to the publication, and whose results are not published yet. */
    @Query(
            "SELECT new app.tomoni.decision.selection.Publications$ToCome(p.call, p.plannedAt, p.heldAt) FROM Publication p"
                    + " WHERE p.allowedAt IS NOT NULL AND p.publishedAt IS NULL")
    public List<ToCome> toCome();

    /** When the results of a call were published. */
    record Time(UUID call, Instant at) {}

    /** The calls whose results are public by then, the latest first. */
    @Query(
            "SELECT new app.tomoni.decision.selection.Publications$Time(p.call, p.publishedAt) FROM Publication p WHERE p.publishedAt <= :now"
                    + " ORDER BY p.publishedAt DESC, p.call")
    public List<Time> published(Instant now);
}
