package app.tomoni.review;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.proposal.ProposalId;
import app.tomoni.scoring.Aggregate;
import app.tomoni.scoring.Award;
import app.tomoni.scoring.Outcomes;
import app.tomoni.scoring.Rule;
import app.tomoni.scoring.ScoredProposal;
import app.tomoni.scoring.Scoring;
import app.tomoni.scoring.Sheet;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a reviewer's own marks come to so far, as the scoring module adds them up. */
@Component
@Transactional(readOnly = true)
public class SheetTotals {

    private final Calls calls;

    SheetTotals(Calls calls) {
        this.calls = calls;
    }

    /** The total of the marks given so far; nothing as long as there is none. */
    public Optional<BigDecimal> of(CallId call, ProposalId proposal, PersonId reviewer, Map<String, BigDecimal> marks) {
        return Optional.ofNullable(of(call, reviewer, Map.of(proposal, marks)).get(proposal));
    }

    /** The total of each proposal that has marks. */
    public Map<ProposalId, BigDecimal> of(
            CallId call, PersonId reviewer, Map<ProposalId, Map<String, BigDecimal>> marks) {
        var rule = Rule.parse(calls.get(call).guideline().ruleJson());
        var totals = new HashMap<ProposalId, BigDecimal>();
        marks.forEach((proposal, own) -> {
            if (!own.isEmpty()) {
                totals.put(proposal, total(rule, proposal, reviewer, own));
            }
        });
        return totals;
    }

    private static BigDecimal total(Rule rule, ProposalId proposal, PersonId reviewer, Map<String, BigDecimal> marks) {
        var result = Scoring.evaluate(
                sheetOnly(rule, marks),
                List.of(ScoredProposal.entered(proposal.toString(), null)),
                List.of(Sheet.scored(proposal.toString(), reviewer.toString(), marks)),
                Outcomes.none());
        return Objects.requireNonNull(
                result.standing(proposal.toString()).orElseThrow().published());
    }

    /** The rule for one sheet alone: its criteria as far as they are marked, and no ranking, choice or money. */
    private static Rule sheetOnly(Rule rule, Map<String, BigDecimal> marks) {
        return new Rule(
                rule.id(),
                rule.name(),
                rule.note(),
                rule.criteria().stream()
                        .filter(criterion -> marks.containsKey(criterion.id()))
                        .toList(),
                rule.sheetMax(),
                new Aggregate.Sum(),
                Rule.Recusal.EXCLUDE,
                Rule.Panel.PER_PROPOSAL,
                rule.rounding(),
                null,
                null,
                List.of(),
                List.of(),
                new Rule.Selection.AllPassing(),
                null,
                new Award(new Award.Basis.None(), null, 1),
                rule.disclosure(),
                rule.information());
    }
}
