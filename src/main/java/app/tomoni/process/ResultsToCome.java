package app.tomoni.process;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Knows which cases have results that are decided and not published yet; implemented where results are published. */
public interface ResultsToCome {

    /** Those of these cases, with when their results are published; none of a time while that waits for letters. */
    Map<CaseKey, Optional<Instant>> of(Collection<CaseKey> keys);
}
