package app.tomoni.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tomoni.IntegrationTest;
import app.tomoni.TestClock;
import app.tomoni.account.ChangeMail;
import app.tomoni.account.City;
import app.tomoni.account.Invitations;
import app.tomoni.account.Office;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.account.SecretSent;
import app.tomoni.shared.Ids;
import app.tomoni.shared.Refusal;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@RecordApplicationEvents
class MailsTest {

    private static final Instant NOON =
            ZonedDateTime.parse("2026-06-19T12:00:00+09:00[Asia/Tokyo]").toInstant();

    /** So long that a busy machine is not taken for a silent server: that would rightly send a mail twice. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    private Mails mails;

    @Autowired
    private MailDelivery withoutServer;

    @Autowired
    private City city;

    @Autowired
    private MailSettings settings;

    @Autowired
    private People people;

    @Autowired
    private Invitations invitations;

    @Autowired
    private ChangeMail changeMail;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private PersonId person;
    private UnkindServer server;
    private MailDelivery sender;

    @BeforeEach
    void aServerAtNoon() throws Exception {
        jdbc.sql("DELETE FROM mail WHERE id NOT IN (SELECT mail_id FROM mail_reading)")
                .update();
        jdbc.sql("UPDATE mail SET state = 'SENT'").update();
        clock.stopAt(NOON);
        person = people.add("高橋 直樹", "たかはし なおき", "naoki" + Ids.next() + "@example.jp");
        server = new UnkindServer();
        sender = senderTo(server.port(), PATIENCE);
    }

    @AfterEach
    void stop() {
        server.close();
        clock.reset();
    }

    private MailDelivery senderTo(int port, Duration patience) {
        var smtp = new JavaMailSenderImpl();
        smtp.setHost("127.0.0.1");
        smtp.setPort(port);
        smtp.setDefaultEncoding("UTF-8");
        var properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", String.valueOf(patience.toMillis()));
        properties.setProperty("mail.smtp.timeout", String.valueOf(patience.toMillis()));
        properties.setProperty("mail.smtp.writetimeout", String.valueOf(patience.toMillis()));
        smtp.setJavaMailProperties(properties);
        return new MailDelivery(
                mails,
                city,
                settings,
                new ObjectProvider<>() {
                    @Override
                    public JavaMailSender getObject() {
                        return smtp;
                    }

                    @Override
                    public JavaMailSender getIfAvailable() {
                        return smtp;
                    }
                },
                transactions);
    }

    private void queue(String key) {
        queue(key, null);
    }

    private void queue(String key, java.util.@Nullable UUID caseKey) {
        mails.queue(Mail.notice(person, "password-changed", key, "/password/forgotten", Map.of(), caseKey));
    }

    private List<Mails.State> states() {
        return mine().map(Mails.Line::state).toList();
    }

    /** The mails to this test's person, latest first: what other tests had somebody read stays in the table for good. */
    private Stream<Mails.Line> mine() {
        return mails.latest(null, 1000).stream().filter(line -> person.equals(line.person()));
    }

    private Mails.Line latest() {
        return mine().findFirst().orElseThrow();
    }

    /** Sends in rounds as the schedule does, letting the pauses pass, until nothing waits or a day is over. */
    private void sendForADay() {
        for (var hour = 0; hour < 24 * 4 && mails.waiting() > 0; hour++) {
            sender.sendDue();
            clock.advanceStopped(Duration.ofMinutes(15));
        }
    }

    @Test
    void theSameFactIsToldOnce() {
        queue("once");
        queue("once");

        sender.sendDue();
        sender.sendDue();

        assertThat(server.taken()).hasSize(1);
        assertThat(states()).containsExactly(Mails.State.SENT);
    }

    @Test
    void whoseAccountIsClosedIsToldNothingMore() {
        people.close(person);

        queue("gone");

        assertThat(states()).isEmpty();
        people.open(person);
        queue("back");
        assertThat(states()).containsExactly(Mails.State.WAITING);
    }

    @Test
    void whatWaitsGoesToTheNewAddressAndTheFormerOneIsTold() {
        var former = people.mail(person).orElseThrow();
        queue("waiting");

        changeMail.change(person, "new-" + former);
        sender.sendDue();

        assertThat(jdbc.sql("SELECT template || ' ' || address FROM mail WHERE person_id = ? AND state = 'SENT'")
                        .param(person.value())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("password-changed new-" + former, "mail-changed " + former);
        assertThat(server.taken()).hasSize(2);
    }

    @Test
    void whatConfirmsAnAddressIsNeverSentToAnother() {
        mails.queue(Mail.withSecret(person, Mails.CONFIRMATION, "confirm", "/my-account?mail={secret}", Map.of(), "x")
                .at("new@example.jp"));
        jdbc.sql("UPDATE mail SET state = 'FAILED' WHERE person_id = ?")
                .param(person.value())
                .update();

        mails.again(mails.latest(Mails.State.FAILED, 1).getFirst().id());
        sender.sendDue();

        assertThat(jdbc.sql("SELECT address FROM mail WHERE person_id = ? AND state = 'SENT'")
                        .param(person.value())
                        .query(String.class)
                        .list())
                .containsExactly("new@example.jp");
    }

    @Test
    void whoeverHasNoMailAddressIsToldOtherwise() {
        var without = people.add("紙 太郎", "かみ たろう", null);

        assertThat(mails.queue(Mail.notice(without, "password-changed", "paper", "/", Map.of(), null)))
                .isFalse();
        assertThat(states()).isEmpty();
    }

    @Test
    void withoutAMailServerMailsWait() {
        queue("waits");

        withoutServer.sendDue();

        assertThat(withoutServer.canSend()).isFalse();
        assertThat(states()).containsExactly(Mails.State.WAITING);
    }

    @Test
    void aMailIsNotSentWhenWhatItTellsIsRolledBack() {
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                    queue("undone");
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");

        sender.sendDue();

        assertThat(server.taken()).isEmpty();
    }

    @Test
    void aServerThatIsDownForADayLosesAndDoublesNothing() {
        IntStream.range(0, 20).forEach(number -> queue("down " + number));
        var port = server.port();
        server.close();
        for (var quarter = 0; quarter < 24 * 4; quarter++) {
            sender.sendDue();
            clock.advanceStopped(Duration.ofMinutes(15));
        }
        assertThat(states()).hasSize(20).containsOnly(Mails.State.WAITING);
        assertThat(mine()).extracting(Mails.Line::fault).containsOnly(Optional.of(Mails.Fault.CONNECTION));

        var up = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        up.start();
        try {
            sendForADay();

            assertThat(ids(up)).hasSize(20).doesNotHaveDuplicates();
            assertThat(states()).containsOnly(Mails.State.SENT);
        } finally {
            up.stop();
        }
    }

    /** Of the mails to this test's person: in a day of the clock others may be written to as well. */
    private List<String> ids(GreenMail server) {
        var address = people.mail(person).orElseThrow();
        return Arrays.stream(server.getReceivedMessagesForDomain(address))
                .map(message -> {
                    try {
                        return message.getHeader("Message-ID")[0];
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    @Test
    void aServerThatSaysLaterIsAskedAgainLessAndLessOften() {
        server.be(UnkindServer.Mood.RECIPIENT_LATER);
        queue("later");
        sender.sendDue();
        assertThat(next()).isEqualTo(NOON.plus(Duration.ofMinutes(1)));
        clock.stopAt(NOON.plus(Duration.ofMinutes(1)));
        sender.sendDue();
        assertThat(next()).isEqualTo(NOON.plus(Duration.ofMinutes(3)));
        server.be(UnkindServer.Mood.DATA_LATER);
        clock.stopAt(NOON.plus(Duration.ofMinutes(3)));
        sender.sendDue();
        assertThat(states()).containsExactly(Mails.State.WAITING);

        server.be(UnkindServer.Mood.KIND);
        sendForADay();

        assertThat(server.taken()).hasSize(1);
    }

    private Instant next() {
        return latest().nextAttemptAt();
    }

    @Test
    void aRecipientWhoDoesNotExistIsReportedAndNotAskedForAgain() {
        server.be(UnkindServer.Mood.RECIPIENT_NEVER);
        queue("never");

        sendForADay();

        var line = mails.latest(Mails.State.FAILED, 10).getFirst();
        assertThat(line.attempts()).isEqualTo(1);
        assertThat(line.problem()).contains("550").doesNotContain("@example.jp");
        assertThat(line.fault()).contains(Mails.Fault.ADDRESS);
        assertThat(line.reply()).contains("550");
    }

    @Test
    void aFailedMailCanBeSentAgainByHand() {
        server.be(UnkindServer.Mood.RECIPIENT_NEVER);
        queue("by hand");
        sender.sendDue();
        server.be(UnkindServer.Mood.KIND);

        mails.again(mails.latest(Mails.State.FAILED, 1).getFirst().id());
        sender.sendDue();

        assertThat(server.taken()).hasSize(1);
        assertThat(states()).containsExactly(Mails.State.SENT);
    }

    @Test
    void aSilentServerIsLeftAloneAfterAFewMails() {
        server.be(UnkindServer.Mood.SILENT);
        IntStream.range(0, 12).forEach(number -> queue("silent " + number));

        senderTo(server.port(), Duration.ofMillis(300)).sendDue();

        assertThat(mails.latest(null, 20))
                .filteredOn(line -> line.attempts() > 0)
                .hasSize(5);
        assertThat(states()).hasSize(12).containsOnly(Mails.State.WAITING);
    }

    /** The one case in which a second copy is right: nobody can know whether the first was kept. */
    @Test
    void aServerThatTakesAMailAndHangsUpGetsItAgainUnderTheSameMessageId() {
        server.be(UnkindServer.Mood.DROPS_AFTER_TAKING);
        queue("dropped");
        sender.sendDue();
        assertThat(states()).containsExactly(Mails.State.WAITING);

        server.be(UnkindServer.Mood.KIND);
        sendForADay();

        assertThat(server.taken())
                .hasSize(2)
                .extracting(MailsTest::messageId)
                .containsOnly(messageId(server.taken().getFirst()));
        assertThat(states()).containsExactly(Mails.State.SENT);
    }

    private static String messageId(String mail) {
        return mail.lines()
                .filter(line -> line.startsWith("Message-ID: "))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void mailsOfOneCaseKeepTheirOrder() {
        var key = Ids.next();
        server.be(UnkindServer.Mood.RECIPIENT_LATER);
        queue("first", key);
        sender.sendDue();
        server.be(UnkindServer.Mood.KIND);
        clock.stopAt(NOON.plusSeconds(1));
        queue("second", key);
        sender.sendDue();
        assertThat(server.taken()).as("the second waits for the first").isEmpty();

        sendForADay();

        assertThat(server.taken()).hasSize(2);
        assertThat(jdbc.sql("SELECT idempotency_key FROM mail WHERE case_key = ? ORDER BY sent_at, id")
                        .param(key)
                        .query(String.class)
                        .list())
                .containsExactly("first", "second");
    }

    @Test
    void aNoticeInTheEveningWaitsForTheMorning() {
        clock.stopAt(NOON.plus(Duration.ofHours(10)));
        queue("evening");
        sender.sendDue();
        assertThat(server.taken()).isEmpty();

        clock.stopAt(NOON.plus(Duration.ofHours(20)));
        sender.sendDue();

        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void anInvitationCarriesItsLinkOnceAndTheSecretIsForgottenAfterSending() {
        var shown = invite();
        assertThat(shown).doesNotContain("token=A").contains("token=…");
        assertThat(secretKept()).isTrue();

        sender.sendDue();

        assertThat(server.taken().getFirst())
                .contains("To: ", "multipart/alternative", "Auto-Submitted: auto-generated");
        assertThat(secretKept()).isFalse();
    }

    @Test
    void whoMadeALinkHearsWhenItsMailIsTakenAndNotBefore(ApplicationEvents published) {
        invite();
        var secret = jdbc.sql("SELECT secret FROM mail WHERE person_id = ?")
                .param(person.value())
                .query(String.class)
                .single();
        server.be(UnkindServer.Mood.RECIPIENT_LATER);
        sender.sendDue();
        assertThat(published.stream(SecretSent.class)).isEmpty();
        server.be(UnkindServer.Mood.KIND);

        sendForADay();

        assertThat(published.stream(SecretSent.class)).containsExactly(new SecretSent(secret));
    }

    private String invite() {
        invitations.byMail(new Invitations.Offer(person, Office.SECRETARIAT, null, LocalDate.of(2026, 6, 19), null));
        var line = latest();
        assertThat(line.subject()).isEqualTo("【ともに】招待のお知らせ");
        return mails.read(line.id(), person, "届かないとの問い合わせのため").body();
    }

    private boolean secretKept() {
        return jdbc.sql("SELECT count(*) FROM mail WHERE secret IS NOT NULL AND person_id = ?")
                        .param(person.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Test
    void readingABodyNeedsAReasonThatStays() {
        queue("read");
        var mail = latest().id();

        assertThatThrownBy(() -> mails.read(mail, person, " ")).hasMessageContaining("reason.missing");
        assertThatThrownBy(() -> mails.read(mail, person, "あ".repeat(401)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.arguments()).containsExactly(400, 401));
        assertThat(mails.read(mail, person, "問い合わせ").body()).contains("パスワードが変わりました");

        assertThat(jdbc.sql("SELECT reason FROM mail_reading WHERE mail_id = ?")
                        .param(mail)
                        .query(String.class)
                        .list())
                .containsExactly("問い合わせ");
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM mail_reading").update()).hasMessageContaining("never changed");
    }

    @Test
    void noMailNamesItsReceiver() {
        queue("nameless");
        sender.sendDue();

        assertThat(jdbc.sql("SELECT subject || body || html FROM mail")
                        .query(String.class)
                        .list())
                .allSatisfy(text -> assertThat(text).doesNotContain("高橋", "naoki"));
    }
}
