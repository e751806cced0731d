package app.tomoni.account.signin;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.IntegrationTest;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.util.ClassUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** A view or a page that does not say who may enter must not reach anybody: it ends the build here. */
@IntegrationTest
class EntryDeclarationsTest {

    @Autowired
    private List<RequestMappingHandlerMapping> mappings;

    @Autowired
    private SecurityFilterChain pages;

    @Test
    void everyViewDeclaresWhoMayEnter() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        var views = scanner.findCandidateComponents("app.tomoni").stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(
                        String.valueOf(found.getBeanClassName()), getClass().getClassLoader()))
                .toList();

        assertThat(views)
                .isNotEmpty()
                .allSatisfy(view -> assertThat(Entry.declarations(view))
                        .as(view + " declares exactly one of @ForOffices, @ForEveryoneSignedIn, @AnonymousAllowed")
                        .isEqualTo(1));
    }

    @Test
    void everyPageDeclaresWhoMayEnter() {
        assertThat(handlers())
                .isNotEmpty()
                .allSatisfy(handler -> assertThat(
                                Entry.declarations(Entry.declaring(handler.getMethod(), handler.getBeanType())))
                        .as(handler + " declares exactly one of @ForOffices, @ForEveryoneSignedIn, @AnonymousAllowed")
                        .isEqualTo(1));
    }

    @Test
    void onlyPagesThatAreForEveryoneAreReachedWithoutSigningIn() {
        for (var mapping : mappings) {
            mapping.getHandlerMethods().forEach((info, handler) -> {
                var open = Entry.declaring(handler.getMethod(), handler.getBeanType())
                        .isAnnotationPresent(AnonymousAllowed.class);
                assertThat(info.getPatternValues())
                        .allSatisfy(pattern -> assertThat(reachedByEveryone(pattern))
                                .as(pattern + " is " + (open ? "" : "not ") + "in a list of public paths")
                                .isEqualTo(open));
            });
        }
    }

    private boolean reachedByEveryone(String pattern) {
        var request = new MockHttpServletRequest(
                "GET", pattern.replaceAll("\\{[^}]+}", "x").replace("**", "x"));
        ServletRequestPathUtils.parseAndCache(request);
        return pages.matches(request);
    }

    private List<HandlerMethod> handlers() {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .toList();
    }
}
