package app.tomoni.decision.selection;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Every letter, with its number. */
public interface LetterRegister extends Repository<Letter, UUID> {

    public Letter save(Letter letter);

    public Optional<Letter> findById(UUID id);

    public List<Letter> findByCallIdOrderByDocumentNumber(UUID call);

    public List<Letter> findByProposalIdOrderByWrittenAt(UUID proposal);

    public List<Letter> findAllByOrderByWrittenAtDesc();
}
