package app.tomoni.decision.selection;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What was drafted and decided. */
public interface DecisionRegister extends Repository<Decision, UUID> {

    public Decision save(Decision decision);

    public List<Decision> findByCallIdOrderByAttemptDesc(UUID call);

    public Optional<Decision> findFirstByCallIdOrderByAttemptDesc(UUID call);

    public Optional<Decision> findFirstByApprovedAtIsNotNullOrderByApprovedAtDesc();

    public Optional<Decision> findByCallIdAndApprovedAtIsNotNull(UUID call);

    @Query("SELECT d FROM Decision d JOIN d.lines l WHERE d.approvedAt IS NOT NULL AND l.proposalId = :proposal")
    public Optional<Decision> approvedAbout(UUID proposal);
}
