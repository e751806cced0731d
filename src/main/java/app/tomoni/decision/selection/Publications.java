package app.tomoni.decision.selection;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** What is published, and what will be. */
public interface Publications extends Repository<Publication, UUID> {

    public Publication save(Publication publication);

    public Optional<Publication> findById(UUID call);

    public List<Publication> findByAllowedAtIsNotNullAndPublishedAtIsNull();

    public List<Publication> findByPublishedAtIsNotNull();
}
