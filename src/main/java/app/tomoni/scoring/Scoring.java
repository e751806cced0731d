package app.tomoni.scoring;

import app.tomoni.scoring.Result.Deliberation;
import app.tomoni.scoring.Result.Place;
import app.tomoni.scoring.Result.Reason;
import app.tomoni.scoring.Result.Standing;
import app.tomoni.scoring.Result.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The one place where points are added up. */
public final class Scoring {

    private final Rule rule;
    private final Entries entries;
    private final Outcomes outcomes;
    private final Trace trace;

    private Scoring(Rule rule, Entries entries, Outcomes outcomes, Trace trace) {
        this.rule = rule;
        this.entries = entries;
        this.outcomes = outcomes;
        this.trace = trace;
    }

    /**
     * From sheets to the result. The order of the lists does not matter.
     *
     * @throws ScoringRefusal when the inputs contradict the rule or each other
     */
    public static Result evaluate(Rule rule, List<ScoredProposal> proposals, List<Sheet> sheets, Outcomes outcomes) {
        return evaluate(rule, proposals, Scores.named(sheets), outcomes);
    }

    /**
     * From sheets, or from what a finished call published in their place, to the same result.
     *
     * @throws ScoringRefusal when the inputs contradict the rule or each other
     */
    public static Result evaluate(Rule rule, List<ScoredProposal> proposals, Scores scores, Outcomes outcomes) {
        var entries = Entries.of(rule, proposals, scores);
        var trace = new Trace(rule, TraceFile.inputs(rule, entries, scores.level(), outcomes));
        var scoring = new Scoring(rule, entries, outcomes, trace);
        if (!scores.holdsSheets()) {
            return scoring.decide(PublishedAssessment.of(rule, entries, trace), Map.of(), scores.level());
        }
        var assessment = new Assessment(rule, entries, trace);
        return scoring.decide(assessment.run(), assessment.marked(), scores.level());
    }

    /** Computes a kept trace again. */
    static Result replay(String trace) {
        return TraceFile.compute(trace, UnaryOperator.identity());
    }

    /**
     * Computes a kept trace again from no more than its rule discloses: the same result, and a trace that is open data.
     *
     * @param letters decides who becomes A, B, C for each proposal; use one that nobody can guess
     */
    public static Result published(String trace, RandomGenerator letters) {
        return TraceFile.compute(trace, inputs -> inputs.published(letters));
    }

    private Result decide(List<Assessed> assessed, Map<String, List<Assessment.Marked>> marked, Scores.Level level) {
        OutcomeCheck.check(rule, entries, outcomes);
        var candidates = candidates(assessed);
        new Screening(rule, outcomes, trace).run(candidates);
        var ranking = new Ranking(rule, outcomes, trace)
                .run(candidates.stream()
                        .filter(c ->
                                c.total != null && c.assessed.out().stream().noneMatch(Reason::leavesRanking))
                        .toList());
        var deliberations = new ArrayList<Deliberation>();
        var withoutFigure = candidates.stream()
                .filter(c -> c.verdict == Verdict.TO_DELIBERATE)
                .map(Candidate::id)
                .toList();
        if (!withoutFigure.isEmpty()) {
            deliberations.add(new Deliberation(Place.FIGURE, withoutFigure));
        }
        deliberations.addAll(new Allocation(rule, outcomes, trace, !withoutFigure.isEmpty()).run(ranking));
        OutcomeCheck.checkUse(outcomes, candidates, rule);
        var ranks = new HashMap<String, Integer>();
        candidates.forEach(c -> {
            if (c.rank != null) {
                ranks.put(c.id(), c.rank);
            }
        });
        var information = rule.holdsPoints()
                ? new Severity(rule, marked, ranks, level == Scores.Level.NAMED).information()
                : Information.none();
        var standings = standings(candidates, marked);
        long granted = candidates.stream()
                .filter(Candidate::isAdopted)
                .mapToLong(c -> c.amountYen == null ? 0 : c.amountYen)
                .sum();
        var result = new Result(standings, List.copyOf(deliberations), rule.budgetYen(), granted, information, trace);
        trace.close(ResultJson.of(result));
        return result;
    }

    private List<Candidate> candidates(List<Assessed> all) {
        long votes = all.stream().mapToLong(a -> votes(a.proposal())).sum();
        var candidates = new ArrayList<Candidate>();
        for (var assessed : all) {
            var total = total(assessed, votes);
            BigDecimal published = total == null ? null : rule.rounding().total(total);
            if (total != null && published != null && !(rule.aggregate() instanceof Aggregate.Verdict)) {
                trace.add(
                        rule.rounding().decimals() == 0 ? "roundedWhole" : "rounded",
                        assessed.proposal().id(),
                        "figure",
                        total,
                        "decimals",
                        rule.rounding().decimals(),
                        "mode",
                        rule.rounding().mode(),
                        "published",
                        published.toPlainString());
            }
            var candidate = new Candidate(assessed, total, published);
            left(candidate);
            candidates.add(candidate);
        }
        return candidates;
    }

    private @Nullable Ratio total(Assessed assessed, long allVotes) {
        var id = assessed.proposal().id();
        var figure = assessed.figure();
        if (figure == null && rule.aggregate() instanceof Aggregate.Verdict verdict) {
            for (int i = 0; i < verdict.grades().size(); i++) {
                if (outcomes.verdict(id)
                        .filter(verdict.grades().get(i).id()::equals)
                        .isPresent()) {
                    trace.add(
                            "verdictOutcome",
                            id,
                            "grade",
                            verdict.grades().get(i).id());
                    return Ratio.of(i + 1);
                }
            }
        }
        if (figure == null || rule.votes() == null) {
            return figure;
        }
        long own = votes(assessed.proposal());
        return switch (rule.votes()) {
            case Rule.Votes.SecondRoundBonus bonus -> {
                var each = bonus.pointsPerVote();
                var added = each.times(own);
                var sum = figure.plus(added);
                trace.add(
                        "votesBonus", id, "votes", own, "each", each, "added", added, "before", figure, "figure", sum);
                yield sum;
            }
            case Rule.Votes.AudienceShare share -> {
                var pool = share.pool();
                var added = allVotes == 0 ? Ratio.ZERO : pool.times(own).dividedBy(allVotes);
                var sum = figure.plus(added);
                trace.add(
                        "votesShare", id,
                        "pool", pool,
                        "votes", own,
                        "of", allVotes,
                        "added", added,
                        "before", figure,
                        "figure", sum);
                yield sum;
            }
        };
    }

    private void left(Candidate candidate) {
        var proposal = candidate.assessed.proposal();
        if (proposal.status() == ScoredProposal.Status.WITHDRAWN_LATE) {
            candidate.decide(Verdict.WITHDRAWN, null);
            trace.add("withdrawnLate", proposal.id());
        } else if (proposal.status() == ScoredProposal.Status.DECLINED || outcomes.declined(proposal.id())) {
            candidate.decide(Verdict.DECLINED, null);
            trace.add("declined", proposal.id());
        }
    }

    private static long votes(ScoredProposal proposal) {
        var votes = proposal.votes();
        return votes == null ? 0 : votes;
    }

    private List<Standing> standings(List<Candidate> candidates, Map<String, List<Assessment.Marked>> marked) {
        var inOrder = candidates.stream()
                .sorted(Comparator.comparing((Candidate c) -> c.rank == null ? Integer.MAX_VALUE : (int) c.rank)
                        .thenComparing(Candidate::id))
                .toList();
        var standings = new ArrayList<Standing>();
        long cumulative = 0;
        for (var candidate : inOrder) {
            if (candidate.isAdopted() && candidate.amountYen != null) {
                cumulative += candidate.amountYen;
            }
            standings.add(standing(candidate, marked.getOrDefault(candidate.id(), List.of()), cumulative));
        }
        for (var proposal : entries.proposals()) {
            if (!proposal.status().isRanked()) {
                var verdict =
                        proposal.status() == ScoredProposal.Status.WITHDRAWN ? Verdict.WITHDRAWN : Verdict.INELIGIBLE;
                trace.add(verdict == Verdict.WITHDRAWN ? "withdrawn" : "ineligible", proposal.id());
                standings.add(new Standing(
                        proposal.id(),
                        null,
                        null,
                        null,
                        Map.of(),
                        Map.of(),
                        null,
                        null,
                        verdict,
                        null,
                        proposal.requestedYen(),
                        null,
                        null));
            }
        }
        return List.copyOf(standings);
    }

    private Standing standing(Candidate candidate, List<Assessment.Marked> marked, long cumulative) {
        var means = new TreeMap<String, BigDecimal>();
        candidate
                .assessed
                .means()
                .forEach((id, mean) -> means.put(id, rule.rounding().criterion(mean)));
        var totals = new TreeMap<String, Ratio>();
        marked.forEach(m -> totals.put(m.sheet().reviewer(), m.total()));
        var grade = rule.aggregate() instanceof Aggregate.Verdict verdict && candidate.total != null
                ? verdict.at(candidate.total).id()
                : null;
        boolean money = rule.award().givesMoney() && candidate.amountYen != null;
        return new Standing(
                candidate.id(),
                candidate.total,
                candidate.published,
                grade,
                means,
                totals,
                candidate.rank,
                candidate.decidedBy,
                Objects.requireNonNull(candidate.verdict),
                candidate.reason,
                candidate.assessed.proposal().requestedYen(),
                candidate.amountYen,
                money && candidate.isAdopted() ? (Long) cumulative : null);
    }
}
