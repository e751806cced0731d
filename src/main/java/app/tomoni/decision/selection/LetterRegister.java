package app.tomoni.decision.selection;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Every letter, with its number. */
public interface LetterRegister extends Repository<Letter, UUID> {

    public Letter save(Letter letter);

    public Optional<Letter> findById(UUID id);

    public List<Letter> findByCallIdOrderByDocumentNumber(UUID call);

    public List<Letter> findByProposalIdOrderByWrittenAt(UUID proposal);

    /**
     * The latest first.
     *
     * @param like part of a number or an addressee, as a pattern of {@code LIKE}
     * @param toPost only those that are to be posted and have not been
     */
    @Query("""
            SELECT l FROM Letter l
            WHERE (l.documentNumber LIKE :like ESCAPE '\\' OR l.addressee LIKE :like ESCAPE '\\')
              AND (:toPost = FALSE OR l.queuedAt IS NOT NULL AND l.postedAt IS NULL)
            ORDER BY l.writtenAt DESC, l.id""")
    public List<Letter> search(String like, boolean toPost, Limit limit);
}
