package app.tomoni.proposal;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The rows of proposals. */
interface ProposalTable extends Repository<Proposal, UUID> {

    Proposal save(Proposal proposal);

    Optional<Proposal> findById(UUID id);

    /** Waits for whoever works on the same proposal, so that a double click finds what the first one did. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("SELECT p FROM Proposal p WHERE p.id = :id")
    Optional<Proposal> locked(UUID id);

    @Query("SELECT p FROM Proposal p WHERE p.callId = :call AND p.submittedAt IS NOT NULL AND p.recalledAt IS NULL"
            + " ORDER BY p.number, p.id")
    List<Proposal> submittedTo(UUID call);

    @Query("SELECT new app.tomoni.proposal.Proposals$Line(p.id, p.number, p.title, o.name, o.nameKana, c.title)"
            + " FROM Proposal p JOIN Organisation o ON o.id = p.organisationId JOIN Call c ON c.id = p.callId"
            + " WHERE p.submittedAt IS NOT NULL AND p.recalledAt IS NULL ORDER BY p.startedAt DESC, p.id")
    List<Proposals.Line> submitted();

    @Query("SELECT DISTINCT p.organisationId FROM Proposal p WHERE p.callId = :call AND p.withdrawnAt IS NULL")
    List<UUID> groupsOf(UUID call);

    @Query("SELECT p FROM Proposal p WHERE p.organisationId IN :organisations ORDER BY p.startedAt DESC, p.id")
    List<Proposal> of(java.util.Collection<UUID> organisations);

    @Query("SELECT p FROM Proposal p WHERE p.id IN :ids")
    List<Proposal> withIds(java.util.Collection<UUID> ids);
}
