package app.tomoni.process;

import app.tomoni.shared.Refusal;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A step of the sample models that fails when the case says so. */
@Component
class RemindApplicant implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        if (Boolean.TRUE.equals(execution.getVariable("breakReminder"))) {
            throw new IllegalStateException("the reminder broke");
        }
        if (Boolean.TRUE.equals(execution.getVariable("refuseReminder"))) {
            throw new Refusal("shared.holidays.unknown", LocalDate.of(2032, 1, 5), LocalDate.of(2031, 12, 31));
        }
    }
}
