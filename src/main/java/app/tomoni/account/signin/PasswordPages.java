package app.tomoni.account.signin;

import app.tomoni.account.MailServer;
import app.tomoni.account.People;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Translations;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages for a forgotten password. */
@Controller
@AnonymousAllowed
@RequestMapping("/password")
class PasswordPages {

    private final Resets resets;
    private final Attempts attempts;
    private final Sessions sessions;
    private final Translations translations;
    private final MailServer mails;
    private final AsyncTaskExecutor later;

    PasswordPages(
            Resets resets,
            Attempts attempts,
            Sessions sessions,
            Translations translations,
            MailServer mails,
            AsyncTaskExecutor applicationTaskExecutor) {
        this.resets = resets;
        this.attempts = attempts;
        this.sessions = sessions;
        this.translations = translations;
        this.mails = mails;
        this.later = applicationTaskExecutor;
    }

    @GetMapping("/forgotten")
    String forgotten(Model model) {
        model.addAttribute("noMail", !mails.isSet());
        return "account/password-forgotten";
    }

    @GetMapping("/code")
    String code() {
        return "account/password-code";
    }

    /** The code as typed from paper. */
    @PostMapping("/code")
    String open(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var attempt = attempts.begin("reset code", request.getRemoteAddr(), null);
        if (attempt.early()) {
            return wait(attempt, response, model, "account/password-code");
        }
        if (resets.opened(code).isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("gone", true);
            return "account/password-code";
        }
        attempts.succeeded(attempt);
        model.addAttribute("token", code);
        return "account/password-new";
    }

    private static String wait(Attempts.Attempt attempt, HttpServletResponse response, Model model, String page) {
        PageModel.tooSoon(attempt, response, model);
        return page;
    }

    @PostMapping("/forgotten")
    String ask(
            @RequestParam(name = "mail", defaultValue = "") String typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var mail = People.address(typed);
        model.addAttribute("mail", mail);
        if (!mail.contains("@")) {
            model.addAttribute("missing", true);
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return "account/password-forgotten";
        }
        var attempt = attempts.begin("reset " + mail, request.getRemoteAddr(), null);
        if (attempt.early()) {
            return wait(attempt, response, model, "account/password-forgotten");
        }
        // After the answer, so that neither its words nor its time tell whether there is such an account
        later.execute(() -> resets.ask(mail));
        return "account/password-asked";
    }

    @GetMapping("/new")
    String renew(@RequestParam(defaultValue = "") String token, HttpServletResponse response, Model model) {
        if (resets.opened(token).isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("gone", true);
        }
        model.addAttribute("token", token);
        return "account/password-new";
    }

    @PostMapping("/new")
    String change(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        var attempt = attempts.begin("reset code", request.getRemoteAddr(), null);
        if (attempt.early()) {
            return wait(attempt, response, model, "account/password-code");
        }
        try {
            var person = resets.use(token, password);
            attempts.succeeded(attempt);
            sessions.remember(person, request, response);
            return "redirect:/sign-in?changed";
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("token", token);
            var gone = resets.opened(token).isEmpty();
            if (!gone) {
                attempts.succeeded(attempt); // only a wrong code is a guess
            }
            model.addAttribute("gone", gone);
            PageModel.refuse(model, refusal, translations.of(refusal, locale));
            return "account/password-new";
        }
    }
}
