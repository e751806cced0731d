package app.tomoni.form;

import app.tomoni.account.PersonId;
import app.tomoni.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people are typing, a row and a version per field, so that two people or two tabs never overwrite each other
 * unseen and different fields never get in each other's way.
 *
 * <p>A subject names what is being written: {@code proposal:<uuid>}, {@code task:<task>:<person>}. Whether a person may
 * write there is for the caller to know, at each save.
 */
@Component
@Transactional
public class WorkingCopies {

    /** In bytes of UTF-8. */
    static final int LONGEST_VALUE = 1_000_000;

    /** The version to name when a field has not been saved before. */
    public static final long NEW = 0;

    private final JdbcClient jdbc;
    private final Clock clock;

    WorkingCopies(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The saved fields; none when nothing has been typed yet. */
    @Transactional(readOnly = true)
    public Map<String, WorkingField> open(String subject) {
        var fields = new LinkedHashMap<String, WorkingField>();
        jdbc.sql("SELECT field, value, version, saved_by, saved_at FROM working_field WHERE subject = ? ORDER BY field")
                .param(subject)
                .query((row, number) -> fields.put(row.getString("field"), working(row)))
                .list();
        return fields;
    }

    /** The versions of all fields in one number, another one after each save: whether there is anything new to read. */
    @Transactional(readOnly = true)
    public long version(String subject) {
        return jdbc.sql("SELECT coalesce(sum(version), 0) FROM working_field WHERE subject = ?")
                .param(subject)
                .query(Long.class)
                .single();
    }

    /** What is saved of one field in each of these subjects; a subject without it is not named. */
    @Transactional(readOnly = true)
    public Map<String, String> values(Collection<String> subjects, String field) {
        var values = new HashMap<String, String>();
        if (!subjects.isEmpty()) {
            jdbc.sql("SELECT subject, value FROM working_field WHERE field = :field AND subject IN (:subjects)")
                    .param("field", field)
                    .param("subjects", subjects)
                    .query((row, number) -> values.put(row.getString("subject"), row.getString("value")))
                    .list();
        }
        return values;
    }

    /**
     * The saved fields, with the promise that nobody saves another one before the transaction of the caller ends: what
     * is submitted is what has been saved. A save that waits meanwhile finds the copy {@link Saved.Gone} if the caller
     * discards it or puts it by.
     */
    public Map<String, WorkingField> hold(String subject) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 40))")
                .param(subject)
                .query((row, number) -> 0)
                .list();
        return open(subject);
    }

    /** Keeps one field as typed, where the caller knows that it may be written. */
    public Saved save(String subject, String field, String value, long basedOn, PersonId by) {
        return save(subject, field, value, basedOn, by, () -> true);
    }

    /**
     * Keeps one field as typed, as long as it may be written.
     *
     * @param basedOn the version that the person saw when typing, or {@link #NEW}
     * @param writable asked while nobody can {@link #hold} the subject, so that what was submitted in the meantime is
     *     known; the field is {@link Saved.Gone} when it says no
     * @throws Refusal when the text is longer than a megabyte
     */
    public Saved save(String subject, String field, String value, long basedOn, PersonId by, BooleanSupplier writable) {
        requireKeepable(value);
        if (!mayWrite(subject, writable)) {
            return new Saved.Gone();
        }
        var now = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
        var statement = basedOn == NEW ? """
                INSERT INTO working_field (subject, field, value, version, saved_by, saved_at)
                VALUES (:subject, :field, :value, nextval('working_version'), :by, :now)
                ON CONFLICT DO NOTHING RETURNING version""" : """
                UPDATE working_field SET value = :value, version = nextval('working_version'),
                    saved_by = :by, saved_at = :now
                WHERE subject = :subject AND field = :field AND version = :basedOn RETURNING version""";
        var version = jdbc.sql(statement)
                .param("subject", subject)
                .param("field", field)
                .param("value", value)
                .param("by", by.value())
                .param("now", now)
                .param("basedOn", basedOn)
                .query(Long.class)
                .optional();
        return version.isPresent()
                ? new Saved.Stored(version.get(), now.toInstant())
                : metAnother(subject, field, value);
    }

    private static void requireKeepable(String value) {
        var size = value.getBytes(StandardCharsets.UTF_8).length;
        if (size > LONGEST_VALUE) {
            throw new Refusal("form.keep.too-large", LONGEST_VALUE / 1000, size / 1000);
        }
        if (value.indexOf('\0') >= 0) {
            throw new Refusal("form.keep.control-character");
        }
    }

    /** Asked while nobody can {@link #hold} the subject until the transaction ends. */
    private boolean mayWrite(String subject, BooleanSupplier writable) {
        jdbc.sql("SELECT pg_advisory_xact_lock_shared(hashtextextended(?, 40))")
                .param(subject)
                .query((row, number) -> 0)
                .list();
        return writable.getAsBoolean();
    }

    /**
     * Keeps beside a field what met {@link Saved.Conflict} there, until the person has chosen; one text each.
     *
     * @throws Refusal as when it is saved
     */
    public void setAside(String subject, String field, String value, PersonId by, BooleanSupplier writable) {
        requireKeepable(value);
        if (mayWrite(subject, writable)) {
            jdbc.sql("""
                    INSERT INTO working_aside (subject, field, person_id, value, put_at) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (subject, field, person_id) DO UPDATE SET value = excluded.value, put_at = excluded.put_at""")
                    .params(subject, field, by.value(), value, OffsetDateTime.now(clock))
                    .update();
        }
    }

    /** What lies beside the fields, of everybody, the oldest first. */
    @Transactional(readOnly = true)
    public List<Aside> aside(String subject) {
        return jdbc.sql("SELECT field, person_id, value FROM working_aside WHERE subject = ? ORDER BY put_at, field")
                .param(subject)
                .query((row, number) -> new Aside(
                        row.getString("field"),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("value")))
                .list();
    }

    /** The person has chosen. */
    public void clearAside(String subject, String field, PersonId by) {
        jdbc.sql("DELETE FROM working_aside WHERE subject = ? AND field = ? AND person_id = ?")
                .params(subject, field, by.value())
                .update();
    }

    private Saved metAnother(String subject, String field, String value) {
        return jdbc.sql("SELECT value, version, saved_by, saved_at FROM working_field WHERE subject = ? AND field = ?")
                .param(subject)
                .param(field)
                .query((row, number) -> working(row))
                .optional()
                .<Saved>map(theirs -> theirs.value().equals(value)
                        ? new Saved.Stored(theirs.version(), theirs.savedAt())
                        : new Saved.Conflict(theirs.value(), theirs.savedBy(), theirs.savedAt(), theirs.version()))
                .orElseGet(Saved.Gone::new);
    }

    /** Begins again from these values, whatever stood there; what lies beside the fields stays. */
    public void replace(String subject, Map<String, String> values, PersonId by) {
        hold(subject);
        jdbc.sql("DELETE FROM working_field WHERE subject = ?").param(subject).update();
        values.forEach((field, value) -> save(subject, field, value, NEW, by));
    }

    /** Nobody reads or writes it any more, until it is {@linkplain #bringBack brought back} as it was. */
    public void putBy(String subject) {
        rename(subject, putByName(subject));
    }

    /**
     * Who saved what, when, and what lies beside the fields, as when it was put by.
     *
     * @return whether there was anything put by
     */
    public boolean bringBack(String subject) {
        hold(subject);
        return rename(putByName(subject), subject);
    }

    private boolean rename(String from, String to) {
        jdbc.sql("UPDATE working_aside SET subject = ? WHERE subject = ?")
                .params(to, from)
                .update();
        return jdbc.sql("UPDATE working_field SET subject = ? WHERE subject = ?")
                        .params(to, from)
                        .update()
                > 0;
    }

    private static String putByName(String subject) {
        return "put-by:" + subject;
    }

    /** Of what was put by, too. */
    public void discard(String subject) {
        for (var name : List.of(subject, putByName(subject))) {
            jdbc.sql("DELETE FROM working_aside WHERE subject = ?").param(name).update();
            jdbc.sql("DELETE FROM working_field WHERE subject = ?").param(name).update();
        }
    }

    private static WorkingField working(ResultSet row) throws SQLException {
        return new WorkingField(
                row.getString("value"),
                row.getLong("version"),
                new PersonId(row.getObject("saved_by", UUID.class)),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }
}
