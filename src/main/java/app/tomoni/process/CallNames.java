package app.tomoni.process;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Says what calls are named, for filters over cases; implemented where the calls are. */
public interface CallNames {

    /** The names of those calls that are known, in one look-up. */
    Map<UUID, String> of(Collection<UUID> calls);
}
