package app.tomoni.process;

import app.tomoni.account.Office;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** For which call, group and department a case's offices are held. */
public record CaseScopes(
        @Nullable UUID call,
        @Nullable UUID organisation,
        @Nullable UUID department) {

    /** The scope that an office has in this case; none for an office of the whole city. */
    public @Nullable UUID of(Office office) {
        return switch (office.scope()) {
            case CITY -> null;
            case CALL -> call;
            case ORGANISATION -> organisation;
            case DEPARTMENT -> department;
        };
    }
}
