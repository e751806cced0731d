package app.tomoni.account.signin;

import app.tomoni.account.Account;
import app.tomoni.account.PersonId;
import app.tomoni.shared.Secrets;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins and ends sessions. */
@Component
public class Sessions {

    private static final String STAMP = "tomoni.stamp";
    private static final String BROWSER = "tomoni-browser";
    private static final Duration BROWSER_KNOWN_FOR = Duration.ofDays(180);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    Sessions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Begins a session of the person, in place of whatever session the browser had before. */
    @Transactional
    void begin(PersonId person, HttpServletRequest request, HttpServletResponse response) {
        var old = request.getSession(false);
        if (old != null) {
            old.invalidate(); // a session that an attacker may have prepared does not become ours
        }
        var session = request.getSession(true);
        session.setAttribute(STAMP, stamp(person).orElseThrow());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(new Account(person), null, List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        // Read by the page that opens next, which then puts the cursor back where it was
        var returned = new Cookie("tomoni-returned", "1");
        returned.setPath("/");
        returned.setAttribute("SameSite", "Strict");
        returned.setSecure(request.isSecure());
        response.addCookie(returned);
        remember(person, request, response);
    }

    void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    /** Ends all sessions of the person, wherever they are, with their next request. */
    @Transactional
    public void endAll(PersonId person) {
        jdbc.sql("UPDATE person SET session_stamp = session_stamp + 1 WHERE id = ?")
                .param(person.value())
                .update();
        jdbc.sql("DELETE FROM known_browser WHERE person_id = ?")
                .param(person.value())
                .update();
    }

    /** Lets this one session live on after {@link #endAll} or a change of the password. */
    @Transactional
    public void keep(PersonId person, jakarta.servlet.http.HttpSession session) {
        session.setAttribute(STAMP, stamp(person).orElseThrow());
    }

    /** Whether the session may go on: its stamp is the person's and the account is open. */
    boolean alive(PersonId person, @Nullable Object stamp) {
        return stamp(person).filter(now -> now.equals(stamp)).isPresent();
    }

    static @Nullable Object stampOf(jakarta.servlet.http.HttpSession session) {
        return session.getAttribute(STAMP);
    }

    private Optional<Integer> stamp(PersonId person) {
        return jdbc.sql("SELECT session_stamp FROM person WHERE id = ? AND closed_at IS NULL")
                .param(person.value())
                .query(Integer.class)
                .optional();
    }

    /** The token of this browser if the owner of the mail address has signed in from it before. */
    @Transactional(readOnly = true)
    Optional<String> knownBrowser(String mail, HttpServletRequest request) {
        var token = browser(request).orElse("none"); // asked in any case: the same work with and without a cookie
        return jdbc.sql("""
                        SELECT k.token_hash FROM known_browser k JOIN person p ON p.id = k.person_id
                        WHERE k.token_hash = ? AND lower(p.mail) = lower(?)""")
                .param(Secrets.hash(token))
                .param(mail.strip())
                .query(String.class)
                .optional();
    }

    /** Notes that the browser belongs to the person. */
    @Transactional
    void remember(PersonId person, HttpServletRequest request, HttpServletResponse response) {
        var now = OffsetDateTime.now(clock);
        var mine = browser(request)
                .filter(token -> jdbc.sql("UPDATE known_browser SET seen_at = ? WHERE token_hash = ? AND person_id = ?")
                                .param(now)
                                .param(Secrets.hash(token))
                                .param(person.value())
                                .update()
                        == 1);
        if (mine.isPresent()) {
            return;
        }
        var token = Secrets.token();
        jdbc.sql("INSERT INTO known_browser (token_hash, person_id, seen_at) VALUES (?, ?, ?)")
                .param(Secrets.hash(token))
                .param(person.value())
                .param(now)
                .update();
        jdbc.sql("DELETE FROM known_browser WHERE seen_at < ?")
                .param(now.minus(BROWSER_KNOWN_FOR))
                .update();
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(BROWSER, token)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Strict")
                        .path("/")
                        .maxAge(BROWSER_KNOWN_FOR)
                        .build()
                        .toString());
    }

    private static Optional<String> browser(HttpServletRequest request) {
        return Arrays.stream(request.getCookies() == null ? new Cookie[0] : request.getCookies())
                .filter(cookie -> cookie.getName().equals(BROWSER))
                .map(Cookie::getValue)
                .findFirst();
    }
}
