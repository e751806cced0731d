package app.tomoni.proposal;

import app.tomoni.account.PersonId;
import app.tomoni.document.FileId;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The rows of revisions: added, read, never changed. */
@Component
class Revisions {

    private static final String COLUMNS =
            "SELECT proposal_id, number, bytes, sha256, form_release, submitted_at, submitted_by, files FROM revision ";

    private final JdbcClient jdbc;

    Revisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Revision revision) {
        var files = Json.array();
        revision.files()
                .forEach(file -> files.addObject()
                        .put("id", file.id().value().toString())
                        .put("name", file.name())
                        .put("size", file.size())
                        .put("sha256", file.sha256()));
        jdbc.sql("""
                        INSERT INTO revision (proposal_id, number, bytes, sha256, form_release, submitted_at, submitted_by, files)
                        VALUES (:proposal, :number, :bytes, :sha256, :release, :at, :by, :files::jsonb)""")
                .param("proposal", revision.proposal().value())
                .param("number", revision.number())
                .param("bytes", revision.bytes())
                .param("sha256", revision.sha256())
                .param("release", revision.formRelease())
                .param("at", revision.submittedAt().atZone(JapaneseDates.ZONE).toOffsetDateTime())
                .param("by", revision.submittedBy().value())
                .param("files", files.toString())
                .update();
    }

    Optional<Revision> latest(ProposalId proposal) {
        return jdbc.sql(COLUMNS + "WHERE proposal_id = ? ORDER BY number DESC LIMIT 1")
                .param(proposal.value())
                .query(Revisions::row)
                .optional();
    }

    /** The latest of each that has one. */
    List<Revision> latest(Collection<ProposalId> proposals) {
        return proposals.isEmpty()
                ? List.of()
                : jdbc.sql(COLUMNS.replace("SELECT", "SELECT DISTINCT ON (proposal_id)")
                                + "WHERE proposal_id IN (:ids) ORDER BY proposal_id, number DESC")
                        .param("ids", proposals.stream().map(ProposalId::value).toList())
                        .query(Revisions::row)
                        .list();
    }

    List<Revision> of(ProposalId proposal) {
        return jdbc.sql(COLUMNS + "WHERE proposal_id = ? ORDER BY number")
                .param(proposal.value())
                .query(Revisions::row)
                .list();
    }

    private static Revision row(ResultSet row, int line) throws SQLException {
        var files = Json.parse(row.getString("files"))
                .valueStream()
                .map(Revisions::file)
                .toList();
        return new Revision(
                new ProposalId(row.getObject("proposal_id", UUID.class)),
                row.getInt("number"),
                row.getBytes("bytes"),
                row.getString("sha256"),
                row.getString("form_release"),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                new PersonId(row.getObject("submitted_by", UUID.class)),
                files);
    }

    private static Revision.AttachedFile file(JsonNode file) {
        return new Revision.AttachedFile(
                new FileId(UUID.fromString(file.get("id").asString())),
                file.get("name").asString(),
                file.get("size").asLong(),
                file.get("sha256").asString());
    }
}
