package app.tomoni.decision.selection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    public List<Publication> findByAllowedAtIsNotNullAndPublishedAtIsNull();

    /** All that are confirmed and not published yet. */
    public List<Publication> findByPublishedAtIsNull();

    /** When the results of a call were published. */
    record Time(UUID call, Instant at) {}

    /** The calls whose results are public by then, the latest first. */
    @Query(
            "SELECT new app.tomoni.decision.selection.Publications$Time(p.call, p.publishedAt) FROM Publication p WHERE p.publishedAt <= :now"
                    + " ORDER BY p.publishedAt DESC, p.call")
    public List<Time> published(Instant now);
}
