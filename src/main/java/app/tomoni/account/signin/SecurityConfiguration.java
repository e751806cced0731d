package app.tomoni.account.signin;

import app.tomoni.account.PublicPaths;
import com.vaadin.flow.spring.security.NavigationAccessControlConfigurer;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Which requests pass without a person, which ask for one, and what protects both in the browser. */
@Configuration
class SecurityConfiguration {

    /** The pages around signing in and the files that all pages share; read by everyone, kept by no cache but files. */
    private static final List<String> OWN_PAGES = List.of(
            "/sign-in",
            "/sign-in/**",
            "/sign-out",
            "/first",
            "/invitation",
            "/invitation/**",
            "/password/**",
            "/error");

    private static final List<String> FILES =
            List.of("/tomoni/**", "/aura/**", "/fonts/**", "/favicon.ico", "/robots.txt", "/actuator/health/**");

    /** What a page without script may load: its own styles, fonts and pictures, and nothing else. */
    static final String PAGE_POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
            + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    @Bean
    PasswordEncoder passwordEncoder() {
        return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(11)));
    }

    /** There is one way to sign in, and it is ours; this keeps the platform from inventing a user of its own. */
    @Bean
    AuthenticationManager authenticationManager() {
        return authentication -> {
            throw new IllegalStateException("signing in goes through the sign-in page");
        };
    }

    @Bean
    static NavigationAccessControlConfigurer navigationAccess(ViewEntry entry) {
        return new NavigationAccessControlConfigurer()
                .withNavigationAccessChecker(entry)
                .withLoginView("/" + SignInPage.PATH);
    }

    /** Pages without script: public ones and those around signing in. No session is made for reading them. */
    @Bean
    @Order(1)
    SecurityFilterChain pages(HttpSecurity http, List<PublicPaths> contributed, Sessions sessions) throws Exception {
        var contributedPaths =
                contributed.stream().flatMap(paths -> paths.patterns().stream()).toList();
        var open = anyOf(Stream.of(OWN_PAGES, FILES, contributedPaths)
                .flatMap(List::stream)
                .toList());
        http.securityMatcher(request -> open.matches(request) && !ofAScreen(request));
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        common(http, sessions);
        http.headers(headers -> {
            protect(headers, PAGE_POLICY);
            headers.addHeaderWriter((request, response) -> {
                if (!response.containsHeader("Cache-Control")) {
                    var contributedPage = anyOf(contributedPaths).matches(request);
                    response.setHeader("Cache-Control", contributedPage ? "no-cache" : "no-store");
                }
            });
        });
        return http.build();
    }

    /** Screens send what is typed and clicked to the root, where everyone's first page stands as well. */
    private static boolean ofAScreen(HttpServletRequest request) {
        var query = request.getQueryString();
        return query != null
                && query.startsWith("v-r=")
                && request.getRequestURI().equals(request.getContextPath() + "/");
    }

    /** Everything behind the sign-in. */
    @Bean
    @Order(2)
    SecurityFilterChain screens(HttpSecurity http, ReturnToSignIn returnToSignIn, Sessions sessions) throws Exception {
        common(http, sessions);
        http.with(
                VaadinSecurityConfigurer.vaadin(),
                vaadin -> vaadin.enableExceptionHandlingConfiguration(false)
                        .enableRequestCacheConfiguration(false)
                        .enableLogoutConfiguration(false)
                        .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated));
        http.exceptionHandling(handling -> handling.authenticationEntryPoint(returnToSignIn)
                .accessDeniedHandler((request, response, denied) -> response.sendError(404)));
        http.headers(headers -> {
            // The page that starts Vaadin replaces this by a policy with a nonce: see BrowserProtection
            protect(headers, "default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
            headers.addHeaderWriter(new StaticHeadersWriter("Cache-Control", "no-store"));
            headers.withObjectPostProcessor(new ObjectPostProcessor<HeaderWriterFilter>() {
                @Override
                public <O extends HeaderWriterFilter> O postProcess(O filter) {
                    filter.setShouldWriteHeadersEagerly(true); // Vaadin commits before the filter would write
                    return filter;
                }
            });
        });
        return http.build();
    }

    private static void common(HttpSecurity http, Sessions sessions) throws Exception {
        http.requestCache(RequestCacheConfigurer::disable);
        http.logout(AbstractHttpConfigurer::disable);
        http.formLogin(AbstractHttpConfigurer::disable);
        http.httpBasic(AbstractHttpConfigurer::disable);
        http.csrf(csrf -> {
            // In a cookie, so that the sign-in page neither makes a session nor dies with one
            var tokens = new CookieCsrfTokenRepository();
            tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Strict"));
            csrf.csrfTokenRepository(tokens);
        });
        http.addFilterAfter(new SessionGuard(sessions), SecurityContextHolderFilter.class);
    }

    private static void protect(HeadersConfigurer<HttpSecurity> headers, String policy) {
        headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable);
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy));
        headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
        headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
        headers.permissionsPolicyHeader(permissions ->
                permissions.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"));
        headers.addHeaderWriter(new StaticHeadersWriter("Cross-Origin-Opener-Policy", "same-origin"));
        headers.addHeaderWriter(new StaticHeadersWriter("Cross-Origin-Resource-Policy", "same-origin"));
    }

    private static RequestMatcher anyOf(List<String> patterns) {
        var builder = PathPatternRequestMatcher.withDefaults();
        return patterns.isEmpty()
                ? request -> false
                : new OrRequestMatcher(patterns.stream()
                        .map(builder::matcher)
                        .map(RequestMatcher.class::cast)
                        .toList());
    }
}
