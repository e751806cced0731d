package app.tomoni.decision;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** What is published, and what will be. */
interface Publications extends Repository<Publication, UUID> {

    Publication save(Publication publication);

    Optional<Publication> findById(UUID call);

    List<Publication> findByAllowedAtIsNotNullAndPublishedAtIsNull();

    List<Publication> findByPublishedAtIsNotNull();
}
