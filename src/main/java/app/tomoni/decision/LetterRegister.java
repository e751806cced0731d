package app.tomoni.decision;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Every letter, with its number. */
interface LetterRegister extends Repository<Letter, UUID> {

    Letter save(Letter letter);

    Optional<Letter> findById(UUID id);

    List<Letter> findByCallIdOrderByDocumentNumber(UUID call);

    List<Letter> findByProposalIdOrderByWrittenAt(UUID proposal);

    List<Letter> findAllByOrderByWrittenAtDesc();
}
