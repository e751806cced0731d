package app.tomoni.decision;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The selections that have been opened. */
interface Stages extends Repository<Stage, UUID> {

    Stage save(Stage stage);

    Optional<Stage> findById(UUID call);

    List<Stage> findByClosedAtIsNull();

    List<Stage> findAllByOrderByOpenedAtDesc();
}
