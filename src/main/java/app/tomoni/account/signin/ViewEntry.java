package app.tomoni.account.signin;

import com.vaadin.flow.server.auth.AccessCheckResult;
import com.vaadin.flow.server.auth.NavigationAccessChecker;
import com.vaadin.flow.server.auth.NavigationContext;
import org.springframework.stereotype.Component;

/** Asks at every navigation whether the person may enter the view; a closed view looks like one that does not exist. */
@Component
class ViewEntry implements NavigationAccessChecker {

    private final transient Entry entry;

    ViewEntry(Entry entry) {
        this.entry = entry;
    }

    @Override
    public AccessCheckResult check(NavigationContext context) {
        if (context.isErrorHandling()) {
            return context.allow(); // the page that says "not found" is open to everyone
        }
        return entry.open(context.getNavigationTarget()) ? context.allow() : context.deny("");
    }
}
