package app.tomoni.account.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Where somebody wanted to go before signing in: a place in this application and nowhere else. */
record ReturnAddress(String path) {

    /** Where to go when nobody asked for a place. */
    static final ReturnAddress HOME = new ReturnAddress("/home");

    private static final int LONGEST = 1000;

    /** The address if it is a path of ours; empty when it leads, or a browser might read it as leading, elsewhere. */
    static Optional<ReturnAddress> of(@Nullable String text) {
        if (text == null || text.length() > LONGEST || !text.startsWith("/") || text.startsWith("//")) {
            return Optional.empty();
        }
        if (text.chars().anyMatch(c -> c <= ' ' || c == '\\' || c == 0x7f)) {
            return Optional.empty();
        }
        try {
            var uri = new URI(text);
            if (uri.isAbsolute()
                    || uri.getRawAuthority() != null
                    || uri.getPath().contains("//")) {
                return Optional.empty();
            }
            var path = uri.getPath().toLowerCase(Locale.ROOT);
            var loops = path.startsWith("/sign-") || path.startsWith("/vaadin") || path.contains("\\");
            return loops ? Optional.empty() : Optional.of(new ReturnAddress(uri.toASCIIString()));
        } catch (URISyntaxException e) {
            return Optional.empty(); // typed by hand or by an attacker: home is good enough
        }
    }

    static Optional<ReturnAddress> of(HttpServletRequest request) {
        var query = request.getQueryString();
        return of(request.getRequestURI() + (query == null ? "" : "?" + query));
    }

    String asParameter() {
        return UriUtils.encodeQueryParam(path, StandardCharsets.UTF_8);
    }
}
