package app.tomoni.scoring;

import app.tomoni.scoring.Result.Verdict;
import app.tomoni.scoring.ScoringRefusal.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Recorded outcomes must answer questions that the result really asks. */
final class OutcomeCheck {

    private OutcomeCheck() {}

    static void check(Rule rule, Entries entries, Outcomes outcomes) {
        var known = entries.proposals().stream().map(ScoredProposal::id).collect(Collectors.toSet());
        for (int i = 0; i < outcomes.ties().size(); i++) {
            for (var id : outcomes.ties().get(i).order()) {
                known("/ties/" + i, id, known);
            }
        }
        each("/answers/", outcomes.answers(), Outcomes.Given::proposal, known);
        each("/amounts/", outcomes.amounts(), Outcomes.Amount::proposal, known);
        each("/verdicts/", outcomes.verdicts(), Outcomes.Given::proposal, known);
        for (int i = 0; i < outcomes.verdicts().size(); i++) {
            var given = outcomes.verdicts().get(i);
            boolean allowed = rule.aggregate() instanceof Aggregate.Verdict verdict
                    ? verdict.grades().stream().anyMatch(g -> g.id().equals(given.value()))
                    : given.value().equals(Outcomes.NOT_PASSED);
            if (!allowed) {
                throw new ScoringRefusal(Source.OUTCOMES, "/verdicts/" + i, "outcome.grade", given.value());
            }
        }
    }

    static void checkUse(Outcomes outcomes, List<Candidate> candidates, Rule rule) {
        for (int i = 0; i < outcomes.answers().size(); i++) {
            var answer = outcomes.answers().get(i);
            boolean asked = candidates.stream()
                    .filter(c -> c.id().equals(answer.proposal()))
                    .anyMatch(c -> c.isAdopted() || c.verdict == Verdict.DECLINED);
            if (!asked) {
                throw new ScoringRefusal(Source.OUTCOMES, "/answers/" + i, "outcome.answer", answer.proposal());
            }
        }
        for (int i = 0; i < outcomes.amounts().size(); i++) {
            var amount = outcomes.amounts().get(i);
            boolean concerned = candidates.stream()
                    .filter(c -> c.id().equals(amount.proposal()))
                    .anyMatch(c -> c.isAdopted() || c.verdict == Verdict.DECLINED || c.verdict == Verdict.WITHDRAWN);
            if (!setsAmounts(rule) || !concerned) {
                throw new ScoringRefusal(Source.OUTCOMES, "/amounts/" + i, "outcome.amountUnasked", amount.proposal());
            }
        }
        for (int i = 0; i < outcomes.verdicts().size(); i++) {
            var given = outcomes.verdicts().get(i);
            boolean drawn =
                    candidates.stream().anyMatch(c -> c.id().equals(given.proposal()) && c.assessed.figure() == null);
            if (!drawn) {
                throw new ScoringRefusal(Source.OUTCOMES, "/verdicts/" + i, "outcome.verdictUnasked", given.proposal());
            }
        }
    }

    /** Down a budget each amount follows from the rule; whoever left after an amount was set simply gets none. */
    private static boolean setsAmounts(Rule rule) {
        return rule.award().basis() instanceof Award.Basis.Committee
                || rule.budgetYen() != null && !(rule.selection() instanceof Rule.Selection.WithinBudget);
    }

    private static <T> void each(String at, List<T> given, Function<T, String> id, Set<String> known) {
        var seen = new HashSet<String>();
        for (int i = 0; i < given.size(); i++) {
            var proposal = id.apply(given.get(i));
            known(at + i, proposal, known);
            if (!seen.add(proposal)) {
                throw new ScoringRefusal(Source.OUTCOMES, at + i, "outcome.twice", proposal);
            }
        }
    }

    private static void known(String at, String id, Set<String> known) {
        if (!known.contains(id)) {
            throw new ScoringRefusal(Source.OUTCOMES, at, "outcome.unknownProposal", id);
        }
    }
}
