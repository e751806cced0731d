package app.tomoni.account.signin;

import app.tomoni.shared.Faults;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page for everything that ends before a handler could answer. Absent and forbidden look the same. */
@Controller
@AnonymousAllowed
class ErrorPage implements ErrorController {

    private final Faults faults;

    ErrorPage(Faults faults) {
        this.faults = faults;
    }

    @RequestMapping("/error")
    ModelAndView page(HttpServletRequest request, HttpServletResponse response) {
        // The screen that was asked for allows itself less, and this page would stand there without its styles
        response.setHeader("Content-Security-Policy", SecurityConfiguration.PAGE_POLICY);
        var status = Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .map(Integer.class::cast)
                .map(HttpStatus::resolve)
                .orElse(HttpStatus.NOT_FOUND);
        if (status.is5xxServerError()) {
            var thrown = Optional.ofNullable((Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
            var number = faults.note(thrown.orElseGet(() -> new IllegalStateException("status " + status.value())));
            return new ModelAndView("fault/fault", Map.of("number", number), status);
        }
        var absent = status == HttpStatus.NOT_FOUND || status == HttpStatus.FORBIDDEN;
        return new ModelAndView("fault/" + (absent ? "absent" : "again"), absent ? HttpStatus.NOT_FOUND : status);
    }
}
