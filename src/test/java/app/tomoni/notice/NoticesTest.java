package app.tomoni.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tomoni.IntegrationTest;
import app.tomoni.TestClock;
import app.tomoni.account.ChangeMail;
import app.tomoni.account.Invitations;
import app.tomoni.account.Office;
import app.tomoni.account.PasswordChanged;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.notice.Notices.Notice;
import app.tomoni.shared.Ids;
import app.tomoni.shared.Translations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class NoticesTest {

    private static final Instant NOON = Instant.parse("2026-06-19T03:00:00Z");
    private static final Pattern MOMENT = Pattern.compile("\\$\\{(due|until|planned)}");

    @Autowired
    private Notices notices;

    @Autowired
    private Mails mails;

    @Autowired
    private People people;

    @Autowired
    private Invitations invitations;

    @Autowired
    private ChangeMail changeMail;

    @Autowired
    private Translations translations;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private final String key = "test:" + Ids.next();
    private PersonId person;
    private PersonId other;

    @BeforeEach
    void twoPeopleAtNoon() {
        clock.stopAt(NOON);
        person = people.add("紙 太郎", "かみ たろう", null);
        other = people.add("別 花子", "べつ はなこ", "hanako" + Ids.next() + "@example.jp");
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    private void tell(PersonId to, String occasion) {
        mails.queue(told(to, occasion));
    }

    private Mail told(PersonId to, String occasion) {
        return Mail.notice(
                to,
                "supplement-requested",
                key + occasion + to,
                "/proposals/1/supplement",
                Map.of("title", "秋の募集", "due", NOON.plus(Duration.ofDays(7))),
                null);
    }

    private List<Notice> of(PersonId somebody) {
        return notices.latest(somebody, 0, 100);
    }

    @Test
    void whoeverHasNoMailAddressIsToldAllTheSameAndOnce() {
        tell(person, "");
        tell(person, "");

        assertThat(of(person)).singleElement().satisfies(notice -> {
            assertThat(notice.template()).isEqualTo("supplement-requested");
            assertThat(notice.title()).isEqualTo("秋の募集");
            assertThat(notice.day()).isEqualTo(NOON.plus(Duration.ofDays(7)));
            assertThat(notice.path()).isEqualTo("/proposals/1/supplement");
            assertThat(notice.at()).isEqualTo(NOON);
            assertThat(notice.unread()).isTrue();
        });
        assertThat(mailsOf(person)).isEmpty();
    }

    @Test
    void whoeverHasAnAddressIsToldInBothWaysAtOnce() {
        tell(other, "");
        tell(other, "");

        assertThat(of(other)).hasSize(1);
        assertThat(mailsOf(other)).containsExactly("【ともに】補足のお願いがあります");
        assertThat(jdbc.sql("SELECT body FROM mail WHERE person_id = ?")
                        .param(other.value())
                        .query(String.class)
                        .single())
                .contains("期限は 令和8年6月26日（金）12時 です。");
    }

    private List<String> mailsOf(PersonId somebody) {
        return jdbc.sql("SELECT subject FROM mail WHERE person_id = ? ORDER BY created_at, id")
                .param(somebody.value())
                .query(String.class)
                .list();
    }

    @Test
    void nothingStandsThereWhenWhatItTellsIsRolledBack() {
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                    tell(person, "");
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");

        assertThat(of(person)).isEmpty();
    }

    @Test
    void whoseAccountIsClosedIsToldNothingMoreAndKeepsWhatThereWas() {
        tell(person, "before");
        people.close(person);

        tell(person, "after");

        assertThat(of(person)).hasSize(1);
        people.open(person);
        tell(person, "back");
        assertThat(of(person)).hasSize(2);
    }

    @Test
    void whatOpensAnAccountOrCountsTasksStandsOnlyInTheMail() {
        invitations.byMail(new Invitations.Offer(other, Office.SECRETARIAT, null, LocalDate.of(2026, 6, 19), null));
        mails.queue(Mail.withSecret(other, "password-reset", key, "/password/new?token={secret}", Map.of(), "x"));
        mails.queue(Mail.withSecret(other, Mails.CONFIRMATION, key + "c", "/my-account?mail={secret}", Map.of(), "x")
                .at("new@example.jp"));
        mails.queue(Mail.notice(other, "tasks-waiting", key + "t", "/inbox", Map.of("all", 0, "parts", List.of()), null)
                .byMailOnly());

        assertThat(mailsOf(other)).hasSize(4);
        assertThat(of(other)).isEmpty();
    }

    @Test
    void whatHappensToAnAccountLeadsWhoHasSignedInToTheirOwnSettings() {
        transactions.executeWithoutResult(status -> events.publishEvent(new PasswordChanged(other, NOON)));
        changeMail.change(other, "new" + Ids.next() + "@example.jp");

        assertThat(of(other))
                .extracting(Notice::template)
                .containsExactlyInAnyOrder("password-changed", "mail-changed");
        assertThat(of(other)).extracting(Notice::path).containsOnly("/my-account");
    }

    @Test
    void theLatestStandsFirst() {
        tell(person, "first");
        clock.stopAt(NOON.plusSeconds(60));
        tell(person, "second");

        assertThat(of(person)).extracting(Notice::at).containsExactly(NOON.plusSeconds(60), NOON);
        assertThat(notices.latest(person, 1, 100)).extracting(Notice::at).containsExactly(NOON);
    }

    @Test
    void nobodyMarksWhatSomebodyElseWasTold() {
        tell(person, "");
        var id = of(person).getFirst().id();

        notices.read(id, other);
        notices.readAll(other, NOON);

        assertThat(of(other)).isEmpty();
        assertThat(notices.unread(person)).isEqualTo(1);
        notices.read(id, person);
        assertThat(notices.unread(person)).isZero();
        assertThat(of(person)).extracting(Notice::unread).containsExactly(false);
    }

    @Test
    void whatHasComeSinceTheReaderLookedStaysUnread() {
        tell(person, "seen");
        tell(other, "seen");
        clock.stopAt(NOON.plusSeconds(1));
        tell(person, "not seen");

        notices.readAll(person, NOON);

        assertThat(of(person)).extracting(Notice::unread).containsExactly(true, false);
        assertThat(notices.unread(other)).isEqualTo(1);
    }

    @Test
    void whenItWasFirstReadIsKept() {
        tell(person, "");
        var id = of(person).getFirst().id();
        notices.read(id, person);
        clock.stopAt(NOON.plusSeconds(60));

        notices.read(id, person);
        notices.readAll(person, NOON.plusSeconds(60));

        assertThat(jdbc.sql("SELECT read_at = at FROM notice WHERE id = ?")
                        .param(id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    /** What a mail says with a day, the notice says too. */
    @Test
    void thereAreWordsForWhateverAMailTells() throws IOException {
        for (var text : new PathMatchingResourcePatternResolver().getResources("classpath:templates/mail/*.txt")) {
            var template = Objects.requireNonNull(text.getFilename()).replace(".txt", "");
            if (!template.equals("foot")) {
                words("notice." + template + ".subject");
            }
            if (MOMENT.matcher(text.getContentAsString(StandardCharsets.UTF_8)).find()) {
                words("notice." + template + ".day");
            }
        }
    }

    private void words(String named) {
        assertThat(translations.getTranslation(named, Locale.JAPANESE, "")).isNotBlank();
    }
}
