package app.tomoni.decision.selection;

import app.tomoni.shared.Refusal;
import app.tomoni.shared.Yen;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a proposal that asks for money may be granted: no yes is without money, and none gives more than was asked for. */
final class Grant {

    private Grant() {}

    /**
     * @param number of the proposal
     * @param requested none where it asks for no money
     * @param granted with a yes
     */
    static Optional<Refusal> gap(String number, @Nullable Yen requested, Optional<Yen> granted) {
        if (requested == null) {
            return Optional.empty();
        }
        if (granted.isEmpty()) {
            return Optional.of(new Refusal("decision.amount.missing", number));
        }
        if (granted.get().equals(Yen.ZERO) && !requested.equals(Yen.ZERO)) {
            return Optional.of(new Refusal("decision.amount.zero", number));
        }
        return granted.filter(yen -> yen.exceeds(requested))
                .map(yen -> new Refusal("decision.amount.over", number, requested.amount()));
    }
}
