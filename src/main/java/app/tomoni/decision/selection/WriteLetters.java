package app.tomoni.decision.selection;

import app.tomoni.call.CallId;
import app.tomoni.process.RepeatedIds;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Writes one letter for each proposal decided about; again as long as nothing has left, without new numbers.
 *
 * <p>They are numbered in the order in which the proposals came in: a number must not tell how many fared better.
 */
@Component
public class WriteLetters implements JavaDelegate {

    private final DecisionRegister decisions;
    private final LetterRegister register;
    private final Materials materials;
    private final LettersToWrite toWrite;
    private final LetterWriting writing;
    private final Clock clock;

    WriteLetters(
            DecisionRegister decisions,
            LetterRegister register,
            Materials materials,
            LettersToWrite toWrite,
            LetterWriting writing,
            Clock clock) {
        this.decisions = decisions;
        this.register = register;
        this.materials = materials;
        this.toWrite = toWrite;
        this.writing = writing;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var call = CallId.of(execution.getProcessBusinessKey());
        execution.setVariable("proposals", RepeatedIds.variable(write(call, LocalDate.now(clock))));
    }

    /** @return the proposals that were written to */
    List<String> write(CallId call, LocalDate dated) {
        var decision = decisions.standing(call.value()).orElseThrow();
        var material = materials.of(call);
        var existing = register.ofCall(call.value());
        var number = existing.isEmpty() ? writing.nextNumber(decision.elsewhere(), dated) : "";
        var written = new ArrayList<String>();
        for (var letter : toWrite.results(decision, material)) {
            var proposal = letter.entrant().proposal();
            written.add(proposal.toString());
            var own = existing.stream()
                    .filter(each -> each.proposal().equals(proposal) && each.kind() == Letter.Kind.RESULT)
                    .findFirst();
            if (own.isPresent()) {
                writing.rewrite(own.get(), material.terms(), letter.entrant(), decision, letter.content(), dated);
            } else {
                writing.write(
                        material.terms(),
                        letter.entrant(),
                        decision,
                        letter.content(),
                        number + "-" + written.size(),
                        dated);
            }
        }
        return written;
    }
}
