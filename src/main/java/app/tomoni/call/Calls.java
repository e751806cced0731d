package app.tomoni.call;

import app.tomoni.shared.Refusal;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All calls, from the first draft on. */
public interface Calls extends Repository<Call, UUID> {

    Call save(Call call);

    void delete(Call call);

    Optional<Call> findById(UUID id);

    default Optional<Call> find(CallId id) {
        return findById(id.value());
    }

    /** @throws java.util.NoSuchElementException for an id that names no call */
    default Call get(CallId id) {
        return find(id).orElseThrow();
    }

    /** Whether there is any, be it a draft. */
    boolean existsBy();

    @Query("SELECT c.title FROM Call c WHERE c.id = :id")
    Optional<String> title(UUID id);

    record Title(UUID id, String title) {}

    @Query("SELECT new app.tomoni.call.Calls$Title(c.id, c.title) FROM Call c WHERE c.id IN :ids")
    List<Title> titles(Collection<UUID> ids);

    List<Call> findByIdIn(Collection<UUID> ids);

    /** The others of this very name, the latest first. */
    @Query("SELECT c FROM Call c WHERE c.title = :title AND c.id <> :id"
            + " ORDER BY c.year DESC, c.endorsement.draftedAt DESC")
    List<Call> namesakes(String title, UUID id);

    /** The latest first. */
    @Query("SELECT c FROM Call c ORDER BY c.year DESC, c.endorsement.draftedAt DESC")
    List<Call> all();

    /** Those that take proposals from everybody now, the first to close first. */
    @Query("SELECT c FROM Call c WHERE c.endorsement.approvedAt IS NOT NULL"
            + " AND c.window.opensAt <= :now AND c.window.closesAt > :now ORDER BY c.window.closesAt, c.id")
    List<Call> open(Instant now);

    /** Those that take proposals of one of these groups now: the same, and those to which one is admitted late. */
    @Query("SELECT c FROM Call c WHERE c.endorsement.approvedAt IS NOT NULL AND c.window.opensAt <= :now"
            + " AND (c.window.closesAt > :now OR EXISTS (SELECT 1 FROM c.window.lateAdmissions late"
            + " WHERE late.organisation IN :organisations AND late.granted = TRUE AND late.until > :now))"
            + " ORDER BY c.window.closesAt, c.id")
    List<Call> openTo(Collection<UUID> organisations, Instant now);

    /** Those that are approved and begin later. */
    @Query("SELECT c FROM Call c WHERE c.endorsement.approvedAt IS NOT NULL"
            + " AND c.window.opensAt > :now ORDER BY c.window.opensAt, c.id")
    List<Call> toCome(Instant now);

    /** Those that have closed for everybody, the last to close first. */
    @Query("SELECT c FROM Call c WHERE c.endorsement.approvedAt IS NOT NULL"
            + " AND c.window.closesAt <= :now ORDER BY c.window.closesAt DESC, c.id")
    List<Call> closed(Instant now);

    /** Those whose opening has come but has not been said yet. */
    @Query("SELECT c FROM Call c WHERE c.endorsement.approvedAt IS NOT NULL"
            + " AND c.window.openedAt IS NULL AND c.window.opensAt <= :now")
    List<Call> toOpen(Instant now);

    /** Nobody else changes the call until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("SELECT c FROM Call c WHERE c.id = :id")
    Optional<Call> locked(UUID id);

    /**
     * The same.
     *
     * @throws Refusal when its draft has been deleted
     */
    default Call locked(CallId id) {
        return locked(id.value()).orElseThrow(() -> new Refusal("call.draft.deleted"));
    }

    /** Nobody changes the call, its closing above all, until the transaction ends; many may hold this at a time. */
    @Lock(LockModeType.PESSIMISTIC_READ)
    @Query("SELECT c FROM Call c WHERE c.id = :id")
    Optional<Call> held(UUID id);
}
