package app.tomoni.decision.selection;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** What groups answered. */
public interface Answers extends Repository<Answer, UUID> {

    public Answer save(Answer answer);

    public Optional<Answer> findById(UUID proposal);

    public List<Answer> findAllById(Iterable<UUID> proposals);

    public List<Answer> findByCallIdOrderByAnsweredAt(UUID call);
}
