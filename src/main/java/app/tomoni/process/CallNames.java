package app.tomoni.process;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says what a call is named, for filters over cases; implemented where the calls are. */
public interface CallNames {

    @Nullable
    String of(UUID call, Locale locale);
}
