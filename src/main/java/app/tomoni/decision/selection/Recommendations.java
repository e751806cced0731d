package app.tomoni.decision.selection;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** What committees recommended. */
public interface Recommendations extends Repository<Recommendation, UUID> {

    public Recommendation save(Recommendation recommendation);

    public Optional<Recommendation> findByCallId(UUID call);
}
