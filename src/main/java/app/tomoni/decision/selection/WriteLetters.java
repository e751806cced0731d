package app.tomoni.decision.selection;

import app.tomoni.call.CallId;
import app.tomoni.process.RepeatedIds;
import app.tomoni.shared.Translations;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
    private final Recommendations recommendations;
    private final Evaluations evaluations;
    private final LetterRegister register;
    private final Materials materials;
    private final WaitingReserves reserves;
    private final LetterWriting writing;
    private final Translations words;
    private final Clock clock;

    WriteLetters(
            DecisionRegister decisions,
            Recommendations recommendations,
            Evaluations evaluations,
            LetterRegister register,
            Materials materials,
            WaitingReserves reserves,
            LetterWriting writing,
            Translations words,
            Clock clock) {
        this.decisions = decisions;
        this.recommendations = recommendations;
        this.evaluations = evaluations;
        this.register = register;
        this.materials = materials;
        this.reserves = reserves;
        this.writing = writing;
        this.words = words;
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
        var recommendation = recommendations.findByCallId(call.value()).orElseThrow();
        var evaluation = evaluations.findById(recommendation.evaluation()).orElseThrow();
        var whyNot = Why.not(evaluation, recommendation, words, LetterWriting.LANGUAGE);
        var material = materials.of(call);
        var offered = reserves.onNotification(decision, material).stream()
                .map(WaitingReserves.Offered::proposal)
                .collect(Collectors.toSet());
        var existing = register.ofCall(call.value());
        var number = existing.isEmpty() ? writing.nextNumber(decision.elsewhere(), dated) : "";
        var written = new ArrayList<String>();
        var branch = 0;
        for (var entrant : material.takingPart()) {
            var decided = decision.line(entrant.proposal());
            if (decided.isEmpty()) {
                continue;
            }
            branch++;
            var line = decided.get();
            var own = existing.stream()
                    .filter(letter -> letter.proposal().equals(line.proposal()) && letter.kind() == Letter.Kind.RESULT)
                    .findFirst();
            var comment = recommendation
                    .line(line.proposal())
                    .map(RecommendedLine::comment)
                    .orElse("");
            var content = new LetterWriting.Content(
                    Letter.Kind.RESULT,
                    line.outcome(),
                    line.amount().orElse(null),
                    line.conditionList(),
                    line.outcome().isYes()
                            ? reason(line, recommendation)
                            : (whyNot.of(line.proposal()) + "\n" + reason(line, recommendation)).strip(),
                    comment,
                    offered.contains(line.proposal()));
            if (own.isPresent()) {
                writing.rewrite(own.get(), material.terms(), entrant, decision, content, dated);
            } else {
                writing.write(material.terms(), entrant, decision, content, number + "-" + branch, dated);
            }
            written.add(line.proposal().toString());
        }
        return written;
    }

    /** The city's own reason where it has one, else the committee's. */
    static String reason(DecidedLine line, Recommendation recommendation) {
        return line.reason().isEmpty()
                ? recommendation
                        .line(line.proposal())
                        .map(RecommendedLine::reason)
                        .orElse("")
                : line.reason();
    }
}
