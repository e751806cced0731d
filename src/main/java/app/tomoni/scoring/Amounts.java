package app.tomoni.scoring;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What an award rule gives one proposal, cut down to request, ceiling and unit. */
final class Amounts {

    private final Rule rule;
    private final Outcomes outcomes;
    private final Trace trace;

    Amounts(Rule rule, Outcomes outcomes, Trace trace) {
        this.rule = rule;
        this.outcomes = outcomes;
        this.trace = trace;
    }

    /** @return empty where the committee has not yet set the amount */
    Optional<Long> of(Candidate candidate, List<Candidate> adopted) {
        var award = rule.award();
        var request = Ratio.of(candidate.requestedYen());
        var basis = switch (award.basis()) {
            case Award.Basis.None none -> Ratio.ZERO;
            case Award.Basis.Requested requested -> request;
            case Award.Basis.Committee committee -> request;
            case Award.Basis.Bands bands -> band(bands, candidate, request);
            case Award.Basis.Line line -> line(line, candidate);
            case Award.Basis.Proportional share -> share(candidate, adopted);
        };
        long most = cut(basis, candidate, request);
        trace.add("amount", candidate.id(), "basis", basis, "request", request, "unit", award.unitYen(), "yen", most);
        return award.basis() instanceof Award.Basis.Committee ? set(candidate, most) : Optional.of(most);
    }

    /** The committee's amount, never above what the rule allows. */
    Optional<Long> set(Candidate candidate, long most) {
        var set = outcomes.amount(candidate.id());
        set.ifPresent(amount -> {
            if (amount.yen() < 0 || amount.yen() > most) {
                throw refused(amount, "outcome.amount", most);
            }
            if (amount.yen() % rule.award().unitYen() != 0) {
                throw refused(amount, "outcome.amountUnit", rule.award().unitYen());
            }
            trace.add("amountSet", candidate.id(), "from", most, "yen", amount.yen(), "why", amount.reason());
        });
        return set.map(Outcomes.Amount::yen);
    }

    private ScoringRefusal refused(Outcomes.Amount amount, String key, long limit) {
        return new ScoringRefusal(
                ScoringRefusal.Source.OUTCOMES,
                "/amounts/" + outcomes.amounts().indexOf(amount) + "/yen",
                key,
                amount.yen(),
                amount.proposal(),
                limit);
    }

    private long cut(Ratio basis, Candidate candidate, Ratio request) {
        var yen = basis.signum() < 0 ? Ratio.ZERO : basis;
        var cap = rule.award().capYen();
        if (basis.signum() < 0) {
            trace.add("belowZero", candidate.id());
        }
        if (yen.compareTo(request) > 0) {
            yen = request;
            trace.add("aboveRequest", candidate.id(), "request", request);
        }
        if (cap != null && yen.compareTo(Ratio.of(cap)) > 0) {
            yen = Ratio.of(cap);
            trace.add("capped", candidate.id(), "cap", cap);
        }
        return yen.floorTo(rule.award().unitYen());
    }

    private Ratio band(Award.Basis.Bands bands, Candidate candidate, Ratio request) {
        var figure = candidate.publishedFigure();
        for (var band : bands.bands()) {
            if (figure.compareTo(band.from()) >= 0) {
                var rate = band.rate();
                if (rate != null) {
                    var share = request.times(rate);
                    trace.add(
                            "basisRate", candidate.id(),
                            "figure", figure,
                            "from", band.from(),
                            "request", request,
                            "rate", rate,
                            "yen", share);
                    return share;
                }
                var yen = Ratio.of(Objects.requireNonNull(band.yen()));
                trace.add("basisBand", candidate.id(), "figure", figure, "from", band.from(), "yen", yen);
                return yen;
            }
        }
        trace.add("basisNoBand", candidate.id(), "figure", figure);
        return Ratio.ZERO;
    }

    private Ratio line(Award.Basis.Line line, Candidate candidate) {
        var figure = candidate.publishedFigure();
        var yen = line.baseYen().plus(line.perPointYen().times(figure));
        trace.add(
                "basisLine", candidate.id(),
                "base", line.baseYen(),
                "each", line.perPointYen(),
                "figure", figure,
                "yen", yen);
        return yen;
    }

    private Ratio share(Candidate candidate, List<Candidate> adopted) {
        var figure = candidate.publishedFigure();
        var all = Ratio.sum(adopted.stream().map(Candidate::publishedFigure).toList());
        var budget = Ratio.of(Objects.requireNonNull(rule.budgetYen()));
        var yen = all.signum() == 0 ? Ratio.ZERO : figure.times(budget).dividedBy(all);
        trace.add("basisShare", candidate.id(), "budget", budget, "figure", figure, "all", all, "yen", yen);
        return yen;
    }
}
