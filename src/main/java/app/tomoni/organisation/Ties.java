package app.tomoni.organisation;

import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.PersonId;
import app.tomoni.shared.Ids;
import app.tomoni.shared.JapaneseText;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Sha256;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ties a person to the group they act for, by a code from a letter or by a check of documents at the desk.
 *
 * <p>A code has 60 random bits, is kept as its hash only, works once, and ends with its last day or with the next code.
 */
@Component
@Transactional
public class Ties {

    /** Without characters that look alike on paper. */
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int LENGTH = 12;
    private static final int VALID_DAYS = 30;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final Memberships memberships;
    private final Organisations organisations;
    private final Offices offices;
    private final OrganisationRecord record;
    private final Clock clock;

    Ties(
            JdbcClient jdbc,
            Memberships memberships,
            Organisations organisations,
            Offices offices,
            OrganisationRecord record,
            Clock clock) {
        this.jdbc = jdbc;
        this.memberships = memberships;
        this.organisations = organisations;
        this.offices = offices;
        this.record = record;
        this.clock = clock;
    }

    /**
     * A code for a letter, shown this once only.
     *
     * @param code {@code 7K3M-…}, in groups of four
     */
    public record LetterCode(String code, LocalDate lastDay) {}

    /** What is known of the code that was issued last. */
    public record Issued(LocalDate lastDay, java.time.Instant issuedAt, boolean used) {

        /** Whether it can still be typed in. */
        public boolean good(LocalDate today) {
            return !used && !lastDay.isBefore(today);
        }
    }

    /**
     * Issues a code for the group's letter; one issued before no longer works.
     *
     * @throws Refusal when who does this is not of the secretariat
     */
    public LetterCode issueCode(OrganisationId organisation, PersonId by) {
        if (!offices.holds(by, Office.SECRETARIAT, null)) {
            throw new Refusal("organisation.notForYou");
        }
        organisations.locked(organisation.value()).orElseThrow();
        revoke(organisation);
        var code = new StringBuilder();
        for (var place = 0; place < LENGTH; place++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        var lastDay = LocalDate.now(clock).plusDays(VALID_DAYS);
        jdbc.sql("""
                        INSERT INTO organisation_code (id, organisation_id, code_sha256, issued_at, issued_by, last_day)
                        VALUES (:id, :organisation, :hash, :now, :by, :lastDay)""")
                .param("id", Ids.next())
                .param("organisation", organisation.value())
                .param("hash", Sha256.of(code.toString()))
                .param("now", OffsetDateTime.now(clock))
                .param("by", by.value())
                .param("lastDay", lastDay)
                .update();
        record.codeIssued(organisation, lastDay, by);
        return new LetterCode(code.toString().replaceAll("(.{4})(?=.)", "$1-"), lastDay);
    }

    private void revoke(OrganisationId organisation) {
        jdbc.sql("UPDATE organisation_code SET revoked_at = :now"
                        + " WHERE organisation_id = :organisation AND revoked_at IS NULL")
                .param("now", OffsetDateTime.now(clock))
                .param("organisation", organisation.value())
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<Issued> lastCode(OrganisationId organisation) {
        return jdbc.sql("SELECT last_day, issued_at, used_at IS NOT NULL AS used FROM organisation_code"
                        + " WHERE organisation_id = ? AND revoked_at IS NULL ORDER BY issued_at DESC LIMIT 1")
                .param(organisation.value())
                .query((row, number) -> new Issued(
                        row.getObject("last_day", LocalDate.class),
                        row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("used")))
                .optional();
    }

    /** Whom a code has tied to which group. */
    record Redeemed(OrganisationId organisation, PersonId person) {}

    /** Who has used this code, when nothing else has ended it; a second click waits here for the first. */
    Optional<Redeemed> redeemed(String typed) {
        return jdbc.sql("""
                        SELECT organisation_id, used_by FROM organisation_code
                        WHERE code_sha256 = :hash AND revoked_at IS NULL AND last_day >= :today FOR UPDATE""")
                .param("hash", hash(typed))
                .param("today", LocalDate.now(clock))
                .query((row, number) -> {
                    var organisation = new OrganisationId(row.getObject("organisation_id", UUID.class));
                    return Optional.ofNullable(row.getObject("used_by", UUID.class))
                            .map(person -> new Redeemed(organisation, new PersonId(person)));
                })
                .optional()
                .flatMap(used -> used);
    }

    /**
     * Ties the person who typed the code to the group it was sent to, as its representative.
     *
     * @throws Refusal in the same words for every code that does not work
     */
    public OrganisationId redeem(String typed, PersonId person) {
        var found = jdbc.sql("""
                        UPDATE organisation_code SET used_at = :now, used_by = :person
                        WHERE code_sha256 = :hash AND used_at IS NULL AND revoked_at IS NULL AND last_day >= :today
                        RETURNING organisation_id""")
                .param("now", OffsetDateTime.now(clock))
                .param("person", person.value())
                .param("hash", hash(typed))
                .param("today", LocalDate.now(clock))
                .query(UUID.class)
                .optional()
                .map(OrganisationId::new);
        var organisation = found.orElseThrow(() -> new Refusal("organisation.code.unknown"));
        tie(organisation, person, Tie.Manner.LETTER, null, person);
        return organisation;
    }

    private static String hash(String typed) {
        return Sha256.of(JapaneseText.folded(typed).toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", ""));
    }

    /**
     * The secretariat has seen a document that shows who acts for the group.
     *
     * @param document its name
     * @throws Refusal without one, or when it is too long
     */
    public void checkedAtDesk(OrganisationId organisation, PersonId person, String document, PersonId by) {
        if (document.isBlank()) {
            throw new Refusal("organisation.tie.document.need");
        }
        Lengths.demand(document, Lengths.LINE);
        tie(organisation, person, Tie.Manner.DESK, document.strip(), by);
    }

    private void tie(
            OrganisationId organisation, PersonId person, Tie.Manner manner, @Nullable String document, PersonId by) {
        var group = organisations.locked(organisation.value()).orElseThrow();
        jdbc.sql("""
                        INSERT INTO organisation_tie (id, organisation_id, person_id, manner, document, tied_at, tied_by)
                        VALUES (:id, :organisation, :person, :manner, :document, :now, :by)""")
                .param("id", Ids.next())
                .param("organisation", organisation.value())
                .param("person", person.value())
                .param("manner", manner.name())
                .param("document", document)
                .param("now", OffsetDateTime.now(clock))
                .param("by", by.value())
                .update();
        group.tied(person, manner, by);
        organisations.save(group);
        memberships.tie(organisation, person);
    }

    /** How the group's people came to act for it, the latest first. */
    @Transactional(readOnly = true)
    public List<Tie> of(OrganisationId organisation) {
        return jdbc.sql("SELECT person_id, manner, document, tied_at, tied_by FROM organisation_tie"
                        + " WHERE organisation_id = ? ORDER BY tied_at DESC, id DESC")
                .param(organisation.value())
                .query((row, number) -> new Tie(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        Tie.Manner.valueOf(row.getString("manner")),
                        row.getString("document"),
                        row.getObject("tied_at", OffsetDateTime.class).toInstant(),
                        new PersonId(row.getObject("tied_by", UUID.class))))
                .list();
    }
}
