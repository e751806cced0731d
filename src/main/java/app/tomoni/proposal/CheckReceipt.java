package app.tomoni.proposal;

import app.tomoni.shared.JapaneseText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.OffsetDateTime;
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
     * @param latest whether nothing was handed in for this number since
     * @param recalled whether the group has taken it back since and handed in nothing else
     */
    record Confirmed(String number, Instant submittedAt, int revision, int files, boolean latest, boolean recalled) {}

    private record Candidate(String sha256, Confirmed confirmed) {}

    private final JdbcClient jdbc;

    CheckReceipt(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Nothing when number and hash do not belong together, whichever of them is wrong. What was handed in again without a
     * change has the same hash: it is the last of these that counts.
     */
    @Transactional(readOnly = true)
    public Optional<Confirmed> check(String number, String sha256) {
        var hash = plain(sha256).toLowerCase(Locale.ROOT);
        var candidates = jdbc.sql("""
                        SELECT p.receipt_number, p.revision AS latest, p.recalled_at IS NOT NULL AS recalled, r.number, r.sha256, r.submitted_at,
                               jsonb_array_length(r.files) AS files
                        FROM proposal p JOIN revision r ON r.proposal_id = p.id WHERE p.receipt_number = ?
                        ORDER BY r.number DESC""")
                .param(plain(number).toUpperCase(Locale.ROOT))
                .query((row, line) -> new Candidate(
                        row.getString("sha256"),
                        new Confirmed(
                                row.getString("receipt_number"),
                                row.getObject("submitted_at", OffsetDateTime.class)
                                        .toInstant(),
                                row.getInt("number"),
                                row.getInt("files"),
                                row.getInt("number") == row.getInt("latest"),
                                row.getBoolean("recalled"))))
                .list();
        return candidates.stream()
                .filter(candidate -> same(candidate.sha256(), hash))
                .findFirst()
                .map(Candidate::confirmed);
    }

    /** As it was printed: what is copied from a page may hold spaces, and marks that keep it on one line. */
    private static String plain(String typed) {
        return JapaneseText.folded(typed).replaceAll("[\\s\\p{Cf}]", "");
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
