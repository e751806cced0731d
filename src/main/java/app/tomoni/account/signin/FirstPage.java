package app.tomoni.account.signin;

import app.tomoni.account.People;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Translations;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** The page on which the first administrator comes into being; it exists until then. */
@Controller
@AnonymousAllowed
class FirstPage {

    /** What is typed there. */
    record Typed(String code, String name, String kana, String mail, String password) {

        Typed {
            code = orEmpty(code);
            name = orEmpty(name);
            kana = orEmpty(kana);
            mail = orEmpty(mail);
            password = orEmpty(password);
        }

        @SuppressWarnings("ConstantValue") // a field that the browser did not send
        private static String orEmpty(String text) {
            return text == null ? "" : text;
        }
    }

    private final FirstAdministrator first;
    private final Attempts attempts;
    private final Sessions sessions;
    private final Translations translations;

    FirstPage(FirstAdministrator first, Attempts attempts, Sessions sessions, Translations translations) {
        this.first = first;
        this.attempts = attempts;
        this.sessions = sessions;
        this.translations = translations;
    }

    @GetMapping("/first")
    String page(Model model) {
        demandWaiting();
        model.addAttribute("typed", new Typed("", "", "", "", ""));
        return "account/first";
    }

    @PostMapping("/first")
    String make(
            @ModelAttribute("typed") Typed typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        demandWaiting();
        var attempt = attempts.begin("first administrator", request.getRemoteAddr(), null);
        if (attempt.early()) {
            PageModel.tooSoon(attempt, response, model);
            return "account/first";
        }
        var problems = problems(typed, locale);
        if (!problems.isEmpty()) {
            if (first.right(typed.code())) {
                attempts.succeeded(attempt); // only a wrong code is a guess
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("problems", problems);
            return "account/first";
        }
        try {
            var person = first.make(typed.code(), typed.name(), typed.kana(), typed.mail(), typed.password());
            attempts.succeeded(attempt);
            sessions.begin(person, request, response);
            return "redirect:/city";
        } catch (Refusal refusal) {
            attempts.succeeded(attempt);
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            PageModel.refuse(model, refusal, translations.of(refusal, locale));
            return "account/first";
        }
    }

    /** All that is wrong, by field: what is told one by one is typed again each time, the password above all. */
    private Map<String, String> problems(Typed typed, Locale locale) {
        var problems = new LinkedHashMap<String, String>();
        note(problems, "code", locale, () -> demand(first.right(typed.code()), "account.first.wrong"));
        note(problems, "name", locale, () -> demandName(typed.name(), "account.need.name"));
        note(problems, "kana", locale, () -> demandName(typed.kana(), "account.need.kana"));
        note(problems, "mail", locale, () -> People.demandMail(typed.mail()));
        note(problems, "password", locale, () -> Passwords.demand(typed.password(), People.address(typed.mail())));
        if (!problems.isEmpty()) {
            problems.putIfAbsent("password", translations.getTranslation("account.password.again", locale));
        }
        return problems;
    }

    private void note(Map<String, String> problems, String field, Locale locale, Runnable check) {
        try {
            check.run();
        } catch (Refusal refusal) {
            problems.put(field, translations.of(refusal, locale));
        }
    }

    private static void demandName(String typed, String otherwise) {
        demand(!typed.isBlank(), otherwise);
        Lengths.demand(typed, Lengths.NAME);
    }

    private static void demand(boolean met, String otherwise) {
        if (!met) {
            throw new Refusal(otherwise);
        }
    }

    private void demandWaiting() {
        if (!first.waiting()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
