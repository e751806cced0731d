package app.tomoni.process;

import java.util.UUID;

/** Names a case: the id of the proposal, the call or whatever else it is about. */
public record CaseKey(UUID value) {

    public static CaseKey of(String text) {
        return new CaseKey(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
