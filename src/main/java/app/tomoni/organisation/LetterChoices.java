package app.tomoni.organisation;

import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.shared.Ids;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How groups receive the city's letters: on paper, unless a representative has said that a mail will do and the letter is
 * opened here. Every choice is kept, so that it can be shown what a group had agreed to and when.
 */
@Component
@Transactional
public class LetterChoices {

    /** What was chosen last, and by whom. */
    public record Choice(boolean byMail, PersonId by, Instant at) {}

    private final JdbcClient jdbc;
    private final Organisations organisations;
    private final Memberships memberships;
    private final People people;
    private final Clock clock;

    LetterChoices(JdbcClient jdbc, Organisations organisations, Memberships memberships, People people, Clock clock) {
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.memberships = memberships;
        this.people = people;
        this.clock = clock;
    }

    /** The last choice; none where nobody has chosen yet, which means paper. */
    @Transactional(readOnly = true)
    public Optional<Choice> of(OrganisationId organisation) {
        return jdbc.sql("""
                        SELECT by_mail, chosen_by, chosen_at FROM letter_choice
                        WHERE organisation_id = ? ORDER BY id DESC LIMIT 1""")
                .param(organisation.value())
                .query((row, number) -> new Choice(
                        row.getBoolean("by_mail"),
                        new PersonId(row.getObject("chosen_by", UUID.class)),
                        row.getObject("chosen_at", OffsetDateTime.class).toInstant()))
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
        if (of(organisation).map(Choice::byMail).orElse(false) == byMail) {
            return;
        }
        jdbc.sql("INSERT INTO letter_choice VALUES (?, ?, ?, ?, ?)")
                .param(Ids.next())
                .param(organisation.value())
                .param(byMail)
                .param(by.value())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
