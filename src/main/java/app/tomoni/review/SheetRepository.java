package app.tomoni.review;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SheetRepository extends Repository<ScoreSheet, UUID> {

    ScoreSheet save(ScoreSheet sheet);

    List<ScoreSheet> saveAll(Iterable<ScoreSheet> sheets);

    @Query("select s from ScoreSheet s where s.proposal = :proposal and s.reviewer = :reviewer")
    Optional<ScoreSheet> of(UUID proposal, UUID reviewer);

    @Query("select s from ScoreSheet s where s.proposal = :proposal")
    List<ScoreSheet> ofProposal(UUID proposal);

    @Query("select s from ScoreSheet s where s.call = :call")
    List<ScoreSheet> ofCall(UUID call);

    @Query("select s from ScoreSheet s where s.call = :call and s.reviewer = :reviewer")
    List<ScoreSheet> ofReviewer(UUID call, UUID reviewer);
}
