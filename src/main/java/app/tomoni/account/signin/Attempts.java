package app.tomoni.account.signin;

import app.tomoni.shared.Sha256;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes guessing slow: after some failures the next attempt has to wait, longer each time. Nobody waits on a thread of
 * ours, nothing depends on whether the account exists, and nobody can keep the owner of an account out: a browser in
 * which the owner has signed in before has a count of its own.
 *
 * <p>A whole city hall may stand behind one address, where somebody mistypes every few minutes: of what an address has
 * failed, a little is forgotten each minute.
 */
@Component
class Attempts {

    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

    /** What is tried, and how fast waiting grows with failures. */
    private record Subject(String name, int free, Duration longest, boolean eases) {

        /** What has not been forgotten of the failures. */
        int failures(Row row, Instant now) {
            return eases ? (int) Math.max(0, row.failures() - minutes(row, now)) : row.failures();
        }

        /** From when the next minute is counted. */
        Instant easedAt(Row row, Instant now) {
            return failures(row, now) == 0 ? now : row.easedAt().plus(minutes(row, now), ChronoUnit.MINUTES);
        }

        private static long minutes(Row row, Instant now) {
            return Math.max(0, Duration.between(row.easedAt(), now).toMinutes());
        }

        Duration wait(int failures) {
            if (failures <= free) {
                return Duration.ZERO;
            }
            var seconds = 1L << Math.min(failures - free, 20);
            return seconds > longest.toSeconds() ? longest : Duration.ofSeconds(seconds);
        }
    }

    /** An attempt that has been let through and is counted as failed until it is told otherwise. */
    record Attempt(List<String> own, List<String> shared, Duration left) {

        /** Whether it has to wait: then it was not let through. */
        boolean early() {
            return left.isPositive();
        }

        /** At least one second when it has to wait. */
        long seconds() {
            return left.plusMillis(999).toSeconds();
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    Attempts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param what the account or the kind of code that is tried, as typed
     * @param browser the token of a browser known to belong to the account, or none
     */
    @Transactional
    Attempt begin(String what, String address, @Nullable String browser) {
        var account = what.strip().toLowerCase(Locale.ROOT);
        var network = network(address);
        var subjects = new ArrayList<Subject>();
        if (browser == null) {
            subjects.add(subject("account from address", 4, Duration.ofMinutes(15), false, account, network));
            subjects.add(subject("account", 30, Duration.ofSeconds(30), false, account));
            subjects.add(subject("address", 30, Duration.ofMinutes(2), true, network));
        } else {
            subjects.add(subject("account in known browser", 4, Duration.ofMinutes(15), false, account, browser));
        }
        subjects.sort(java.util.Comparator.comparing(Subject::name)); // one order for everyone: no deadlock
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as the database keeps it
        var wait = Duration.ZERO;
        var rows = new ArrayList<Row>();
        for (var subject : subjects) {
            var row = locked(subject.name(), now);
            var left = Duration.between(now, row.last().plus(subject.wait(subject.failures(row, now))));
            wait = left.compareTo(wait) > 0 ? left : wait;
            rows.add(row);
        }
        if (!wait.isPositive()) {
            for (var i = 0; i < subjects.size(); i++) {
                write(subjects.get(i), rows.get(i), now);
            }
        }
        var own = subjects.stream()
                .map(Subject::name)
                .filter(name -> !name.startsWith("address:"))
                .toList();
        var shared = subjects.stream()
                .map(Subject::name)
                .filter(name -> name.startsWith("address:"))
                .toList();
        return new Attempt(own, shared, wait);
    }

    /** The attempt was right: its subjects start anew, and the address gets back what the attempt had cost it. */
    @Transactional
    void succeeded(Attempt attempt) {
        jdbc.sql("DELETE FROM sign_in_failure WHERE subject IN (:own)")
                .param("own", attempt.own())
                .update();
        if (!attempt.shared().isEmpty()) {
            jdbc.sql("UPDATE sign_in_failure SET failures = greatest(failures - 1, 0) WHERE subject IN (:shared)")
                    .param("shared", attempt.shared())
                    .update();
        }
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
    @Transactional
    void forget() {
        jdbc.sql("DELETE FROM sign_in_failure WHERE last_at < ?")
                .param(at(clock.instant().minus(FORGOTTEN_AFTER)))
                .update();
    }

    private record Row(int failures, Instant last, Instant easedAt) {}

    private Row locked(String subject, Instant now) {
        jdbc.sql(
                        "INSERT INTO sign_in_failure (subject, failures, last_at, eased_at) VALUES (:subject, 0, :now, :now) ON CONFLICT DO NOTHING")
                .param("subject", subject)
                .param("now", at(now))
                .update();
        return jdbc.sql("SELECT failures, last_at, eased_at FROM sign_in_failure WHERE subject = ? FOR UPDATE")
                .param(subject)
                .query((row, number) -> new Row(
                        row.getInt("failures"),
                        row.getObject("last_at", OffsetDateTime.class).toInstant(),
                        row.getObject("eased_at", OffsetDateTime.class).toInstant()))
                .single();
    }

    private void write(Subject subject, Row before, Instant now) {
        jdbc.sql("UPDATE sign_in_failure SET failures = ?, last_at = ?, eased_at = ? WHERE subject = ?")
                .param(subject.failures(before, now) + 1)
                .param(at(now))
                .param(at(subject.easedAt(before, now)))
                .param(subject.name())
                .update();
    }

    private static Subject subject(String kind, int free, Duration longest, boolean eases, String... parts) {
        return new Subject(kind + ":" + Sha256.of(kind + '\0' + String.join("\0", parts)), free, longest, eases);
    }

    /** The address, or for IPv6 the network that one household has. */
    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        var parts = address.split(":");
        return String.join(":", List.of(parts).subList(0, Math.min(4, parts.length)));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atZone(ZoneId.systemDefault()).toOffsetDateTime();
    }
}
