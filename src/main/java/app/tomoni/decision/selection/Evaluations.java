package app.tomoni.decision.selection;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All evaluations ever made; they are only added. */
public interface Evaluations extends Repository<Evaluation, UUID> {

    public Evaluation save(Evaluation evaluation);

    public Optional<Evaluation> findById(UUID id);

    public Optional<Evaluation> findFirstByCallIdOrderByMadeAtDescIdDesc(UUID call);
}
