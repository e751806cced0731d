package app.tomoni.scoring;

import java.util.List;
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
            case Award.Basis.Line line -> line.baseYen().plus(line.perPointYen().times(candidate.publishedFigure()));
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
        if (yen.compareTo(request) > 0) {
            yen = request;
        }
        if (cap != null && yen.compareTo(Ratio.of(cap)) > 0) {
            yen = Ratio.of(cap);
            trace.add("capped", candidate.id(), "cap", cap);
        }
        return yen.floorTo(rule.award().unitYen());
    }

    private static Ratio band(Award.Basis.Bands bands, Candidate candidate, Ratio request) {
        for (var band : bands.bands()) {
            if (candidate.publishedFigure().compareTo(band.from()) >= 0) {
                var rate = band.rate();
                var yen = band.yen();
                return rate != null ? request.times(rate) : Ratio.of(yen == null ? 0 : yen);
            }
        }
        return Ratio.ZERO;
    }

    private Ratio share(Candidate candidate, List<Candidate> adopted) {
        var all = Ratio.sum(adopted.stream().map(Candidate::publishedFigure).toList());
        var budget = rule.budgetYen();
        return all.signum() == 0 || budget == null
                ? Ratio.ZERO
                : candidate.publishedFigure().times(budget).dividedBy(all);
    }
}
