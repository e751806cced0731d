package app.tomoni.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CheckRepository extends Repository<FormalCheck, UUID> {

    FormalCheck save(FormalCheck check);

    Optional<FormalCheck> findById(UUID id);

    @Query("select c from FormalCheck c where c.task = :task")
    Optional<FormalCheck> ofTask(String task);

    @Query("select c from FormalCheck c where c.proposal = :proposal and c.examinedAt < :before order by c.examinedAt")
    List<FormalCheck> before(UUID proposal, Instant before);
}
