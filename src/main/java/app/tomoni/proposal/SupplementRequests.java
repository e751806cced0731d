package app.tomoni.proposal;

import app.tomoni.account.PersonId;
import app.tomoni.shared.Ids;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what groups were asked to add. */
@Component
class SupplementRequests {

    private final JdbcClient jdbc;
    private final SupplementDeadline deadline;
    private final Clock clock;

    SupplementRequests(JdbcClient jdbc, SupplementDeadline deadline, Clock clock) {
        this.jdbc = jdbc;
        this.deadline = deadline;
        this.clock = clock;
    }

    SupplementRequest ask(Proposal proposal, Map<String, String> comments, PersonId by) {
        if (comments.isEmpty()) {
            throw new Refusal("proposal.refusal.supplementEmpty");
        }
        if (comments.values().stream().anyMatch(String::isBlank)) {
            throw new Refusal("proposal.refusal.supplementComment");
        }
        var points = new ArrayList<SupplementRequest.Point>();
        comments.forEach((field, comment) -> points.add(new SupplementRequest.Point(field, comment.strip(), null)));
        var now = clock.instant();
        close(proposal.id(), now); // what was asked before is replaced by what is asked now
        var request = new SupplementRequest(
                Ids.next(), proposal.id(), points, now, by, deadline.of(proposal, now), null, null);
        add(request);
        return request;
    }

    private void add(SupplementRequest request) {
        jdbc.sql("""
                        INSERT INTO supplement_request (id, proposal_id, requested_at, requested_by, due_at)
                        VALUES (:id, :proposal, :at, :by, :due)""")
                .param("id", request.id())
                .param("proposal", request.proposal().value())
                .param("at", at(request.requestedAt()))
                .param("by", request.requestedBy().value())
                .param("due", at(request.dueAt()))
                .update();
        for (var position = 0; position < request.points().size(); position++) {
            var point = request.points().get(position);
            jdbc.sql(
                            "INSERT INTO supplement_point (request_id, position, field, comment) VALUES (:request, :position, :field, :comment)")
                    .param("request", request.id())
                    .param("position", position)
                    .param("field", point.field())
                    .param("comment", point.comment())
                    .update();
        }
    }

    List<SupplementRequest> of(ProposalId proposal) {
        return of(List.of(proposal));
    }

    private List<SupplementRequest> of(Collection<ProposalId> proposals) {
        var requests = new LinkedHashMap<UUID, SupplementRequest>();
        jdbc.sql("""
                        SELECT r.id, r.proposal_id, r.requested_at, r.requested_by, r.due_at, r.answered_at, r.revision, p.field, p.comment, p.done_at
                        FROM supplement_request r JOIN supplement_point p ON p.request_id = r.id
                        WHERE r.proposal_id IN (:proposals) ORDER BY r.requested_at, r.id, p.position""")
                .param("proposals", proposals.stream().map(ProposalId::value).toList())
                .query((row, line) ->
                        requests.merge(row.getObject("id", UUID.class), row(row), SupplementRequests::joined))
                .list();
        return List.copyOf(requests.values());
    }

    Optional<SupplementRequest> open(ProposalId proposal) {
        return Optional.ofNullable(open(List.of(proposal)).get(proposal));
    }

    /** One of each proposal that is asked something now. */
    Map<ProposalId, SupplementRequest> open(Collection<ProposalId> proposals) {
        return proposals.isEmpty()
                ? Map.of()
                : of(proposals).stream()
                        .filter(SupplementRequest::isOpen)
                        .collect(Collectors.toMap(
                                SupplementRequest::proposal, Function.identity(), (first, later) -> first));
    }

    /** Notes whether the group has put a point right. */
    void mark(UUID request, String field, boolean done) {
        jdbc.sql("UPDATE supplement_point SET done_at = :at WHERE request_id = :request AND field = :field")
                .param("at", done ? at(clock.instant()) : null)
                .param("request", request)
                .param("field", field)
                .update();
    }

    void answered(UUID request, int revision, Instant at) {
        jdbc.sql("UPDATE supplement_request SET answered_at = :at, revision = :revision WHERE id = :id")
                .param("at", at(at))
                .param("revision", revision)
                .param("id", request)
                .update();
    }

    /** Ends what is still open, when the secretariat goes on without an answer. */
    void close(ProposalId proposal, Instant at) {
        jdbc.sql(
                        "UPDATE supplement_request SET answered_at = :at WHERE proposal_id = :proposal AND answered_at IS NULL")
                .param("at", at(at))
                .param("proposal", proposal.value())
                .update();
    }

    private static SupplementRequest row(ResultSet row) throws SQLException {
        var point =
                new SupplementRequest.Point(row.getString("field"), row.getString("comment"), instant(row, "done_at"));
        return new SupplementRequest(
                row.getObject("id", UUID.class),
                new ProposalId(row.getObject("proposal_id", UUID.class)),
                List.of(point),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                new PersonId(row.getObject("requested_by", UUID.class)),
                instant(row, "due_at"),
                instant(row, "answered_at"),
                row.getObject("revision", Integer.class));
    }

    private static SupplementRequest joined(SupplementRequest one, SupplementRequest other) {
        var points = new ArrayList<>(one.points());
        points.addAll(other.points());
        return new SupplementRequest(
                one.id(),
                one.proposal(),
                points,
                one.requestedAt(),
                one.requestedBy(),
                one.dueAt(),
                one.answeredAt(),
                one.revision());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(JapaneseDates.ZONE).toOffsetDateTime();
    }
}
