package app.tomoni.account.signin;

import app.tomoni.account.Account;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session at its next request when the person has signed out everywhere, changed the password or was closed. */
class SessionGuard extends OncePerRequestFilter {

    /** Set on a request whose session was ended here. */
    static final String ENDED = SessionGuard.class.getName() + ".ended";

    private final Sessions sessions;

    SessionGuard(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null) {
            var authentication = SecurityContextHolder.getContext().getAuthentication();
            if (authentication != null
                    && authentication.getPrincipal() instanceof Account account
                    && !sessions.alive(account.person(), Sessions.stampOf(session))) {
                sessions.end(request);
                request.setAttribute(ENDED, true);
            }
        }
        chain.doFilter(request, response);
    }
}
