package app.tomoni.process;

import app.tomoni.account.Office;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says who holds an office for a scope, as people know them; implemented where departments and groups are. */
public interface OfficeNames {

    /** The name, such as that of a department or group; none when this scope is not known here. */
    @Nullable
    String of(Office office, @Nullable UUID scope, Locale locale);
}
