package app.tomoni.account;

import app.tomoni.shared.JapaneseText;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

    /** Why no account can have what waits for the newcomer, and whom to ask; nothing where somebody's may. */
    @Transactional(readOnly = true)
    public Optional<Refusal> hindrance(PersonId newcomer) {
        return separable(newcomer)
                ? Optional.empty()
                : Optional.of(new Refusal(
                        ofStaff(newcomer) ? "account.invitation.known.ask.staff" : "account.invitation.known.ask"));
    }

    /**
     * Why this account cannot have all that waits for the newcomer, and whom to ask; nothing where it can. Of an
     * administrator nobody could tell whether they have let themselves in.
     */
    @Transactional(readOnly = true)
    public Optional<Refusal> hindrance(PersonId newcomer, PersonId account) {
        var invited = people.entry(newcomer).orElseThrow();
        var here = people.entry(account).orElseThrow();
        var staff = ofStaff(newcomer);
        if (!sameName(invited, here)) {
            return Optional.of(new Refusal(
                    staff ? "account.invitation.otherName.staff" : "account.invitation.otherName",
                    invited.name(),
                    here.name()));
        }
        var administrator = offices.holds(account, Office.ADMINISTRATOR, null);
        if (staff && administrator) {
            return Optional.of(new Refusal("account.invitation.notAsYou.administrator"));
        }
        if (administrator
                || newcomer.equals(account)
                || !separable(newcomer)
                || !waiting(newcomer).allMatch(office -> separation.goTogether(account, office))) {
            return Optional.of(
                    new Refusal(staff ? "account.invitation.notAsYou.staff" : "account.invitation.notAsYou"));
        }
        return Optional.empty();
    }

    /** Who is on a panel cannot be exchanged: ties are declared and sheets opened by person. */
    private boolean separable(PersonId newcomer) {
        return !people.newcomers(List.of(newcomer)).isEmpty()
                && deputies.around(newcomer).isEmpty()
                && waiting(newcomer).noneMatch(office -> office.scope() == Office.Scope.CALL);
    }

    private Stream<Office> waiting(PersonId newcomer) {
        return Stream.concat(
                offices.appointments(newcomer).stream().map(Offices.Held::office),
                invitations.openOf(newcomer).stream().map(open -> open.offer().office()));
    }

    /** Whether an administrator gives what waits, and not the secretariat. */
    private boolean ofStaff(PersonId newcomer) {
        return Stream.concat(
                        waiting(newcomer), deputies.around(newcomer).stream().map(Deputies.Deputy::office))
                .anyMatch(Office::ofStaff);
    }

    /** Either will do: whoever writes somebody down may have a character of the name wrong, or its reading. */
    private static boolean sameName(People.Entry one, People.Entry other) {
        return plain(one.name()).equals(plain(other.name()))
                || plain(one.kana()).equals(plain(other.kana()));
    }

    private static String plain(String name) {
        return JapaneseText.sortKey(name).replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }

    /** @throws Refusal when there is a {@link #hindrance} */
    public void join(PersonId newcomer, PersonId account) {
        jdbc.sql("SELECT id FROM person WHERE id IN (:both) ORDER BY id FOR UPDATE")
                .param("both", List.of(newcomer.value(), account.value()))
                .query(UUID.class)
                .list();
        hindrance(newcomer, account).ifPresent(refusal -> {
            throw refusal;
        });
        var today = LocalDate.now(clock);
        var moved = offices.appointments(newcomer);
        var open = invitations.openOf(newcomer);
        for (var held : moved) {
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
        // What it takes to part them by hand, should it turn out that they are two; an address stands in no record
        log.note(
                "same person",
                account,
                Map.of(
                        "newcomer", newcomer.toString(),
                        "offices", moved.stream().map(SamePerson::facts).toList(),
                        "invitations",
                                open.stream().map(each -> each.id().toString()).toList()));
    }

    private static Map<String, String> facts(Offices.Held held) {
        return Map.of(
                "office", held.office().key(),
                "scope", AccountEvents.text(held.scope()),
                "from", held.from().toString(),
                "to", held.to() == null ? "" : String.valueOf(held.to()));
    }
}
