package app.tomoni.decision.selection;

import app.tomoni.decision.OutcomeReleased;
import app.tomoni.decision.ResultAnswered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks after the runners-up whenever a result has been released or answered, in a transaction of its own. */
@Component
class ReserveListener {

    private final Reserves reserves;
    private final TransactionOperations transaction;

    ReserveListener(Reserves reserves, PlatformTransactionManager manager) {
        this.reserves = reserves;
        var own = new TransactionTemplate(manager);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.transaction = own;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(OutcomeReleased released) {
        transaction.executeWithoutResult(status -> reserves.move(released.call()));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(ResultAnswered answered) {
        transaction.executeWithoutResult(status -> reserves.move(answered.call()));
    }
}
