package app.tomoni.account.signin;

import app.tomoni.account.Holding;
import app.tomoni.account.Invitations;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.account.SamePerson;
import app.tomoni.account.Scopes;
import app.tomoni.account.SignedIn;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Secrets;
import app.tomoni.shared.Translations;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** The pages where somebody who has been invited takes up an office, with a link or with a code on paper. */
@Controller
@AnonymousAllowed
@RequestMapping("/invitation")
class InvitationPages {

    private final Invitations invitations;
    private final AcceptInvitation acceptInvitation;
    private final People people;
    private final Offices offices;
    private final Scopes scopes;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Sessions sessions;
    private final SamePerson samePerson;
    private final SignedIn signedIn;
    private final Translations translations;

    InvitationPages(
            Invitations invitations,
            AcceptInvitation acceptInvitation,
            People people,
            Offices offices,
            Scopes scopes,
            Passwords passwords,
            Attempts attempts,
            Sessions sessions,
            SamePerson samePerson,
            SignedIn signedIn,
            Translations translations) {
        this.invitations = invitations;
        this.acceptInvitation = acceptInvitation;
        this.people = people;
        this.offices = offices;
        this.scopes = scopes;
        this.passwords = passwords;
        this.attempts = attempts;
        this.sessions = sessions;
        this.samePerson = samePerson;
        this.signedIn = signedIn;
        this.translations = translations;
    }

    @GetMapping
    String page(
            @RequestParam(defaultValue = "") String token,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        return token.isEmpty() ? codePage(model) : open(token, true, request, response, model, locale);
    }

    /** The code as typed from paper. */
    @PostMapping("/open")
    String open(
            @RequestParam(name = "code", defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        return open(code, false, request, response, model, locale);
    }

    private String open(
            String code,
            boolean byLink,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        var attempt = attempts.begin("invitation", request.getRemoteAddr(), null);
        if (attempt.early()) {
            return wait(attempt, code, response, model);
        }
        model.addAttribute("code", code);
        var invitation = invitations.opened(code);
        if (invitation.isEmpty()) {
            model.addAttribute("gone", true);
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return codePage(model);
        }
        attempts.succeeded(attempt);
        return offer(invitation.get(), code, byLink, "", model, locale);
    }

    private String wait(Attempts.Attempt attempt, String code, HttpServletResponse response, Model model) {
        model.addAttribute("code", code);
        PageModel.tooSoon(attempt, response, model);
        return codePage(model);
    }

    private String codePage(Model model) {
        signedIn.ifAny().ifPresent(me -> reader(me, "/invitation", model));
        return "account/invitation-code";
    }

    /**
     * Who reads it inside is told so, and finds a way back, or out and on.
     *
     * @param onwards where it goes on once they have signed out
     */
    private void reader(PersonId me, String onwards, Model model) {
        model.addAttribute("reader", people.name(me));
        model.addAttribute("onwards", onwards);
    }

    private String offer(
            Invitations.Open invitation, String code, boolean byLink, String mail, Model model, Locale locale) {
        var person = invitation.offer().person();
        var known = people.mail(person);
        model.addAttribute("code", code);
        model.addAttribute("name", people.name(person));
        model.addAttribute(
                "office",
                scopes.name(offered(invitation.offer()), invitation.offer().scope(), locale));
        model.addAttribute("askMail", known.isEmpty());
        model.addAttribute("mail", known.orElse(mail));
        var newcomer = !passwords.has(person);
        model.addAttribute("askPassword", newcomer);
        // A code that was typed stays out of addresses, which histories and logs keep
        var typed = !byLink && !invitation.byMail();
        var here =
                typed ? "/invitation" : "/invitation?token=" + UriUtils.encodeQueryParam(code, StandardCharsets.UTF_8);
        model.addAttribute("typed", typed);
        if (newcomer) {
            offerToAccount(person, here, model, locale);
        }
        signedIn.ifAny().ifPresent(me -> {
            reader(me, here, model);
            model.addAttribute("other", !me.equals(person) && !Boolean.TRUE.equals(model.getAttribute("asMe")));
        });
        return "account/invitation-offer";
    }

    /** Who invites may not know, and is not to learn from us, that somebody of the name they typed can sign in already. */
    private void offerToAccount(PersonId invited, String here, Model model, Locale locale) {
        var me = signedIn.ifAny();
        if (me.isEmpty()) {
            var hindrance = samePerson.hindrance(invited);
            if (hindrance.isPresent()) {
                model.addAttribute("ask", translations.of(hindrance.get(), locale));
                return;
            }
            model.addAttribute("back", here);
        } else if (!me.get().equals(invited)) {
            var hindrance = samePerson.hindrance(invited, me.get());
            model.addAttribute("me", people.name(me.get()));
            model.addAttribute("asMe", hindrance.isEmpty());
            hindrance.ifPresent(why -> model.addAttribute("notAsMe", translations.of(why, locale)));
        }
    }

    /** The office, and what else the person holds there already: a chair is invited as a member of the panel. */
    private List<Office> offered(Invitations.Offer offer) {
        var there = offices.heldBy(offer.person()).stream()
                .filter(holding -> holding.scope() != null && Objects.equals(holding.scope(), offer.scope()))
                .map(Holding::office);
        return Stream.concat(Stream.of(offer.office()), there).distinct().toList();
    }

    @PostMapping("/accept")
    String accept(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String mail,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        var attempt = attempts.begin("invitation", request.getRemoteAddr(), null);
        if (attempt.early()) {
            return wait(attempt, code, response, model);
        }
        try {
            var accepted = acceptInvitation.accept(code, mail, password);
            attempts.succeeded(attempt);
            if (!accepted.newcomer()) {
                return "redirect:/sign-in?accepted";
            }
            sessions.begin(accepted.person(), request, response);
            return "redirect:" + ReturnAddress.HOME.path();
        } catch (Refusal refusal) {
            var done = secondClick(code, password, request, response);
            if (done.isPresent()) {
                attempts.succeeded(attempt);
                return done.get();
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            PageModel.refuse(model, refusal, translations.of(refusal, locale));
            return again(attempt, code, mail, model, locale);
        }
    }

    /** Where the first click has led meanwhile, for the same person and nobody else. */
    private Optional<String> secondClick(
            String code, String password, HttpServletRequest request, HttpServletResponse response) {
        return invitations.justAccepted(code).flatMap(person -> {
            if (signedIn.ifAny().filter(person::equals).isPresent()) {
                return Optional.of("redirect:" + ReturnAddress.HOME.path());
            }
            if (password.isEmpty()) { // who had one before is not asked for it, and signs in afterwards
                return Optional.of("redirect:/sign-in?accepted");
            }
            if (passwords.right(person, password)) {
                sessions.begin(person, request, response);
                return Optional.of("redirect:" + ReturnAddress.HOME.path());
            }
            return Optional.empty();
        });
    }

    private String again(Attempts.Attempt attempt, String code, String mail, Model model, Locale locale) {
        var invitation = invitations.opened(code);
        if (invitation.isEmpty()) {
            model.addAttribute("code", Secrets.typed(code));
            model.addAttribute("gone", true);
            return codePage(model);
        }
        attempts.succeeded(attempt); // the code was right
        return offer(invitation.get(), code, false, mail, model, locale);
    }

    /** Takes the office up with the account that is signed in. */
    @PostMapping("/accept-as-me")
    String acceptAsMe(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        var me = signedIn.ifAny();
        if (me.isEmpty()) { // the session has ended since: the page asks to sign in again
            return open(code, request, response, model, locale);
        }
        var attempt = attempts.begin("invitation", request.getRemoteAddr(), null);
        if (attempt.early()) {
            return wait(attempt, code, response, model);
        }
        try {
            acceptInvitation.accept(code, me.get());
            attempts.succeeded(attempt);
            return "redirect:" + ReturnAddress.HOME.path();
        } catch (Refusal refusal) {
            if (invitations.justAccepted(code).filter(me.get()::equals).isPresent()) { // by a click before this one
                attempts.succeeded(attempt);
                return "redirect:" + ReturnAddress.HOME.path();
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return again(attempt, code, "", model, locale);
        }
    }
}
