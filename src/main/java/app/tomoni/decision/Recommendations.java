package app.tomoni.decision;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** What committees recommended. */
interface Recommendations extends Repository<Recommendation, UUID> {

    Recommendation save(Recommendation recommendation);

    Optional<Recommendation> findByCallId(UUID call);
}
