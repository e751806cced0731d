package app.tomoni.demo;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.IntegrationTest;
import app.tomoni.shared.Translations;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.LocaleResolver;

@IntegrationTest
class DemoDoorTest {

    @Autowired
    private Translations translations;

    @Autowired
    private LocaleResolver languages;

    private MockHttpServletResponse ask(DemoDoor door, String path, Locale language) throws Exception {
        var request = new MockHttpServletRequest("GET", path);
        request.addPreferredLocale(language);
        request.addHeader("Accept-Language", language.toLanguageTag());
        var response = new MockHttpServletResponse();
        var chain = new MockFilterChain();
        door.doFilter(request, response, chain);
        response.addHeader("passed", chain.getRequest() == null ? "no" : "yes");
        return response;
    }

    @Test
    void whoComesWhileTheCityIsSetUpIsAskedToWaitAndSeesNothingHalfThere() throws Exception {
        var door = new DemoDoor(translations, languages);

        for (var path : new String[] {"/", "/sign-in", "/guidelines/x", "/home"}) {
            var answer = ask(door, path, Locale.JAPANESE);
            assertThat(answer.getStatus()).as(path).isEqualTo(503);
            assertThat(answer.getHeader("passed")).as(path).isEqualTo("no");
            assertThat(answer.getHeader("Refresh"))
                    .as("it comes again by itself")
                    .isNotBlank();
            assertThat(answer.getContentAsString()).contains("デモの内容を準備しています", "あと少しで完了します", "lang=\"ja\"");
        }
        assertThat(ask(door, "/", Locale.ENGLISH).getContentAsString()).contains("The demo is being set up");
        for (var path : new String[] {"/tomoni/base.css", "/fonts/noto-sans-jp.css", "/actuator/health/readiness"}) {
            assertThat(ask(door, path, Locale.JAPANESE).getHeader("passed"))
                    .as(path)
                    .isEqualTo("yes");
        }
    }

    @Test
    void onceItIsThereEveryPageIsServed() throws Exception {
        var door = new DemoDoor(translations, languages);

        door.open();

        assertThat(ask(door, "/sign-in", Locale.JAPANESE).getHeader("passed")).isEqualTo("yes");
    }
}
