package app.tomoni.review;

import app.tomoni.shared.JapaneseDates;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is being typed into a sheet or a check: a row and a version per field, so that nothing is overwritten silently. */
@Component
class Entries {

    private final JdbcClient jdbc;
    private final Clock clock;

    Entries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Map<String, Typed> of(UUID subject) {
        return of(List.of(subject)).getOrDefault(subject, Map.of());
    }

    /** What is typed into each of them; a subject into which nobody typed is missing. */
    Map<UUID, Map<String, Typed>> of(Collection<UUID> subjects) {
        var all = new HashMap<UUID, Map<String, Typed>>();
        if (subjects.isEmpty()) {
            return all;
        }
        jdbc.sql("SELECT subject, field, value, version, changed_at FROM review_entry WHERE subject IN (:subjects)")
                .param("subjects", subjects)
                .query(row -> {
                    all.computeIfAbsent(row.getObject("subject", UUID.class), subject -> new HashMap<>())
                            .put(
                                    row.getString("field"),
                                    new Typed(
                                            row.getString("value"),
                                            row.getLong("version"),
                                            row.getObject("changed_at", OffsetDateTime.class)
                                                    .toInstant()));
                });
        return all;
    }

    /** @param basedOn the version that the page showed; 0 for a field nobody had typed into */
    Kept save(UUID subject, String field, String value, long basedOn) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (stored(subject, field, value, basedOn, now) == 1) {
            return new Kept.Stored(basedOn + 1, now);
        }
        var theirs = of(subject).get(field);
        if (theirs == null) {
            throw new IllegalStateException("version " + basedOn + " of a field that was never saved");
        }
        return theirs.value().equals(value)
                ? new Kept.Stored(theirs.version(), theirs.at())
                : new Kept.Conflict(theirs.value(), theirs.version(), theirs.at());
    }

    private int stored(UUID subject, String field, String value, long basedOn, Instant now) {
        var sql = basedOn == 0 ? """
                  INSERT INTO review_entry (subject, field, value, version, changed_at)
                  VALUES (:subject, :field, :value, 1, :now) ON CONFLICT DO NOTHING""" : """
                  UPDATE review_entry SET value = :value, version = version + 1, changed_at = :now
                  WHERE subject = :subject AND field = :field AND version = :basedOn""";
        var statement = jdbc.sql(sql)
                .param("subject", subject)
                .param("field", field)
                .param("value", value)
                .param("now", now.atZone(JapaneseDates.ZONE).toOffsetDateTime());
        return (basedOn == 0 ? statement : statement.param("basedOn", basedOn)).update();
    }

    /** Deletes one field of all sheets of a call. */
    void forget(UUID call, String field) {
        jdbc.sql("""
                        DELETE FROM review_entry WHERE field = :field
                          AND subject IN (SELECT id FROM score_sheet WHERE call_id = :call)""").param("field", field).param("call", call).update();
    }
}
