package app.tomoni.decision.selection;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** What runners-up were offered. */
public interface Offers extends Repository<Offer, UUID> {

    public Offer save(Offer offer);

    public Optional<Offer> findByProposalId(UUID proposal);

    public List<Offer> findByCallId(UUID call);
}
