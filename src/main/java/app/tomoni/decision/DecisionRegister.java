package app.tomoni.decision;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What was drafted and decided. */
interface DecisionRegister extends Repository<Decision, UUID> {

    Decision save(Decision decision);

    List<Decision> findByCallIdOrderByAttemptDesc(UUID call);

    Optional<Decision> findFirstByCallIdOrderByAttemptDesc(UUID call);

    Optional<Decision> findFirstByApprovedAtIsNotNullOrderByApprovedAtDesc();

    Optional<Decision> findByCallIdAndApprovedAtIsNotNull(UUID call);

    @Query("SELECT d FROM Decision d JOIN d.lines l WHERE d.approvedAt IS NOT NULL AND l.proposalId = :proposal")
    Optional<Decision> approvedAbout(UUID proposal);
}
