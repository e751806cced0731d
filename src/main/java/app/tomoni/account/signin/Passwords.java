package app.tomoni.account.signin;

import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.shared.Graphemes;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Secrets;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/** Passwords: what is good enough, and whether one is right. */
@Component
public class Passwords {

    static final int SHORTEST = 12;
    /** bcrypt reads no more bytes than these; a longer one would be cut without a word. */
    private static final int LONGEST_BYTES = 72;

    private static final int FEWEST_DIFFERENT = 5;

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final Clock clock;
    /** Made when it is first needed, which is at anybody's first attempt: a start would wait for it. */
    private final Supplier<String> nobodys;

    Passwords(JdbcClient jdbc, PasswordEncoder encoder, Clock clock) {
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.clock = clock;
        this.nobodys = SingletonSupplier.of(() -> encoder.encode(Secrets.token()));
    }

    /**
     * Whose mail address and password these are.
     *
     * @param closed the account is stopped, which nobody is told but its owner
     */
    record Owner(PersonId person, boolean closed) {}

    /** The owner of both, and nobody for a wrong password. The work is the same whether there is such a person. */
    Optional<Owner> owner(String mail, String password) {
        record Found(Owner owner, String password) {}
        var found = jdbc.sql("""
                        SELECT p.id, p.closed_at IS NOT NULL AS closed, c.password
                        FROM person p JOIN credential c ON c.person_id = p.id WHERE lower(p.mail) = lower(?)""")
                .param(People.address(mail))
                .query((row, number) -> new Found(
                        new Owner(new PersonId(row.getObject("id", UUID.class)), row.getBoolean("closed")),
                        row.getString("password")))
                .optional();
        var other = nobodys.get();
        var right = encoder.matches(cut(password), found.map(Found::password).orElse(other));
        return right ? found.map(Found::owner) : Optional.empty();
    }

    public boolean right(PersonId person, String password) {
        return jdbc.sql("SELECT password FROM credential WHERE person_id = ?")
                .param(person.value())
                .query(String.class)
                .optional()
                .filter(kept -> encoder.matches(cut(password), kept))
                .isPresent();
    }

    public boolean has(PersonId person) {
        return jdbc.sql("SELECT count(*) FROM credential WHERE person_id = ?")
                        .param(person.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Replaces the password and ends every session that was begun with the old one.
     *
     * @throws Refusal when it is too easy to guess, or the one that it is to replace
     */
    @Transactional
    public void change(PersonId person, String password) {
        var mail = jdbc.sql("SELECT coalesce(mail, '') FROM person WHERE id = ?")
                .param(person.value())
                .query(String.class)
                .single();
        demand(password, mail);
        if (right(person, password)) {
            throw new Refusal("account.password.same");
        }
        jdbc.sql("""
                        INSERT INTO credential (person_id, password, changed_at) VALUES (?, ?, ?)
                        ON CONFLICT (person_id) DO UPDATE SET password = excluded.password, changed_at = excluded.changed_at""")
                .param(person.value())
                .param(encoder.encode(password))
                .param(OffsetDateTime.now(clock))
                .update();
        jdbc.sql("UPDATE person SET session_stamp = session_stamp + 1 WHERE id = ?")
                .param(person.value())
                .update();
        jdbc.sql("UPDATE password_reset SET used_at = ? WHERE person_id = ? AND used_at IS NULL")
                .param(OffsetDateTime.now(clock))
                .param(person.value())
                .update();
        jdbc.sql("DELETE FROM mail_change WHERE person_id = ?")
                .param(person.value())
                .update();
    }

    /** Refuses a password that is too short, too long for the method that protects it, or easily guessed. */
    static void demand(String password, String mail) {
        if (Graphemes.count(password) < SHORTEST) {
            throw new Refusal("account.password.short", SHORTEST);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw new Refusal("account.password.long");
        }
        var plain = password.toLowerCase(Locale.ROOT);
        var name = mail.toLowerCase(Locale.ROOT).replaceFirst("@.*", "");
        if (password.codePoints().distinct().count() < FEWEST_DIFFERENT || runs(plain)) {
            throw new Refusal("account.password.plain");
        }
        if (name.length() > 3 && plain.contains(name)) {
            throw new Refusal("account.password.mail");
        }
    }

    /** Whether nearly every character follows the one before it in the alphabet, in counting, or on the keyboard. */
    private static boolean runs(String plain) {
        var rows = "abcdefghijklmnopqrstuvwxyz 01234567890123456789 qwertyuiop asdfghjkl zxcvbnm password password";
        var inRun = 0;
        for (var i = 0; i + 3 <= plain.length(); i++) {
            if (rows.contains(plain.substring(i, i + 3))) {
                inRun++;
            }
        }
        return inRun >= plain.length() - 4;
    }

    /** What bcrypt would read anyway: a longer one cannot be anybody's, and must not cost or fail differently. */
    private static String cut(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES
                ? password.substring(0, Math.min(password.length(), LONGEST_BYTES / 4))
                : password;
    }
}
