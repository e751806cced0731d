package app.tomoni.account;

import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody was entered anew who has an account already: what was meant for the newcomer is the account's, and the
 * newcomer stands in no list any more.
 */
@Component
@Transactional
public class SamePerson {

    private final JdbcClient jdbc;
    private final People people;
    private final Offices offices;
    private final Invitations invitations;
    private final Deputies deputies;
    private final Separation separation;
    private final AccountEvents log;
    private final Clock clock;

    SamePerson(
            JdbcClient jdbc,
            People people,
            Offices offices,
            Invitations invitations,
            Deputies deputies,
            Separation separation,
            AccountEvents log,
            Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.offices = offices;
        this.invitations = invitations;
        this.deputies = deputies;
        this.separation = separation;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Whether the account can have all that waits for the newcomer. Who is on a panel cannot be exchanged so: ties are
     * declared and sheets opened by person.
     */
    @Transactional(readOnly = true)
    public boolean possible(PersonId newcomer, PersonId account) {
        return !newcomer.equals(account)
                && !people.newcomers(List.of(newcomer)).isEmpty()
                && deputies.around(newcomer).isEmpty()
                && Stream.concat(
                                offices.appointments(newcomer).stream().map(Offices.Held::office),
                                invitations.openOf(newcomer).stream()
                                        .map(open -> open.offer().office()))
                        .allMatch(office ->
                                office.scope() != Office.Scope.CALL && separation.goTogether(account, office));
    }

    /** @throws Refusal when it is not {@link #possible} */
    public void join(PersonId newcomer, PersonId account) {
        jdbc.sql("SELECT id FROM person WHERE id IN (:both) ORDER BY id FOR UPDATE")
                .param("both", List.of(newcomer.value(), account.value()))
                .query(UUID.class)
                .list();
        if (!possible(newcomer, account)) {
            throw new Refusal("account.invitation.notAsYou");
        }
        var today = LocalDate.now(clock);
        for (var held : offices.appointments(newcomer)) {
            var from = held.from().isBefore(today) ? today : held.from();
            offices.appoint(account, held.office(), held.scope(), from, held.to());
            offices.end(newcomer, held.office(), held.scope());
        }
        jdbc.sql("UPDATE invitation SET person_id = ? WHERE person_id = ? AND accepted_at IS NULL")
                .param(account.value())
                .param(newcomer.value())
                .update();
        jdbc.sql("UPDATE person SET same_as = ?, closed_at = ?, mail = NULL, version = version + 1 WHERE id = ?")
                .param(account.value())
                .param(OffsetDateTime.now(clock))
                .param(newcomer.value())
                .update();
        log.note("same person", account, Map.of("newcomer", newcomer.toString()));
    }
}
