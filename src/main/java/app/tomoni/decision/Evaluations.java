package app.tomoni.decision;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All evaluations ever made; they are only added. */
interface Evaluations extends Repository<Evaluation, UUID> {

    Evaluation save(Evaluation evaluation);

    Optional<Evaluation> findById(UUID id);

    Optional<Evaluation> findFirstByCallIdOrderByMadeAtDescIdDesc(UUID call);
}
