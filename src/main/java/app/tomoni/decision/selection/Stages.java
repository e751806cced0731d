package app.tomoni.decision.selection;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The selections that have been opened. */
public interface Stages extends Repository<Stage, UUID> {

    public Stage save(Stage stage);

    public Optional<Stage> findById(UUID call);

    /** Nobody else asks or closes it until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("SELECT s FROM Stage s WHERE s.call = :call")
    public Optional<Stage> locked(UUID call);

    public List<Stage> findByCallIn(Collection<UUID> calls);

    public List<Stage> findByClosedAtIsNull();

    @Query("SELECT s.call FROM Stage s")
    public Set<UUID> opened();

    public List<Stage> findAllByOrderByOpenedAtDesc();
}
