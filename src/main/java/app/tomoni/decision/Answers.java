package app.tomoni.decision;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** What groups answered. */
interface Answers extends Repository<Answer, UUID> {

    Answer save(Answer answer);

    Optional<Answer> findById(UUID proposal);

    List<Answer> findByCallId(UUID call);
}
