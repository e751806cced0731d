package app.tomoni.decision.selection;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What was drafted and decided about runners-up after the decision of their call. */
public interface ReserveDecisions extends Repository<ReserveDecision, UUID> {

    public ReserveDecision save(ReserveDecision decision);

    public Optional<ReserveDecision> findById(UUID id);

    /** Nobody else decides about it until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("SELECT d FROM ReserveDecision d WHERE d.id = :id")
    public Optional<ReserveDecision> locked(UUID id);

    public List<ReserveDecision> findByCallIdOrderByDraftedAt(UUID call);

    /** Whether one waits for its approver. */
    @Query("SELECT count(d) > 0 FROM ReserveDecision d"
            + " WHERE d.callId = :call AND d.returnedAt IS NULL AND d.approvedAt IS NULL")
    public boolean anyPending(UUID call);
}
