package app.tomoni.call.ui;

import app.tomoni.call.Call;
import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import com.vaadin.flow.router.RouteParameters;
import java.util.Optional;

/** Finds the call that an address names; an address that names none looks like one that is forbidden. */
final class CallAddress {

    private CallAddress() {}

    static Optional<Call> find(RouteParameters parameters, Calls calls) {
        try {
            return parameters.get("call").map(CallId::of).flatMap(calls::find);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not an id at all
        }
    }
}
