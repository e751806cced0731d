package app.tomoni.account.signin;

import app.tomoni.shared.Faults;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Translations;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/** Answers what goes wrong on a page without script, as FaultHandler does on screens. */
@ControllerAdvice
class PageFaults {

    private final Faults faults;
    private final Translations translations;

    PageFaults(Faults faults, Translations translations) {
        this.faults = faults;
        this.translations = translations;
    }

    @ExceptionHandler
    ModelAndView refused(Refusal refusal, Locale locale) {
        return new ModelAndView(
                "fault/refusal", Map.of("refusal", translations.of(refusal, locale)), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    /** An address with something else where an id stands leads nowhere, like that of what is not there. */
    @ExceptionHandler
    ModelAndView mistyped(MethodArgumentTypeMismatchException mismatch, HttpServletResponse response)
            throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
        return new ModelAndView();
    }

    @ExceptionHandler
    @Nullable
    ModelAndView failed(Exception thrown, HttpServletResponse response) throws IOException {
        if (thrown instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            response.sendError(known.getStatusCode().value());
            return new ModelAndView();
        }
        if (response.isCommitted() || DisconnectedClientHelper.isClientDisconnectedException(thrown)) {
            return new ModelAndView(); // nobody is there to read an answer
        }
        return new ModelAndView("fault/fault", Map.of("number", faults.note(thrown)), HttpStatus.INTERNAL_SERVER_ERROR);
    }
}
