package app.tomoni.shared.ui;

import com.vaadin.flow.server.HandlerHelper;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SynchronizedRequestHandler;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import org.springframework.stereotype.Component;

/** What a page asks by itself is no sign of a person: it does not put off the end of a session that stands idle. */
@Component
public class Unattended extends SynchronizedRequestHandler implements VaadinServiceInitListener {

    private static final String LAST = Unattended.class.getName();

    /** The request that is being answered is the page's own, and nobody's doing. */
    public static void mark() {
        var request = VaadinRequest.getCurrent();
        if (request != null && request.getAttribute(LAST) instanceof Long last) {
            VaadinSession.getCurrent().setLastRequestTimestamp(last);
        }
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addRequestHandler(this);
    }

    @Override
    protected boolean canHandleRequest(VaadinRequest request) {
        return HandlerHelper.isRequestType(request, HandlerHelper.RequestType.UIDL);
    }

    /** Notes when somebody last did something, before the framework counts this request, too. */
    @Override
    public boolean synchronizedHandleRequest(VaadinSession session, VaadinRequest request, VaadinResponse response) {
        request.setAttribute(LAST, session.getLastRequestTimestamp());
        return false;
    }
}
