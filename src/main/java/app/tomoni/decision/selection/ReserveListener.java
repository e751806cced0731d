package app.tomoni.decision.selection;

import app.tomoni.decision.OutcomeReleased;
import app.tomoni.decision.ResultAnswered;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Looks after the runners-up whenever a result has been released or answered, in a transaction of its own. */
@Component
class ReserveListener {

    private final Reserves reserves;
    private final OfferLetters letters;

    ReserveListener(Reserves reserves, OfferLetters letters) {
        this.reserves = reserves;
        this.letters = letters;
    }

    @ApplicationModuleListener
    void on(OutcomeReleased released) {
        reserves.move(released.call());
    }

    @ApplicationModuleListener
    void on(ResultAnswered answered) {
        if (!answered.accepted()) {
            letters.settle(answered.proposal());
        }
        reserves.move(answered.call());
    }
}
