package app.tomoni.notice;

import app.tomoni.account.PersonId;
import app.tomoni.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people have been told, as it stands for each of them in the application: the same facts as in the subject of a
 * mail, also for those who have no mail address.
 */
@Component
@Transactional
public class Notices {

    /** Up to so many unread ones are counted. */
    public static final int MANY = 1_000;

    /**
     * What somebody was told.
     *
     * @param template names its words, {@code notice.<template>.subject}
     * @param title of the call it is about, where it is about one
     * @param day until or from when, where that has been told too
     * @param path where it leads
     */
    public record Notice(
            UUID id,
            String template,
            @Nullable String title,
            @Nullable Instant day,
            String path,
            Instant at,
            boolean unread) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Notices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Stands from now on for the person whom the mail is for; the same key a second time changes nothing. */
    void write(Mail mail) {
        if (mail.page() == null) {
            return;
        }
        jdbc.sql("""
                        INSERT INTO notice (id, idempotency_key, person_id, template, title, day, path, case_key, at)
                        VALUES (:id, :key, :person, :template, :title, :day, :path, :case, :now)
                        ON CONFLICT (idempotency_key) DO NOTHING""")
                .param("id", Ids.next())
                .param("key", mail.idempotencyKey())
                .param("person", mail.to().value())
                .param("template", mail.template())
                .param("title", mail.model().get("title"))
                .param("day", mail.day().map(this::at).orElse(null))
                .param("path", mail.page())
                .param("case", mail.caseKey())
                .param("now", at(clock.instant()))
                .update();
    }

    /**
     * What this person has been told, the latest first.
     *
     * @param skipped how many of the latest are left out
     */
    @Transactional(readOnly = true)
    public List<Notice> latest(PersonId person, int skipped, int most) {
        return jdbc.sql("""
                        SELECT id, template, title, day, path, at, read_at FROM notice WHERE person_id = ?
                        ORDER BY at DESC, id DESC LIMIT ? OFFSET ?""")
                .param(person.value())
                .param(most)
                .param(skipped)
                .query(Notices::notice)
                .list();
    }

    /** How many this person has not read, counted up to {@link #MANY}. */
    @Transactional(readOnly = true)
    public int unread(PersonId person) {
        return jdbc.sql(
                        "SELECT count(*) FROM (SELECT FROM notice WHERE person_id = ? AND read_at IS NULL LIMIT ?) unread")
                .param(person.value())
                .param(MANY)
                .query(Integer.class)
                .single();
    }

    /** This person has read it; somebody else's stays as it is. */
    public void read(UUID notice, PersonId person) {
        jdbc.sql("UPDATE notice SET read_at = ? WHERE id = ? AND person_id = ? AND read_at IS NULL")
                .param(at(clock.instant()))
                .param(notice)
                .param(person.value())
                .update();
    }

    /** This person has read everything up to then; what has come since they looked stays unread. */
    public void readAll(PersonId person, Instant until) {
        jdbc.sql("UPDATE notice SET read_at = ? WHERE person_id = ? AND at <= ? AND read_at IS NULL")
                .param(at(clock.instant()))
                .param(person.value())
                .param(at(until))
                .update();
    }

    private static Notice notice(ResultSet row, int number) throws SQLException {
        var day = row.getObject("day", OffsetDateTime.class);
        return new Notice(
                row.getObject("id", UUID.class),
                row.getString("template"),
                row.getString("title"),
                day == null ? null : day.toInstant(),
                row.getString("path"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("read_at") == null);
    }

    private OffsetDateTime at(Instant instant) {
        return instant.atZone(clock.getZone()).toOffsetDateTime();
    }
}
