package app.tomoni.account.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/** Every page speaks the language that was chosen in this browser; until one is, the one that the browser asks for. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class ChosenLanguage extends OncePerRequestFilter {

    public static final List<Locale> LANGUAGES = List.of(Locale.JAPANESE, Locale.ENGLISH);

    private static final String COOKIE = "language";
    private static final Duration KEPT = Duration.ofDays(365);

    /** From the next request on. */
    public void choose(Locale language, HttpServletRequest request, HttpServletResponse response) {
        var cookie = new Cookie(COOKIE, language.getLanguage());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge((int) KEPT.toSeconds());
        response.addCookie(cookie);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var chosen = chosen(request);
        chain.doFilter(chosen.isPresent() ? new Speaking(request, chosen.get()) : request, response);
    }

    private static Optional<Locale> chosen(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null
                ? Optional.empty()
                : LANGUAGES.stream()
                        .filter(language -> language.getLanguage().equals(cookie.getValue()))
                        .findFirst();
    }

    /** A request as if the browser asked for this language alone. */
    private static final class Speaking extends HttpServletRequestWrapper {

        private final Locale language;

        Speaking(HttpServletRequest request, Locale language) {
            super(request);
            this.language = language;
        }

        @Override
        public Locale getLocale() {
            return language;
        }

        @Override
        public Enumeration<Locale> getLocales() {
            return Collections.enumeration(List.of(language));
        }

        @Override
        public @Nullable String getHeader(String name) {
            return name.equalsIgnoreCase(HttpHeaders.ACCEPT_LANGUAGE)
                    ? language.toLanguageTag()
                    : super.getHeader(name);
        }
    }
}
