package app.tomoni.proposal.ui;

import com.vaadin.flow.server.VaadinRequest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Notes when each request reaches us, before it waits for anything: a proposal sent in time is in time, however long
 * the queue before it is.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Arrivals extends OncePerRequestFilter {

    private static final String ATTRIBUTE = Arrivals.class.getName();

    private final Clock clock;

    Arrivals(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(ATTRIBUTE, clock.instant());
        chain.doFilter(request, response);
    }

    /** When the request that is being answered arrived; now, where there is none. */
    Instant ofThisRequest() {
        var request = VaadinRequest.getCurrent();
        return request != null && request.getAttribute(ATTRIBUTE) instanceof Instant arrived
                ? arrived
                : clock.instant();
    }
}
