package app.tomoni.account.signin;

import app.tomoni.account.City;
import app.tomoni.account.DemoMark;
import app.tomoni.shared.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** What the frame of every page without script shows: the city, its office, and whether this is a demo. */
@ControllerAdvice
class PageModel {

    private final City city;
    private final DemoMark mark;
    private final FirstAdministrator first;

    PageModel(City city, DemoMark mark, FirstAdministrator first) {
        this.city = city;
        this.mark = mark;
        this.first = first;
    }

    @ModelAttribute("city")
    City.Names city() {
        return city.names();
    }

    /** Whom to ask, as the reader's language writes it. */
    @ModelAttribute("contact")
    String contact(@ModelAttribute("city") City.Names names, Locale locale) {
        return city.contact(names, locale);
    }

    @ModelAttribute("demo")
    boolean demo() {
        return mark.set();
    }

    /** Whether nobody can sign in before the first administrator is there. */
    @ModelAttribute("withoutAdministrator")
    boolean withoutAdministrator() {
        return first.announced();
    }

    /** Says why something was refused: at the field that it is about where there is one, or at the head. */
    static void refuse(Model model, Refusal refusal, String sentence) {
        Stream.of("mail", "password")
                .filter(field -> refusal.messageKey().startsWith("account." + field + "."))
                .findFirst()
                .ifPresentOrElse(
                        field -> model.addAttribute("problems", Map.of(field, sentence)),
                        () -> model.addAttribute("refusal", sentence));
    }

    /** Says when it may be tried again. */
    static void tooSoon(Attempts.Attempt attempt, HttpServletResponse response, Model model) {
        model.addAttribute("wait", attempt.seconds());
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader("Retry-After", String.valueOf(attempt.seconds()));
    }

    /** Japanese, unless the browser asks for English first. */
    @Bean
    static LocaleResolver localeResolver() {
        var resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(List.of(Locale.JAPANESE, Locale.ENGLISH));
        resolver.setDefaultLocale(Locale.JAPANESE);
        return resolver;
    }
}
