package app.tomoni.call;

import app.tomoni.shared.Ids;
import java.util.UUID;

/** Identifies a call for proposals. */
public record CallId(UUID value) {

    public static CallId of(String text) {
        return new CallId(UUID.fromString(text));
    }

    public static CallId next() {
        return new CallId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
