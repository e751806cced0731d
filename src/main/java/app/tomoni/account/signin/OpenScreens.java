package app.tomoni.account.signin;

import app.tomoni.account.SignedIn;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.HandlerHelper;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SynchronizedRequestHandler;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.shared.JsonConstants;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * Asks at every request of a screen that stands open whether the person may still be there: an office that has ended
 * does nothing more. The browser is led to a page that says so, and whoever is not signed in any more to the sign-in.
 */
@Component
public class OpenScreens extends SynchronizedRequestHandler implements VaadinServiceInitListener {

    /** Where it is said that an office has ended. */
    public static final String ENDED = "ended";

    private final transient Entry entry;
    private final transient SignedIn signedIn;

    OpenScreens(Entry entry, SignedIn signedIn) {
        this.entry = entry;
        this.signedIn = signedIn;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addRequestHandler(this);
    }

    @Override
    protected boolean canHandleRequest(VaadinRequest request) {
        return HandlerHelper.isRequestType(request, HandlerHelper.RequestType.UIDL);
    }

    @Override
    public boolean synchronizedHandleRequest(VaadinSession session, VaadinRequest request, VaadinResponse response)
            throws IOException {
        var ui = session.getService().findUI(request);
        if (ui == null) {
            return false;
        }
        var shown = ui.getInternals().getActiveRouterTargetsChain().stream().findFirst();
        if (shown.isEmpty()
                || shown.get() instanceof HasErrorParameter
                || entry.open(ClassUtils.getUserClass(shown.get()))) {
            return false;
        }
        session.getService()
                .writeUncachedStringResponse(
                        response,
                        JsonConstants.JSON_CONTENT_TYPE,
                        signedIn.ifAny().isPresent()
                                ? VaadinService.createCriticalNotificationJSON(null, null, null, ENDED)
                                : VaadinService.createSessionExpiredJSON(true));
        return true;
    }
}
