package app.tomoni.proposal;

import app.tomoni.shared.JapaneseText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says to anyone who holds a receipt whether the city wrote it; to anyone else nothing. */
@Component
class CheckReceipt {

    /**
     * What a true receipt vouches for.
     *
     * @param submittedAt the last time first; more than one where the same was handed in again without a change
     * @param latest whether nothing was handed in for this number since
     * @param recalled whether the group has taken it back since and handed in nothing else
     * @param withdrawn whether the group has withdrawn the proposal since; not when, nor why
     */
    record Confirmed(
            String number,
            List<Instant> submittedAt,
            int revision,
            int files,
            boolean latest,
            boolean recalled,
            boolean withdrawn) {}

    private record Submission(
            String sha256, Instant at, int revision, int files, boolean latest, boolean recalled, boolean withdrawn) {}

    private final JdbcClient jdbc;

    CheckReceipt(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Nothing when number and hash do not belong together, whichever of them is wrong. What was handed in again without a
     * change has the same hash: the receipts of all these are true, and it is the last of them that counts.
     */
    @Transactional(readOnly = true)
    public Optional<Confirmed> check(String number, String sha256) {
        var printed = plain(number).toUpperCase(Locale.ROOT);
        var hash = plain(sha256).toLowerCase(Locale.ROOT);
        var alike = submissions(printed).stream()
                .filter(submission -> same(submission.sha256(), hash))
                .toList();
        return alike.stream()
                .findFirst()
                .map(last -> new Confirmed(
                        printed,
                        alike.stream().map(Submission::at).toList(),
                        last.revision(),
                        last.files(),
                        last.latest(),
                        last.recalled(),
                        last.withdrawn()));
    }

    /** The last one first. */
    private List<Submission> submissions(String number) {
        return jdbc.sql("""
                        SELECT p.revision AS latest, p.recalled_at IS NOT NULL AS recalled,
                               p.withdrawn_at IS NOT NULL AS withdrawn, r.number, r.sha256, r.submitted_at,
                               jsonb_array_length(r.files) AS files
                        FROM proposal p JOIN revision r ON r.proposal_id = p.id WHERE p.receipt_number = ?
                        ORDER BY r.number DESC""")
                .param(number)
                .query((row, line) -> new Submission(
                        row.getString("sha256"),
                        row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                        row.getInt("number"),
                        row.getInt("files"),
                        row.getInt("number") == row.getInt("latest"),
                        row.getBoolean("recalled"),
                        row.getBoolean("withdrawn")))
                .list();
    }

    /** As it was printed: what is copied from a page may hold spaces, and marks that keep it on one line. */
    private static String plain(String typed) {
        return JapaneseText.folded(typed).replaceAll("[\\s\\p{Cf}]", "");
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
