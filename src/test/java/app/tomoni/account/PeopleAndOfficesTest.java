package app.tomoni.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.tomoni.IntegrationTest;
import app.tomoni.TestClock;
import app.tomoni.shared.Ids;
import app.tomoni.shared.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class PeopleAndOfficesTest {

    @Autowired
    private People people;

    @Autowired
    private Offices offices;

    @Autowired
    private Preferences preferences;

    @Autowired
    private Deputies deputies;

    @Autowired
    private Departments departments;

    @Autowired
    private Invitations invitations;

    @Autowired
    private City city;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    private final LocalDate today = LocalDate.now();

    @AfterEach
    void backToTheRealClock() {
        clock.reset();
    }

    private PersonId somebody() {
        return people.add("佐藤 恵", "さとう めぐみ", "megumi" + Ids.next() + "@example.jp");
    }

    @Test
    void whatSomebodyChoseIsTheirsAndThereAgainAndNothingElseIsKept() {
        var person = somebody();
        assertThat(preferences.of(person)).isEmpty();

        preferences.choose(person, Preference.SINGLE_KEYS, "true");
        preferences.choose(person, Preference.SINGLE_KEYS, "false");
        preferences.choose(person, Preference.PROPOSAL_SHARE, "60");

        assertThat(preferences.of(person))
                .isEqualTo(Map.of(Preference.SINGLE_KEYS, "false", Preference.PROPOSAL_SHARE, "60"));
        assertThat(preferences.of(somebody())).isEmpty();
        assertThatThrownBy(() -> preferences.choose(person, Preference.PROPOSAL_SHARE, "広く"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDeputyUsesTheOfficeOnlyWithinTheDaysAndWhileItIsHeld() {
        var head = somebody();
        var deputy = somebody();
        var department = departments.add("課" + Ids.next(), "か");
        offices.appoint(head, Office.DEPARTMENT_HEAD, department, today, null);
        deputies.appoint(deputy, head, Office.DEPARTMENT_HEAD, department, today.plusDays(1), today.plusDays(3));

        assertThat(offices.holding(deputy, Office.DEPARTMENT_HEAD, department)).isEmpty();
        clock.advance(Duration.ofDays(1));
        assertThat(offices.holding(deputy, Office.DEPARTMENT_HEAD, department))
                .get()
                .extracting(Holding::actingFor)
                .isEqualTo(head);
        assertThat(offices.users(List.of(Office.DEPARTMENT_HEAD))).contains(head, deputy);
        offices.end(head, Office.DEPARTMENT_HEAD, department);
        assertThat(offices.users(List.of(Office.DEPARTMENT_HEAD)))
                .as("nor is a mail written to them as such")
                .doesNotContain(head, deputy);
        assertThat(offices.holding(deputy, Office.DEPARTMENT_HEAD, department)).isEmpty();
    }

    @Test
    void whoHoldsAnOfficeActsInTheirOwnRightEvenAsADeputy() {
        var one = somebody();
        var other = somebody();
        offices.appoint(one, Office.FINANCE, null, today, null);
        offices.appoint(other, Office.FINANCE, null, today, null);
        deputies.appoint(one, other, Office.FINANCE, null, today, today);

        assertThat(offices.holding(one, Office.FINANCE, null))
                .get()
                .extracting(Holding::actingFor)
                .isNull();
    }

    @Test
    void nobodyStandsInForAReviewerForThemselvesOrForNoOffice() {
        var one = somebody();
        var other = somebody();
        offices.appoint(one, Office.REVIEWER, new UUID(1, 1), today, null);

        assertThatThrownBy(() -> deputies.appoint(other, one, Office.REVIEWER, new UUID(1, 1), today, today))
                .hasMessageContaining("personal");
        assertThatThrownBy(() -> deputies.appoint(one, one, Office.FINANCE, null, today, today))
                .hasMessageContaining("self");
        assertThatThrownBy(() -> deputies.appoint(other, one, Office.FINANCE, null, today, today))
                .hasMessageContaining("deputy.office");
        assertThatThrownBy(() -> deputies.appoint(other, one, Office.FINANCE, null, today, today.minusDays(1)))
                .hasMessageContaining("days");
    }

    /** Somebody who is the only administrator now. */
    private PersonId onlyAdministrator() {
        var only = somebody();
        offices.appoint(only, Office.ADMINISTRATOR, null, today, null);
        offices.holders(Office.ADMINISTRATOR, null).stream()
                .filter(person -> !person.equals(only))
                .forEach(person -> offices.end(person, Office.ADMINISTRATOR, null));
        return only;
    }

    @Test
    void theLastAdministratorStays() {
        var last = onlyAdministrator();

        assertThatThrownBy(() -> offices.end(last, Office.ADMINISTRATOR, null)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> people.close(last)).isInstanceOf(Refusal.class);
    }

    @Test
    void anAdministratorWhoseAccountIsClosedCannotTakeTheLastOnesPlace() {
        var last = onlyAdministrator();
        var closed = somebody();
        offices.appoint(closed, Office.ADMINISTRATOR, null, today, null);
        people.close(closed);

        assertThatThrownBy(() -> offices.end(last, Office.ADMINISTRATOR, null)).isInstanceOf(Refusal.class);
    }

    @Test
    void whoHasNeverSignedInCannotTakeTheLastAdministratorsPlaceEither() {
        var last = onlyAdministrator();
        jdbc.sql("INSERT INTO credential (person_id, password, changed_at) VALUES (?, 'hash', now())")
                .param(last.value())
                .update();
        var invited = somebody();
        offices.appoint(invited, Office.ADMINISTRATOR, null, today, null);

        assertThatThrownBy(() -> offices.end(last, Office.ADMINISTRATOR, null)).isInstanceOf(Refusal.class);

        offices.end(invited, Office.ADMINISTRATOR, null);
        assertThat(offices.holders(Office.ADMINISTRATOR, null)).containsExactly(last);
        jdbc.sql("DELETE FROM credential WHERE person_id = ?")
                .param(last.value())
                .update();
    }

    @Test
    void ofTwoAdministratorsWhoEndEachOtherOneStays() {
        var one = onlyAdministrator();
        var other = somebody();
        offices.appoint(other, Office.ADMINISTRATOR, null, today, null);

        var second = Objects.requireNonNull(transactions.execute(status -> {
            offices.end(other, Office.ADMINISTRATOR, null);
            var running = CompletableFuture.runAsync(() -> offices.end(one, Office.ADMINISTRATOR, null));
            await().until(() -> jdbc.sql("""
                                SELECT count(*) FROM pg_stat_activity
                                WHERE wait_event_type = 'Lock' AND query LIKE '%office_holding%'""").query(Integer.class).single() > 0);
            return running;
        }));

        assertThatThrownBy(second::join).hasCauseInstanceOf(Refusal.class);
        assertThat(offices.holders(Office.ADMINISTRATOR, null)).containsExactly(one);
    }

    @Test
    void ofTwoWhoTakeOneMailAddressAtOnceTheSecondIsToldThatItIsTaken() {
        var mail = "Tomo-" + Ids.next() + "@example.jp";
        var second = somebody();
        for (Runnable taking : List.<Runnable>of(
                () -> people.giveMail(second, mail.toLowerCase(Locale.ROOT)), () -> people.add("誰か", "だれか", mail))) {
            var first = somebody();
            var waiting = Objects.requireNonNull(transactions.execute(status -> {
                people.giveMail(first, mail);
                var running = CompletableFuture.runAsync(taking);
                await().until(() -> jdbc.sql("""
                                SELECT count(*) FROM pg_stat_activity
                                WHERE wait_event_type = 'Lock' AND query LIKE '%person%'""").query(Integer.class).single() > 0);
                return running;
            }));

            assertThatThrownBy(waiting::join)
                    .hasCauseInstanceOf(Refusal.class)
                    .hasMessageContaining("account.mail.taken");
            assertThat(people.withMail(mail)).contains(first);
            jdbc.sql("UPDATE person SET mail = NULL WHERE id = ?")
                    .param(first.value())
                    .update();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name",
                "a@b@c.jp",
                "a b@example.jp",
                "a@example.jp\r\nBcc: x@example.jp",
                "a@example.jp, b@example.jp",
                "\"x\"@example.jp",
                "<a@example.jp>",
                "名前@example.jp"
            })
    void aMailAddressIsOneMailboxAndNothingElse(String mail) {
        assertThatThrownBy(() -> people.add("誰か", "だれか", mail)).hasMessageContaining("mail.wrong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"大河内　ＡＢ雄", "大河内 AB雄", "大河内ab雄", "おおこうち　えーびーお", "ｵｵｺｳﾁ ｴｰﾋﾞｰｵ"})
    void somebodyIsFoundHoweverWideTheirNameIsTyped(String typed) {
        var person = people.add("大河内　ＡＢ雄", "おおこうち　えーびーお", null);

        assertThat(people.search(typed, 1000)).extracting(People.Entry::person).contains(person);
    }

    @Test
    void aNameHoldsOneOrdinarySpaceWhereverAnyWereTyped() {
        var person = people.add("　石橋　\u2003晴\u200b ", "イシバシ　　ハル", null);
        assertThat(people.name(person)).isEqualTo("石橋 晴");

        people.rename(person, "石橋　晴子", "イシバシ　ハルコ");

        assertThat(people.name(person)).isEqualTo("石橋 晴子");
        assertThatThrownBy(() -> people.add("\u00a0\u200b", "ハル", null)).isInstanceOf(Refusal.class);
    }

    @Test
    void aMailAddressBelongsToOnePerson() {
        people.add("一人目", "ひとりめ", "One@example.jp");

        assertThatThrownBy(() -> people.add("二人目", "ふたりめ", " one@EXAMPLE.jp ")).hasMessageContaining("taken");
    }

    @Test
    void anInvitationAppointsOnceAndOnlyWithinFourteenDays() {
        var person = somebody();
        var offer = new Invitations.Offer(person, Office.APPROVER, null, today, null);
        var code = invitations.byCode(offer);

        var typed = code.toLowerCase(java.util.Locale.ROOT).replace("-", "　");
        assertThat(invitations.accept(typed)).isEqualTo(offer);

        assertThat(offices.holds(person, Office.APPROVER, null)).isTrue();
        assertThatThrownBy(() -> invitations.accept(code)).hasMessageContaining("gone");
        var late = invitations.byCode(offer);
        clock.advance(Duration.ofDays(14).plusSeconds(1));
        assertThat(invitations.opened(late)).isEmpty();
        assertThatThrownBy(() -> invitations.accept(late)).hasMessageContaining("gone");
    }

    @Test
    void whoHoldsTheOfficeAlreadyHoldsItOnceAndForBothPeriods() {
        var person = somebody();
        offices.appoint(person, Office.APPROVER, null, today.minusDays(10), today.plusDays(10));

        invitations.accept(
                invitations.byCode(new Invitations.Offer(person, Office.APPROVER, null, today, today.plusDays(30))));
        assertThat(offices.appointments(person))
                .containsExactly(new Offices.Held(Office.APPROVER, null, today.minusDays(10), today.plusDays(30)));
        invitations.accept(
                invitations.byCode(new Invitations.Offer(person, Office.APPROVER, null, today.minusDays(20), null)));
        invitations.accept(
                invitations.byCode(new Invitations.Offer(person, Office.APPROVER, null, today, today.plusDays(5))));
        assertThat(offices.appointments(person))
                .containsExactly(new Offices.Held(Office.APPROVER, null, today.minusDays(20), null));
    }

    @Test
    void aPeriodBetweenTwoJoinsThem() {
        var person = somebody();
        offices.appoint(person, Office.APPROVER, null, today, today.plusDays(10));
        offices.appoint(person, Office.APPROVER, null, today.plusDays(20), today.plusDays(30));

        offices.appoint(person, Office.APPROVER, null, today.plusDays(5), today.plusDays(25));

        assertThat(offices.appointments(person))
                .containsExactly(new Offices.Held(Office.APPROVER, null, today, today.plusDays(30)));
    }

    @Test
    void anOfficeThatBeginsAfterTheOldOneHasEndedIsAnother() {
        var person = somebody();
        offices.appoint(person, Office.APPROVER, null, today, today.plusDays(10));
        offices.appoint(person, Office.APPROVER, null, today.plusDays(20), null);

        assertThat(offices.appointments(person)).hasSize(2);
    }

    @Test
    void anInvitationThatWasWithdrawnOpensNothing() {
        var person = somebody();
        var code = invitations.byCode(new Invitations.Offer(person, Office.APPROVER, null, today, null));

        invitations.withdraw(invitations.openOf(person).getFirst().id());

        assertThat(invitations.opened(code)).isEmpty();
        assertThat(offices.heldBy(person)).isEmpty();
    }

    @Test
    void whatWasDoneToOfficesIsNotedForEver() {
        var person = somebody();
        offices.appoint(person, Office.AUDITOR, null, today, null);
        offices.end(person, Office.AUDITOR, null);

        assertThat(jdbc.sql("SELECT kind FROM account_event WHERE about = ? ORDER BY id")
                        .param(person.value())
                        .query(String.class)
                        .list())
                .isEqualTo(List.of("appointed", "office ended"));
        assertThatThrownBy(() -> jdbc.sql("UPDATE account_event SET kind = 'x'").update())
                .hasMessageContaining("never changed");
    }

    @Test
    void departmentsHaveOneNameEachAndKeepItWhenClosed() {
        var id = departments.add("子育て支援課", "こそだてしえんか");

        assertThatThrownBy(() -> departments.add("子育て支援課 ", "こそだてしえんか")).hasMessageContaining("taken");
        departments.close(id);

        assertThat(departments.open()).extracting(Departments.Department::id).doesNotContain(id);
        assertThat(departments.name(id)).isEqualTo("子育て支援課");
    }

    @Test
    void theSymbolOfLettersIsMadeOfLettersAlone() {
        var before = city.names().letterSymbol();
        for (var wrong : List.of("", "　", "市1", "市/協", "市 協", "市".repeat(11))) {
            assertThatThrownBy(() -> city.rename(new City.Names("市", "制度", "事務局", "", wrong)))
                    .hasMessageContaining("account.city.letterSymbol.wrong");
        }
        assertThat(city.names().letterSymbol()).isEqualTo(before);
    }

    @Test
    void lengthsAreCountedAsPeopleCountThem() {
        var long60 = "𠮷".repeat(60);

        assertThat(people.name(people.add(long60, long60, null))).isEqualTo(long60);
        assertThatThrownBy(() -> people.add(long60 + "𠮷", "よし", null)).hasMessageContaining("shared.text.long");
        assertThatThrownBy(() -> people.add("吉", "よ".repeat(61), null)).hasMessageContaining("shared.text.long");
        departments.add(long60, "よし");
        city.rename(new City.Names("みなと野市", "制度", "推進課", "012-345-6789", "市協"));
        assertThat(city.contact(Locale.JAPANESE)).isEqualTo("みなと野市 推進課（012-345-6789）");
        assertThat(city.contact(Locale.ENGLISH)).isEqualTo("みなと野市 推進課 (012-345-6789)");
        city.rename(new City.Names(long60, long60, long60, long60, "市協"));
        assertThat(city.names().name()).isEqualTo(long60);
        assertThatThrownBy(() -> city.rename(new City.Names(long60 + "𠮷", "制度", "事務局", "", "市協")))
                .hasMessageContaining("shared.text.long");
        jdbc.sql("UPDATE city SET name = '', programme = '', secretariat = '', secretariat_phone = ''")
                .update();
    }
}
