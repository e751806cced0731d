package app.tomoni.decision.selection;

import app.tomoni.call.CallId;
import app.tomoni.proposal.ProposalId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Looks after the days for the answers whenever letters have left, in the transaction that notes it: nobody reads that a
 * letter has left, and another day.
 */
@Component
class AnswerDayListener {

    /** Letters about these proposals have been handed over or posted. */
    record LettersLeft(CallId call, List<ProposalId> proposals) {}

    private final AnswerDay day;

    AnswerDayListener(AnswerDay day) {
        this.day = day;
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(LettersLeft left) {
        day.left(left.call(), left.proposals());
    }
}
