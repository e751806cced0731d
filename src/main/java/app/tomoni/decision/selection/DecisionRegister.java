package app.tomoni.decision.selection;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What was drafted and decided. */
public interface DecisionRegister extends Repository<Decision, UUID> {

    public Decision save(Decision decision);

    public List<Decision> findByCallIdOrderByAttemptDesc(UUID call);

    public Optional<Decision> findFirstByCallIdOrderByAttemptDesc(UUID call);

    /** Whether a draft has been put before an approver. */
    public boolean existsByCallIdAndSubmittedAtIsNotNull(UUID call);

    /** The calls of which a draft has been put before an approver. */
    @Query("SELECT d.callId FROM Decision d WHERE d.submittedAt IS NOT NULL")
    public Set<UUID> submitted();

    public Optional<Decision> findFirstByApprovedAtIsNotNullOrderByApprovedAtDesc();

    /** What is approved and has not been taken back. */
    @Query("SELECT d FROM Decision d WHERE d.callId = :call AND d.approvedAt IS NOT NULL AND d.returnedAt IS NULL")
    public Optional<Decision> standing(UUID call);

    @Query("SELECT d FROM Decision d JOIN d.lines l"
            + " WHERE d.approvedAt IS NOT NULL AND d.returnedAt IS NULL AND l.proposalId = :proposal")
    public Optional<Decision> standingAbout(UUID proposal);

    /** A proposal whose group has been told what was decided. */
    record Told(UUID proposal, Instant at) {}

    @Query(
            "SELECT new app.tomoni.decision.selection.DecisionRegister$Told(l.proposalId, l.releasedAt)"
                    + " FROM Decision d JOIN d.lines l"
                    + " WHERE d.approvedAt IS NOT NULL AND d.returnedAt IS NULL AND l.proposalId IN :proposals AND l.releasedAt <= :now")
    List<Told> told(Collection<UUID> proposals, Instant now);
}
