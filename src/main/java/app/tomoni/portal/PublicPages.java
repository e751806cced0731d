package app.tomoni.portal;

import app.tomoni.account.PublicPaths;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What all public pages share: their addresses and the words for dates and amounts. */
@Configuration
class PublicPages {

    @Bean
    PublicPaths portalPaths() {
        return new PublicPaths(
                "/", FrontDoor.PAGE, "/guidelines/**", "/results", "/results/**", "/how", "/how/**", FindPage.PAGE);
    }

    @ControllerAdvice(basePackageClasses = PublicPages.class)
    static class Words {

        private final Clock clock;

        Words(Clock clock) {
            this.clock = clock;
        }

        @ModelAttribute("words")
        PageWords words(Locale locale) {
            return new PageWords(locale, LocalDate.now(clock));
        }
    }
}
