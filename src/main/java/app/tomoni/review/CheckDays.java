package app.tomoni.review;

import app.tomoni.proposal.ProposalId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When proposals were checked. */
@Component
public class CheckDays {

    private final JdbcClient jdbc;

    CheckDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When the last of these was decided on; none where none was. */
    public Optional<Instant> last(Collection<ProposalId> proposals) {
        return proposals.isEmpty()
                ? Optional.empty()
                : jdbc.sql("SELECT decided_at FROM formal_check WHERE proposal_id IN (:proposals)"
                                + " AND decided_at IS NOT NULL ORDER BY decided_at DESC LIMIT 1")
                        .param(
                                "proposals",
                                proposals.stream().map(ProposalId::value).toList())
                        .query(OffsetDateTime.class)
                        .optional()
                        .map(OffsetDateTime::toInstant);
    }
}
