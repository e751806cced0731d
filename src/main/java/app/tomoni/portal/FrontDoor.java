package app.tomoni.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Shows everyone's first page at the root.
 *
 * <p>Screens behind the sign-in send what is typed and clicked to the root as well ({@code v-r}); that is left alone.
 */
@Component
class FrontDoor extends OncePerRequestFilter {

    static final String PAGE = "/welcome";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals(request.getContextPath() + "/")
                || request.getQueryString() != null && request.getQueryString().startsWith("v-r=");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.getRequestDispatcher(PAGE).forward(request, response);
    }
}
