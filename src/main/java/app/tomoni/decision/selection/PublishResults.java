package app.tomoni.decision.selection;

import app.tomoni.call.CallId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the results to everybody at the confirmed time. */
@Component
class PublishResults implements JavaDelegate {

    private final Publisher publisher;

    PublishResults(Publisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public void execute(DelegateExecution execution) {
        publisher.allow(CallId.of(execution.getProcessBusinessKey()));
    }
}
