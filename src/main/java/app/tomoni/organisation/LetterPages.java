package app.tomoni.organisation;

import app.tomoni.account.PublicPaths;
import app.tomoni.account.SignedIn;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Translations;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that a letter to a group names: whoever holds its code begins here, also without an account. */
@Controller
@AnonymousAllowed
public class LetterPages {

    public static final String PATH = "/letter";

    private final EnterByLetter enter;
    private final SignedIn signedIn;
    private final Translations translations;

    LetterPages(EnterByLetter enter, SignedIn signedIn, Translations translations) {
        this.enter = enter;
        this.signedIn = signedIn;
        this.translations = translations;
    }

    @Bean
    static PublicPaths letterPaths() {
        return new PublicPaths(PATH);
    }

    @GetMapping(PATH)
    String page(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return signedIn.ifAny().isPresent() ? "redirect:/organisation/code" : "organisation/letter";
    }

    @PostMapping(PATH)
    String enter(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String kana,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try {
            return "redirect:/invitation?token=" + enter.enter(code, name, kana);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("code", code);
            model.addAttribute("name", name);
            model.addAttribute("kana", kana);
            model.addAttribute("refusal", translations.of(refusal, locale));
            return "organisation/letter";
        }
    }
}
