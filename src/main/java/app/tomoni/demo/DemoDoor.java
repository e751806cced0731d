package app.tomoni.demo;

import app.tomoni.shared.Translations;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Whoever comes while the fictional city is still at work on its first day is asked to wait a moment: the city would be
 * half there, and on another day than today. The page comes again by itself.
 */
@Component
@ConditionalOnProperty("tomoni.demo")
@Order(Ordered.HIGHEST_PRECEDENCE + 1) // after the language that was chosen
class DemoDoor extends OncePerRequestFilter {

    private static final List<String> FILES = List.of("/tomoni/", "/fonts/", "/actuator/health");
    private static final String SECONDS = "3";

    private final Translations translations;
    private final LocaleResolver languages;
    private volatile boolean open;

    DemoDoor(Translations translations, LocaleResolver languages) {
        this.translations = translations;
        this.languages = languages;
    }

    void open() {
        open = true;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return open || FILES.stream().anyMatch(path::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
        response.setHeader("Refresh", SECONDS);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; font-src 'self'; frame-ancestors 'none'; base-uri 'none'");
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(page(request.getContextPath(), languages.resolveLocale(request)));
    }

    private String page(String root, Locale language) {
        return """
                <!DOCTYPE html>
                <html lang="%1$s">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>%2$s</title>
                <link rel="stylesheet" href="%4$s/fonts/noto-sans-jp.css"><link rel="stylesheet" href="%4$s/tomoni/tokens.css">
                <link rel="stylesheet" href="%4$s/tomoni/base.css"><link rel="stylesheet" href="%4$s/tomoni/pages.css"></head>
                <body class="plain"><main class="wrap narrow"><div class="card stack"><h1>%2$s</h1><p>%3$s</p></div></main></body>
                </html>
                """.formatted(
                        language.getLanguage(),
                        translations.getTranslation("shared.demo.loading", language),
                        translations.getTranslation("shared.demo.loading.how", language),
                        root);
    }
}
