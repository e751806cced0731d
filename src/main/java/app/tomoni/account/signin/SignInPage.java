package app.tomoni.account.signin;

import app.tomoni.account.DemoAccounts;
import app.tomoni.account.People;
import app.tomoni.account.SignedIn;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page where people sign in and out; plain HTML, no script. */
@Controller
@AnonymousAllowed
class SignInPage {

    static final String PATH = "sign-in";

    private final Passwords passwords;
    private final Attempts attempts;
    private final Sessions sessions;
    private final DemoAccounts demo;
    private final SignedIn signedIn;

    SignInPage(Passwords passwords, Attempts attempts, Sessions sessions, DemoAccounts demo, SignedIn signedIn) {
        this.passwords = passwords;
        this.attempts = attempts;
        this.sessions = sessions;
        this.demo = demo;
        this.signedIn = signedIn;
    }

    @GetMapping("/sign-in")
    String page(
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String expired,
            Model model) {
        var changes = expired == null && !demo.all().isEmpty(); // in a demo people change who they are here
        if (signedIn.ifAny().isPresent() && !changes) {
            return "redirect:" + ReturnAddress.of(to).orElse(ReturnAddress.HOME).path();
        }
        return show(to, "", model);
    }

    private String show(@Nullable String to, String mail, Model model) {
        model.addAttribute("to", ReturnAddress.of(to).map(ReturnAddress::path).orElse(ReturnAddress.HOME.path()));
        model.addAttribute("mail", mail);
        model.addAttribute("demoAccounts", demo.all());
        return "account/sign-in";
    }

    @PostMapping("/sign-in")
    String signIn(
            @RequestParam(name = "mail", defaultValue = "") String typed,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var mail = People.address(typed);
        if (mail.isBlank() || password.isEmpty()) {
            model.addAttribute("missing", true);
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(to, mail, model);
        }
        var browser = sessions.knownBrowser(mail, request).orElse(null);
        var attempt = attempts.begin(mail, request.getRemoteAddr(), browser);
        if (attempt.early()) {
            PageModel.tooSoon(attempt, response, model);
            return show(to, mail, model);
        }
        var owner = passwords.owner(mail, password);
        if (owner.isEmpty()) {
            model.addAttribute("wrong", true);
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(to, mail, model);
        }
        attempts.succeeded(attempt);
        if (owner.get().closed()) {
            model.addAttribute("closed", true);
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(to, mail, model);
        }
        sessions.begin(owner.get().person(), request, response);
        return "redirect:" + ReturnAddress.of(to).orElse(ReturnAddress.HOME).path();
    }

    /** Becomes one of the fictional people; there are none outside a demo. */
    @PostMapping("/sign-in/demo")
    String demo(
            @RequestParam String key,
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        var person = demo.withKey(key);
        if (person.isEmpty()) {
            return "redirect:/" + PATH;
        }
        sessions.begin(person.get(), request, response);
        return "redirect:" + ReturnAddress.of(to).orElse(ReturnAddress.HOME).path();
    }

    @GetMapping("/sign-out")
    String leave(@RequestParam(required = false) @Nullable String to, Model model) {
        var inside = signedIn.ifAny().isPresent();
        var next = ReturnAddress.of(to).map(ReturnAddress::path);
        if (!inside && next.isPresent()) {
            return "redirect:" + next.get();
        }
        model.addAttribute("inside", inside);
        model.addAttribute("to", next.orElse(null));
        return "account/sign-out";
    }

    @PostMapping("/sign-out")
    String signOut(
            @RequestParam(defaultValue = "false") boolean everywhere,
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (everywhere) {
            signedIn.ifAny().ifPresent(sessions::endAll);
        }
        sessions.end(request);
        forget(request, response);
        // What had not reached the server waits in the browser; the next person there must not find it
        response.setHeader("Clear-Site-Data", "\"storage\"");
        return "redirect:" + ReturnAddress.of(to).map(ReturnAddress::path).orElse("/sign-out");
    }

    /** Without this the next page would say that a session had expired. */
    private static void forget(HttpServletRequest request, HttpServletResponse response) {
        var name = request.getServletContext().getSessionCookieConfig().getName();
        var cookie = new Cookie(name == null ? "JSESSIONID" : name, "");
        cookie.setPath(request.getContextPath() + "/");
        cookie.setMaxAge(0);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        response.addCookie(cookie);
    }
}
