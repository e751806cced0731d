package app.tomoni.organisation;

import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.shared.Ids;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How groups receive the city's letters: on paper, unless a representative has said, here or on paper, that a mail will do and the letter is
 * opened here. Every choice is kept, so that it can be shown what a group had agreed to and when.
 */
@Component
@Transactional
public class LetterChoices {

    /**
     * What was chosen last.
     *
     * @param by who chose, or who of the secretariat recorded it
     * @param received how and when the group told the city on paper; none where it chose here
     */
    public record Choice(
            boolean byMail,
            PersonId by,
            Instant at,
            @Nullable String received) {}

    private final JdbcClient jdbc;
    private final Organisations organisations;
    private final Memberships memberships;
    private final People people;
    private final Offices offices;
    private final OrganisationRecord record;
    private final Clock clock;

    LetterChoices(
            JdbcClient jdbc,
            Organisations organisations,
            Memberships memberships,
            People people,
            Offices offices,
            OrganisationRecord record,
            Clock clock) {
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.memberships = memberships;
        this.people = people;
        this.offices = offices;
        this.record = record;
        this.clock = clock;
    }

    /** The last choice; none where nobody has chosen yet, which means paper. */
    @Transactional(readOnly = true)
    public Optional<Choice> of(OrganisationId organisation) {
        return jdbc.sql("""
                        SELECT by_mail, chosen_by, chosen_at, received FROM letter_choice
                        WHERE organisation_id = ? ORDER BY id DESC LIMIT 1""")
                .param(organisation.value())
                .query((row, number) -> new Choice(
                        row.getBoolean("by_mail"),
                        new PersonId(row.getObject("chosen_by", UUID.class)),
                        row.getObject("chosen_at", OffsetDateTime.class).toInstant(),
                        row.getString("received")))
                .optional();
    }

    /** Those of these groups that have agreed to letters by mail. */
    @Transactional(readOnly = true)
    public Set<OrganisationId> byMail(Collection<OrganisationId> organisations) {
        if (organisations.isEmpty()) {
            return Set.of();
        }
        return jdbc
                .sql("""
                        SELECT organisation_id FROM (
                          SELECT DISTINCT ON (organisation_id) organisation_id, by_mail FROM letter_choice
                          WHERE organisation_id IN (:ids) ORDER BY organisation_id, id DESC) last
                        WHERE by_mail""")
                .param("ids", organisations.stream().map(OrganisationId::value).toList())
                .query(UUID.class)
                .list()
                .stream()
                .map(OrganisationId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * @throws Refusal when the person does not represent the group, or chooses mail without having an address for it
     */
    public void choose(OrganisationId organisation, boolean byMail, PersonId by) {
        organisations.locked(organisation.value()).orElseThrow();
        if (!memberships.mayRepresent(by, organisation)) {
            throw new Refusal("organisation.notForYou");
        }
        if (byMail && people.mail(by).isEmpty()) {
            throw new Refusal("organisation.letters.noMail");
        }
        keep(organisation, byMail, by, null);
    }

    /**
     * The secretariat records what the group has told on paper or at the desk.
     *
     * @param received how and when
     * @throws Refusal when that is missing, or nobody who represents the group has an address for mail
     */
    public void record(OrganisationId organisation, boolean byMail, String received, PersonId by) {
        organisations.locked(organisation.value()).orElseThrow();
        if (!offices.holds(by, Office.SECRETARIAT, null)) {
            throw new Refusal("organisation.notForYou");
        }
        if (received.isBlank()) {
            throw new Refusal("organisation.letters.received.missing");
        }
        Lengths.demand(received, Lengths.LINE);
        if (byMail
                && memberships.of(organisation).stream()
                        .filter(member -> Memberships.represents(member.office()))
                        .allMatch(member -> people.mail(member.person()).isEmpty())) {
            throw new Refusal("organisation.letters.nobodyHasMail");
        }
        keep(organisation, byMail, by, received.strip());
    }

    private void keep(OrganisationId organisation, boolean byMail, PersonId by, @Nullable String received) {
        if (of(organisation).map(Choice::byMail).orElse(false) == byMail) {
            return;
        }
        jdbc.sql("INSERT INTO letter_choice VALUES (?, ?, ?, ?, ?, ?)")
                .param(Ids.next())
                .param(organisation.value())
                .param(byMail)
                .param(by.value())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(received)
                .update();
        record.lettersChosen(organisation, byMail, received, by);
    }
}
