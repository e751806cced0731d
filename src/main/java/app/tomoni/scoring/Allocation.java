package app.tomoni.scoring;

import app.tomoni.scoring.Result.Deliberation;
import app.tomoni.scoring.Result.Place;
import app.tomoni.scoring.Result.Reason;
import app.tomoni.scoring.Result.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Down the ranking: who is adopted, who is next in line, and with how much money. */
final class Allocation {

    private final Rule rule;
    private final Outcomes outcomes;
    private final Trace trace;
    private final Amounts amounts;
    private final boolean figureOpen;
    private final List<Deliberation> deliberations = new ArrayList<>();

    /** @param figureOpen whether people still have to say what becomes of a proposal without a figure */
    Allocation(Rule rule, Outcomes outcomes, Trace trace, boolean figureOpen) {
        this.figureOpen = figureOpen;
        this.rule = rule;
        this.outcomes = outcomes;
        this.trace = trace;
        this.amounts = new Amounts(rule, outcomes, trace);
    }

    List<Deliberation> run(List<List<Candidate>> ranking) {
        var eligible = ranking.stream()
                .map(group -> group.stream().filter(c -> c.verdict == null).toList())
                .toList();
        if (figureOpen && !(rule.selection() instanceof Rule.Selection.AllPassing)) {
            // whoever has no figure yet might take a place or money from anybody
            eligible.forEach(group -> group.forEach(c -> close(c, Reason.DELIBERATION_OPEN)));
            return deliberations;
        }
        switch (rule.selection()) {
            case Rule.Selection.AllPassing all -> {
                eligible.forEach(group -> group.forEach(c -> adopt(c, "adoptPassing")));
                grant(eligible);
            }
            case Rule.Selection.Top top -> {
                top(eligible, top);
                grant(eligible);
            }
            case Rule.Selection.WithinBudget within -> withinBudget(eligible, within.whenOver());
        }
        return deliberations;
    }

    private void top(List<List<Candidate>> groups, Rule.Selection.Top top) {
        int left = top.places();
        int reserves = top.reserves();
        for (var group : groups) {
            if (group.size() <= left) {
                group.forEach(c -> adopt(c, "adoptPlace"));
                left -= group.size();
            } else if (left > 0) {
                tieAtLine(group);
                // whoever loses this tie is first among the runners-up
                reserves -= group.size() - left;
                left = 0;
            } else {
                boolean reserve = reserves > 0;
                for (var candidate : group) {
                    candidate.decide(
                            reserve ? Verdict.RUNNER_UP : Verdict.NOT_PASSED, reserve ? null : Reason.OUTSIDE_PLACES);
                    trace.add(reserve ? "reserve" : "outsidePlaces", candidate.id(), "places", top.places());
                }
                reserves -= group.size();
            }
        }
    }

    /** Amounts once it is known who is adopted; together they may not exceed the budget. */
    private void grant(List<List<Candidate>> groups) {
        var adopted = groups.stream()
                .flatMap(List::stream)
                .filter(Candidate::isAdopted)
                .toList();
        if (!rule.award().givesMoney() || adopted.isEmpty()) {
            return;
        }
        boolean shared = rule.award().basis() instanceof Award.Basis.Proportional;
        if (shared && !deliberations.isEmpty() || figureOpen && rule.budgetYen() != null) {
            trace.add("amountsWait", null);
            return;
        }
        var waiting = new ArrayList<String>();
        for (var candidate : adopted) {
            amounts.of(candidate, adopted)
                    .ifPresentOrElse(yen -> candidate.amountYen = yen, () -> waiting.add(candidate.id()));
        }
        if (!waiting.isEmpty()) {
            deliberations.add(new Deliberation(Place.AMOUNTS, List.copyOf(waiting)));
            return;
        }
        fitBudget(adopted);
    }

    private void fitBudget(List<Candidate> adopted) {
        var budget = rule.budgetYen();
        if (budget == null) {
            return;
        }
        // What was set to fit stays set, also when somebody's declining has left room since
        boolean reducible = !(rule.award().basis() instanceof Award.Basis.Committee);
        for (var candidate : adopted) {
            if (reducible && candidate.amountYen != null) {
                amounts.set(candidate, candidate.amountYen).ifPresent(yen -> candidate.amountYen = yen);
            }
        }
        if (sum(adopted) > budget) {
            trace.add("overBudget", null, "sum", sum(adopted), "budget", budget);
            adopted.forEach(c -> c.amountYen = null);
            deliberations.add(new Deliberation(
                    Place.OVER_BUDGET, adopted.stream().map(Candidate::id).toList()));
        }
    }

    private void withinBudget(List<List<Candidate>> groups, Rule.WhenOver whenOver) {
        long left = Objects.requireNonNull(rule.budgetYen());
        Reason closed = null;
        for (var group : groups) {
            if (closed != null) {
                Reason why = closed;
                group.forEach(c -> close(c, why));
                continue;
            }
            group.forEach(c -> c.amountYen = amounts.of(c, List.of()).orElse(0L));
            long needed = sum(group);
            if (needed <= left) {
                for (var candidate : group) {
                    left -= yen(candidate);
                    adopt(candidate, "adoptBudget", "yen", yen(candidate), "left", left);
                }
                continue;
            }
            long rest = Ratio.of(left).floorTo(rule.award().unitYen());
            boolean nobodyFits = group.stream().allMatch(c -> yen(c) > rest);
            if (nobodyFits && (whenOver == Rule.WhenOver.STOP || rest == 0)) {
                closed = Reason.OVER_BUDGET;
                group.forEach(c -> close(c, Reason.OVER_BUDGET));
            } else if (group.size() > 1) {
                tieAtLine(group);
                closed = Reason.DELIBERATION_OPEN;
            } else {
                closed = offer(group.getFirst(), rest);
            }
        }
    }

    /** The first that no longer fits is offered what is left. */
    private Reason offer(Candidate candidate, long rest) {
        long wanted = yen(candidate);
        candidate.amountYen = rest;
        if (outcomes.accepted(candidate.id())) {
            adopt(candidate, "offerAccepted", "wanted", wanted, "yen", rest);
            return Reason.OVER_BUDGET;
        }
        candidate.decide(Verdict.RUNNER_UP, null);
        trace.add("offer", candidate.id(), "wanted", wanted, "yen", rest);
        return Reason.OFFER_OPEN;
    }

    private void close(Candidate candidate, Reason reason) {
        candidate.amountYen = null;
        candidate.decide(reason == Reason.OVER_BUDGET ? Verdict.NOT_PASSED : Verdict.PENDING, reason);
        trace.add(reason == Reason.OVER_BUDGET ? "noMoneyLeft" : "waits", candidate.id(), "for", reason);
    }

    private void tieAtLine(List<Candidate> group) {
        var ids = group.stream().map(Candidate::id).toList();
        for (var candidate : group) {
            candidate.amountYen = null;
            candidate.decide(Verdict.TO_DELIBERATE, Reason.TIE_AT_LINE);
        }
        trace.add("tieAtLine", null, "proposals", ids, "who", rule.lastWord());
        deliberations.add(new Deliberation(Place.LINE, ids));
    }

    private void adopt(Candidate candidate, String code, Object... facts) {
        boolean conditions = rule.aggregate() instanceof Aggregate.Verdict verdict
                && verdict.at(candidate.publishedFigure()).meaning() == Aggregate.Meaning.ADOPT_WITH_CONDITIONS;
        candidate.decide(conditions ? Verdict.ADOPT_WITH_CONDITIONS : Verdict.ADOPT, null);
        trace.add(code, candidate.id(), facts);
    }

    private static long yen(Candidate candidate) {
        return candidate.amountYen == null ? 0 : candidate.amountYen;
    }

    private static long sum(List<Candidate> candidates) {
        return candidates.stream().mapToLong(Allocation::yen).reduce(0, Math::addExact);
    }
}
