package app.tomoni.proposal;

import app.tomoni.process.CaseKey;
import app.tomoni.process.Deadlines;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Until when a group has time to add to its proposal: the same answer that the process gets. */
@Component
class SupplementDeadline {

    private static final String KEY = "supplement";

    private final ObjectProvider<Deadlines> deadlines;

    SupplementDeadline(ObjectProvider<Deadlines> deadlines) {
        this.deadlines = deadlines;
    }

    /** None where nobody sets deadlines. */
    @Nullable
    Instant of(Proposal proposal, Instant from) {
        var known = deadlines.getIfAvailable();
        return known == null ? null : known.due(new CaseKey(proposal.id().value()), KEY, from);
    }
}
