package app.tomoni.decision.selection;

import app.tomoni.process.CaseKey;
import app.tomoni.process.ResultsToCome;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says of selections that have come to their end whether their results are still to be published, and when. */
@Component
@Transactional(readOnly = true)
class UnpublishedResults implements ResultsToCome {

    private final Publications publications;

    UnpublishedResults(Publications publications) {
        this.publications = publications;
    }

    @Override
    public Map<CaseKey, Optional<Instant>> of(Collection<CaseKey> keys) {
        return publications.toCome().stream()
                .filter(each -> keys.contains(new CaseKey(each.call())))
                .collect(Collectors.toMap(
                        each -> new CaseKey(each.call()),
                        each -> each.heldAt() == null ? Optional.of(each.plannedAt()) : Optional.empty()));
    }
}
