package app.tomoni.process;

import app.tomoni.shared.Refusal;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A step of the sample models: refuses what it is told to, and says who advises. */
@Component
class RegisterRequest implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        if (execution.getVariable("refuse") instanceof String key) {
            throw new Refusal(key);
        }
        if (!execution.hasVariable("advisers")) {
            execution.setVariable("advisers", app.tomoni.shared.Json.write(List.of()));
        }
    }
}
