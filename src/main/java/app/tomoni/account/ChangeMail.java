package app.tomoni.account;

import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts somebody's mail address right. Links that have gone to the former one work no more, and invitations that nobody
 * has accepted go out again; the former address is told, in case it was right.
 */
@Component
@Transactional
public class ChangeMail {

    private final People people;
    private final Invitations invitations;
    private final AccountEvents log;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    ChangeMail(
            People people,
            Invitations invitations,
            AccountEvents log,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.people = people;
        this.invitations = invitations;
        this.log = log;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Refusal when the mail address is no good or somebody else's */
    public void change(PersonId person, String mail) {
        if (people.withMail(mail).filter(person::equals).isPresent()) {
            return;
        }
        people.demandFree(mail);
        if (people.mail(person).isPresent()) {
            events.publishEvent(new MailChanging(person, People.address(mail), clock.instant()));
        }
        people.giveMail(person, mail);
        jdbc.sql("UPDATE password_reset SET used_at = ? WHERE person_id = ? AND used_at IS NULL")
                .param(OffsetDateTime.now(clock))
                .param(person.value())
                .update();
        jdbc.sql("DELETE FROM mail_change WHERE person_id = ?")
                .param(person.value())
                .update();
        invitations.openOf(person).stream()
                .filter(Invitations.Open::byMail)
                .forEach(open -> invitations.byMail(open.offer()));
        log.note("mail changed", person, Map.of());
    }
}
