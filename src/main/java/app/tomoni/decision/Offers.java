package app.tomoni.decision;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** What runners-up were offered. */
interface Offers extends Repository<Offer, UUID> {

    Offer save(Offer offer);

    Optional<Offer> findByProposalId(UUID proposal);

    List<Offer> findByCallId(UUID call);
}
