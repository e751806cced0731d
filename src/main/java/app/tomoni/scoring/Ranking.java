package app.tomoni.scoring;

import app.tomoni.scoring.Result.DecidedBy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Ranks by published figure, ties broken by the rule's chain and then by what people recorded: 1, 2, 2, 4. */
final class Ranking {

    private final Rule rule;
    private final Outcomes outcomes;
    private final Trace trace;
    private final Set<Outcomes.TieOrder> used = new HashSet<>();

    Ranking(Rule rule, Outcomes outcomes, Trace trace) {
        this.rule = rule;
        this.outcomes = outcomes;
        this.trace = trace;
    }

    /** Best first; those in one group are equal in every respect that the rule names. */
    List<List<Candidate>> run(List<Candidate> candidates) {
        var byFigure = new ArrayList<List<Candidate>>();
        for (var group :
                split(candidates, Candidate::publishedFigure, rule.aggregate().lowerIsBetter())) {
            group.forEach(c -> c.decidedBy = DecidedBy.SCORE);
            byFigure.addAll(group.size() == 1 ? List.of(group) : untie(group));
        }
        int rank = 1;
        for (var group : byFigure) {
            for (var candidate : group) {
                candidate.rank = rank;
                tellRank(candidate, rank, group.size() > 1);
            }
            rank += group.size();
        }
        for (int i = 0; i < outcomes.ties().size(); i++) {
            if (!used.contains(outcomes.ties().get(i))) {
                throw new ScoringRefusal(
                        ScoringRefusal.Source.OUTCOMES,
                        "/ties/" + i,
                        "outcome.notTied",
                        String.join(" ", outcomes.ties().get(i).order()));
            }
        }
        return byFigure;
    }

    private void tellRank(Candidate candidate, int rank, boolean shared) {
        var figure = candidate.publishedFigure();
        if (rule.aggregate() instanceof Aggregate.Verdict verdict) {
            trace.add(
                    "rankGrade",
                    candidate.id(),
                    "rank",
                    rank,
                    "grade",
                    verdict.at(figure).id());
            return;
        }
        trace.add(
                shared ? "rankShared" : "rank",
                candidate.id(),
                "rank",
                rank,
                "figure",
                figure,
                "by",
                candidate.decidedBy == DecidedBy.OUTCOME
                        ? rule.lastWord()
                        : Objects.requireNonNull(candidate.decidedBy));
    }

    private List<List<Candidate>> untie(List<Candidate> tied) {
        List<List<Candidate>> groups = List.of(tied);
        for (var step : rule.ties()) {
            var next = new ArrayList<List<Candidate>>();
            for (var group : groups) {
                next.addAll(group.size() == 1 ? List.of(group) : apply(step, group));
            }
            groups = next;
        }
        var ordered = new ArrayList<List<Candidate>>();
        for (var group : groups) {
            ordered.addAll(group.size() == 1 ? List.of(group) : people(group));
        }
        return ordered;
    }

    private List<List<Candidate>> apply(Rule.TieBreak step, List<Candidate> group) {
        return switch (step) {
            case Rule.TieBreak.HigherCriterion higher ->
                tell(
                        DecidedBy.CRITERION,
                        higher.criterion(),
                        group,
                        split(group, c -> mean(c, higher.criterion()), false));
            case Rule.TieBreak.SmallerRequest smaller ->
                tell(DecidedBy.SMALLER_REQUEST, "", group, split(group, c -> Ratio.of(c.requestedYen()), true));
            case Rule.TieBreak.ByPeople people -> List.of(group);
        };
    }

    private List<List<Candidate>> people(List<Candidate> group) {
        for (var tie : outcomes.ties()) {
            if (orders(tie.order(), group)) {
                used.add(tie);
                trace.add("tieOutcome", null, "who", rule.lastWord(), "order", tie.order(), "why", tie.reason());
                return inOrder(tie.order(), group);
            }
        }
        group.forEach(c -> c.decidedBy = DecidedBy.TIED);
        trace.add("tieOpen", null, "proposals", ids(group));
        return List.of(group);
    }

    /** Whoever may still be adopted has to stand in the order; people are not asked about those who are out. */
    private static boolean orders(List<String> order, List<Candidate> group) {
        var named = Set.copyOf(order);
        return order.size() > 1
                && named.size() == order.size()
                && ids(group).containsAll(named)
                && group.stream().allMatch(c -> c.verdict != null || named.contains(c.id()));
    }

    /** One after the other as named; those who are not named stand behind them and share a rank. */
    private static List<List<Candidate>> inOrder(List<String> order, List<Candidate> group) {
        var named = new ArrayList<>(
                group.stream().filter(c -> order.contains(c.id())).toList());
        named.sort(Comparator.comparing(c -> order.indexOf(c.id())));
        var behind = group.stream().filter(c -> !order.contains(c.id())).toList();
        named.forEach(c -> c.decidedBy = DecidedBy.OUTCOME);
        behind.forEach(c -> c.decidedBy = behind.size() > 1 ? DecidedBy.TIED : DecidedBy.OUTCOME);
        var groups = new ArrayList<List<Candidate>>();
        named.forEach(c -> groups.add(List.of(c)));
        if (!behind.isEmpty()) {
            groups.add(behind);
        }
        return groups;
    }

    private List<List<Candidate>> tell(DecidedBy by, String name, List<Candidate> before, List<List<Candidate>> after) {
        trace.add(
                (after.size() > 1 ? "tieBroken" : "tieRemains") + (by == DecidedBy.CRITERION ? "By" : ""),
                null,
                "proposals",
                ids(before),
                "by",
                by,
                "criterion",
                name,
                "order",
                after.stream().map(Ranking::ids).toList());
        if (after.size() > 1) {
            before.forEach(c -> c.decidedBy = by);
        }
        return after;
    }

    private Ratio mean(Candidate candidate, String criterion) {
        var mean = Objects.requireNonNull(candidate.assessed.means().get(criterion));
        return Ratio.of(rule.rounding().criterion(mean));
    }

    private static List<List<Candidate>> split(
            List<Candidate> candidates, Function<Candidate, Ratio> figure, boolean lowestFirst) {
        var order = Comparator.<Ratio>naturalOrder();
        var groups = new TreeMap<Ratio, List<Candidate>>(lowestFirst ? order : order.reversed());
        for (var candidate : candidates) {
            groups.computeIfAbsent(figure.apply(candidate), f -> new ArrayList<>())
                    .add(candidate);
        }
        return List.copyOf(groups.values());
    }

    private static List<String> ids(List<Candidate> group) {
        return group.stream().map(Candidate::id).toList();
    }
}
