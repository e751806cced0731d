package app.tomoni.account.signin;

import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.shared.PublicAddress;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Secrets;
import app.tomoni.shared.Translations;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the first administrator of an empty installation: whoever can read the console gets a code that works once and
 * until the next start.
 */
@Component
class FirstAdministrator {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Offices offices;
    private final People people;
    private final Passwords passwords;
    private final Translations translations;
    private final PublicAddress installation;
    private final Clock clock;
    /** The code that is good now; null when there is none. */
    private final AtomicReference<@Nullable String> code = new AtomicReference<>();

    FirstAdministrator(
            Offices offices,
            People people,
            Passwords passwords,
            Translations translations,
            PublicAddress installation,
            Clock clock) {
        this.offices = offices;
        this.people = people;
        this.passwords = passwords;
        this.translations = translations;
        this.installation = installation;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        if (waiting()) {
            var fresh = Secrets.code();
            code.set(fresh);
            LOG.info(
                    "{}",
                    translations.getTranslation(
                            "account.first.console", Locale.getDefault(), installation.of("/first"), fresh));
        }
    }

    /** Whether the installation still waits for its first administrator. */
    boolean waiting() {
        return !offices.everHadAdministrator();
    }

    /** The same for pages that many read: asks the database only where a code was given out at the start. */
    boolean announced() {
        return code.get() != null && waiting();
    }

    boolean right(String typed) {
        return equal(code.get(), typed);
    }

    /** @throws Refusal when the code is wrong, or a name, mail or password will not do; the code is good again then */
    @Transactional
    public PersonId make(String typed, String name, String kana, String mail, String password) {
        var expected = code.getAndSet(null);
        var made = false;
        try {
            if (!waiting() || !equal(expected, typed)) {
                throw new Refusal("account.first.wrong");
            }
            var person = people.add(name, kana, null);
            people.giveMail(person, mail);
            passwords.change(person, password);
            offices.appoint(person, Office.ADMINISTRATOR, null, LocalDate.now(clock), null);
            made = true;
            return person;
        } finally {
            if (!made && expected != null) { // who came second had none to give back
                code.set(expected);
            }
        }
    }

    private static boolean equal(@Nullable String expected, String typed) {
        return expected != null
                && MessageDigest.isEqual(
                        Secrets.typed(expected).getBytes(StandardCharsets.US_ASCII),
                        Secrets.typed(typed).getBytes(StandardCharsets.UTF_8));
    }
}
