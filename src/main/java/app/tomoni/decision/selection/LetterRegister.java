package app.tomoni.decision.selection;

import app.tomoni.shared.JapaneseText;
import app.tomoni.shared.Like;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Every letter, with its number. */
public interface LetterRegister extends Repository<Letter, UUID> {

    public Letter save(Letter letter);

    public Optional<Letter> findById(UUID id);

    public List<Letter> findAllById(Iterable<UUID> ids);

    /** Nobody else changes it until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    public Optional<Letter> findByFileId(UUID file);

    /** By their numbers; those that were cancelled only stand in the {@link #search}. */
    @Query("SELECT l FROM Letter l WHERE l.callId = :call AND l.voidedAt IS NULL ORDER BY l.documentNumber")
    public List<Letter> ofCall(UUID call);

    /** The oldest first; those that were cancelled only stand in the {@link #search}. */
    @Query("SELECT l FROM Letter l WHERE l.proposalId = :proposal AND l.voidedAt IS NULL ORDER BY l.writtenAt")
    public List<Letter> ofProposal(UUID proposal);

    /** The same of several, in no order. */
    @Query("SELECT l FROM Letter l WHERE l.proposalId IN :proposals AND l.voidedAt IS NULL")
    public List<Letter> ofProposals(Collection<UUID> proposals);

    /**
     * The proposals whose letter that asks for an answer lies here: not handed over yet, or on paper and not posted. Who was
     * offered something answers to that, whatever has become of the result.
     */
    @Query("""
            SELECT DISTINCT l.proposalId FROM Letter l
            WHERE l.voidedAt IS NULL AND (l.queuedAt IS NULL OR l.delivery = PRINT AND l.postedAt IS NULL)
              AND (l.kind = OFFER OR NOT EXISTS (SELECT 1 FROM Letter o
                WHERE o.proposalId = l.proposalId AND o.kind = OFFER AND o.voidedAt IS NULL))""")
    public Set<UUID> here();

    /** Those of them that are among these. */
    public default Set<UUID> unsent(Collection<UUID> proposals) {
        return here().stream().filter(proposals::contains).collect(Collectors.toSet());
    }

    /**
     * The latest first.
     *
     * @param typed part of a number or an addressee, in whatever width and case
     * @param call only its letters; none for all calls
     * @param underWay only those that have not left the house or have not been opened; an offer that was declined before
     *     its letter left needs none
     */
    public default List<Letter> search(String typed, @Nullable UUID call, boolean underWay, Limit limit) {
        return like(Like.holding(JapaneseText.folded(typed)), call, underWay, limit);
    }

    @Query("""
            SELECT l FROM Letter l WHERE l.search LIKE LOWER(:like) ESCAPE '\\'
              AND (:call IS NULL OR l.callId = :call)
              AND (:underWay = FALSE OR l.postedAt IS NULL AND l.openedAt IS NULL AND l.voidedAt IS NULL
                AND (l.queuedAt IS NOT NULL OR NOT EXISTS (SELECT 1 FROM Answer a
                  WHERE a.proposalId = l.proposalId AND a.kind = DECLINED)))
            ORDER BY l.writtenAt DESC, l.id""")
    public List<Letter> like(String like, @Nullable UUID call, boolean underWay, Limit limit);
}
