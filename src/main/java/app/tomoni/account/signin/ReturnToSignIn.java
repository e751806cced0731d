package app.tomoni.account.signin;

import com.vaadin.flow.server.HandlerHelper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/** Leads whoever is not signed in to the sign-in page, which leads back here and says when a session had expired. */
@Component
class ReturnToSignIn implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        var page = HttpMethod.GET.matches(request.getMethod()) && !HandlerHelper.isNonHtmlInitiatedRequest(request);
        if (!page) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        var target = new StringBuilder(request.getContextPath())
                .append('/')
                .append(SignInPage.PATH)
                .append("?to=")
                .append(ReturnAddress.of(request).orElse(ReturnAddress.HOME).asParameter());
        if (expired(request)) {
            target.append("&expired");
        }
        response.sendRedirect(target.toString());
    }

    /** Whether the browser brought a session that is no longer known. */
    private static boolean expired(HttpServletRequest request) {
        return request.getAttribute(SessionGuard.ENDED) != null
                || (request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid());
    }
}
