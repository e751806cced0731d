package app.tomoni.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** Those of proposals that are before the panel; not those that their groups have taken back. */
    @Query("select s from ScoreSheet s where s.call = :call and s.restsSince is null")
    List<ScoreSheet> ofCall(UUID call);

    /** The reviewer's own among these. */
    @Query("select s from ScoreSheet s where s.call = :call and s.reviewer = :reviewer and s.restsSince is null")
    List<ScoreSheet> ofReviewer(UUID call, UUID reviewer);

    /** The proposals among those of the call that their groups have taken back from the panel. */
    @Query("select distinct s.proposal from ScoreSheet s where s.call = :call and s.restsSince is not null")
    Set<UUID> resting(UUID call);
}
