package app.tomoni.organisation;

import app.tomoni.account.PublicPaths;
import app.tomoni.account.SignedIn;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Translations;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
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
        var problems = problems(code, name, kana, locale);
        if (problems.isEmpty()) {
            try {
                return "redirect:/invitation?token=" + enter.enter(code, name, kana);
            } catch (Refusal refusal) {
                problems.put("code", translations.of(refusal, locale));
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("code", code);
        model.addAttribute("name", name);
        model.addAttribute("kana", kana);
        model.addAttribute("problems", problems);
        return "organisation/letter";
    }

    /** What is wrong, by field. */
    private Map<String, String> problems(String code, String name, String kana, Locale locale) {
        var problems = new HashMap<String, String>();
        note(problems, "code", locale, () -> demand(code, "organisation.code.required"));
        note(problems, "name", locale, () -> demand(name, "organisation.invite.needName"));
        note(problems, "name", locale, () -> Lengths.demand(name, Lengths.NAME));
        note(problems, "kana", locale, () -> demand(kana, "organisation.invite.needKana"));
        note(problems, "kana", locale, () -> Lengths.demand(kana, Lengths.NAME));
        return problems;
    }

    private void note(Map<String, String> problems, String field, Locale locale, Runnable check) {
        try {
            check.run();
        } catch (Refusal refusal) {
            problems.put(field, translations.of(refusal, locale));
        }
    }

    private static void demand(String typed, String otherwise) {
        if (typed.isBlank()) {
            throw new Refusal(otherwise);
        }
    }
}
