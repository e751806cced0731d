package app.tomoni.organisation;

import app.tomoni.shared.JapaneseText;
import app.tomoni.shared.Like;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All groups known to the city. */
public interface Organisations extends Repository<Organisation, UUID> {

    Organisation save(Organisation organisation);

    Optional<Organisation> findById(UUID id);

    default Optional<Organisation> find(OrganisationId id) {
        return findById(id.value());
    }

    /** @throws java.util.NoSuchElementException for an id that names no group */
    default Organisation get(OrganisationId id) {
        return find(id).orElseThrow();
    }

    List<Organisation> findByIdIn(Collection<UUID> ids);

    /** Nobody else changes the group until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("SELECT o FROM Organisation o WHERE o.id = :id")
    Optional<Organisation> locked(UUID id);

    /** Those whose name or reading holds what was typed, in the order of their readings. */
    default List<Organisation> matching(String typed, Limit limit) {
        return matching(Like.holding(JapaneseText.folded(typed)), Like.holding(JapaneseText.sortKey(typed)), limit);
    }

    /** The same with no more of each group than a list to choose from shows. */
    default List<OrganisationChoice> choices(String typed, Pageable page) {
        return choices(Like.holding(JapaneseText.folded(typed)), Like.holding(JapaneseText.sortKey(typed)), page);
    }

    @Query("SELECT o FROM Organisation o WHERE o.search LIKE LOWER(:like) OR o.nameKana LIKE :kanaLike"
            + " ORDER BY o.nameKana, o.id")
    List<Organisation> matching(String like, String kanaLike, Limit limit);

    @Query("SELECT new app.tomoni.organisation.OrganisationChoice(o.id, o.name) FROM Organisation o"
            + " WHERE o.search LIKE LOWER(:like) OR o.nameKana LIKE :kanaLike ORDER BY o.nameKana, o.id")
    List<OrganisationChoice> choices(String like, String kanaLike, Pageable page);

    /** A group as it is looked for. */
    record Named(UUID id, String name, String kana) {}

    /** All groups, in the order of their readings. */
    @Query("SELECT new app.tomoni.organisation.Organisations$Named(o.id, o.name, o.nameKana) FROM Organisation o"
            + " ORDER BY o.nameKana, o.id")
    List<Named> named();

    long count();
}
