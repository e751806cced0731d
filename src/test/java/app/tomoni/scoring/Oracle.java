package app.tomoni.scoring;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The same figures once more, written as plainly as possible: fractions that nobody reduces. */
record Oracle(BigInteger over, BigInteger under) {

    static Oracle of(long over, long under) {
        return new Oracle(BigInteger.valueOf(over), BigInteger.valueOf(under));
    }

    static Oracle of(Ratio ratio) {
        return new Oracle(new BigInteger(ratio.numerator()), new BigInteger(ratio.denominator()));
    }

    boolean equalTo(String numerator, String denominator) {
        return over.multiply(new BigInteger(denominator)).equals(under.multiply(new BigInteger(numerator)));
    }

    BigDecimal halfUp(int decimals) {
        var scaled = over.multiply(BigInteger.TEN.pow(decimals))
                .multiply(BigInteger.TWO)
                .add(under);
        return new BigDecimal(scaled.divide(under.multiply(BigInteger.TWO)), decimals);
    }

    private Oracle plus(Oracle other) {
        return new Oracle(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
    }

    private Oracle times(Oracle other) {
        return new Oracle(over.multiply(other.over), under.multiply(other.under));
    }

    private Oracle over(Oracle other) {
        return new Oracle(over.multiply(other.under), under.multiply(other.over));
    }

    private static Oracle sum(List<Oracle> all) {
        return all.stream().reduce(of(0, 1), Oracle::plus);
    }

    static Oracle figure(RandomCall call, ScoredProposal proposal) {
        var votes = of(proposal.votes(), 1);
        var figure = fromSheets(call, proposal);
        return switch (call.rule().votes()) {
            case null -> figure;
            case Rule.Votes.SecondRoundBonus bonus ->
                figure.plus(of(bonus.pointsPerVote()).times(votes));
            case Rule.Votes.AudienceShare share -> {
                long all = call.proposals().stream()
                        .filter(p -> p.status().isRanked())
                        .mapToLong(ScoredProposal::votes)
                        .sum();
                yield all == 0
                        ? figure
                        : figure.plus(of(share.pool()).times(votes).over(of(all, 1)));
            }
        };
    }

    private static Oracle fromSheets(RandomCall call, ScoredProposal proposal) {
        var rule = call.rule();
        var own = call.sheets().stream()
                .filter(s -> s.proposal().equals(proposal.id()))
                .toList();
        var scored = own.stream().filter(s -> !s.marks().isEmpty()).toList();
        var totals = new ArrayList<>(scored.stream()
                .map(s -> rule.aggregate() instanceof Aggregate.RankSum ranks && !ranks.sheetsHoldRanks()
                        ? rank(call, s)
                        : total(rule, s, proposal))
                .toList());
        var filled = new ArrayList<>(totals);
        while (rule.recusal() == Rule.Recusal.FILL_WITH_MEAN_OF_OTHERS
                && !(rule.aggregate() instanceof Aggregate.TrimmedMean)
                && filled.size() < own.size()) {
            filled.add(sum(totals).over(of(totals.size(), 1)));
        }
        return switch (rule.aggregate()) {
            case Aggregate.Sum sum -> sum(filled);
            case Aggregate.RankSum sum -> sum(filled);
            case Aggregate.Mean mean -> sum(filled).over(of(filled.size(), 1));
            case Aggregate.TrimmedMean trim -> {
                if (filled.size() >= 3) {
                    filled.sort(Comparator.comparing(
                            o -> new BigDecimal(o.over).divide(new BigDecimal(o.under), 30, RoundingMode.HALF_UP)));
                    filled.removeFirst();
                    filled.removeLast();
                }
                yield sum(filled).over(of(filled.size(), 1));
            }
            case Aggregate.SumTo100 percent ->
                sum(filled).times(of(100, 1)).over(highest(rule, proposal)).over(of(filled.size(), 1));
            case Aggregate.PartySplit split ->
                sum(split.parties().stream()
                        .map(party -> {
                            var side = scored.stream()
                                    .filter(s -> party.id().equals(s.party()))
                                    .map(s -> total(rule, s, proposal))
                                    .toList();
                            return sum(side)
                                    .over(of(side.size(), 1))
                                    .times(of(party.share()))
                                    .over(highest(rule, proposal));
                        })
                        .toList());
            case Aggregate.MeanOfCriteriaThenSum means ->
                sum(rule.criteriaFor(proposal).stream()
                                .map(c -> {
                                    var mean = sum(scored.stream()
                                                    .map(s -> of(
                                                            Ratio.of(s.marks().get(c.id()))))
                                                    .toList())
                                            .over(of(scored.size(), 1));
                                    var counted = rule.rounding().at() == Rule.At.TOTAL
                                            ? mean
                                            : of(Ratio.of(new BigDecimal(mean.over)
                                                    .divide(
                                                            new BigDecimal(mean.under),
                                                            rule.rounding().criterionDecimals(),
                                                            RoundingMode.valueOf(rule.rounding()
                                                                    .mode()
                                                                    .name()))));
                                    return counted.times(of(c.weight()));
                                })
                                .toList())
                        .times(of(rule.factorFor(proposal)));
            case Aggregate.Verdict verdict ->
                totals.stream()
                        .max(Comparator.comparing(
                                one -> totals.stream().filter(one::equals).count()))
                        .orElseThrow();
            default -> throw new AssertionError(rule.aggregate());
        };
    }

    private static Oracle total(Rule rule, Sheet sheet, ScoredProposal proposal) {
        if (rule.criteria().isEmpty()) {
            return of(Ratio.of(sheet.marks().get(Sheet.TOTAL)));
        }
        return sum(rule.criteriaFor(proposal).stream()
                        .map(c -> of(Ratio.of(sheet.marks().get(c.id()))).times(of(c.weight())))
                        .toList())
                .times(of(rule.factorFor(proposal)));
    }

    private static Oracle highest(Rule rule, ScoredProposal proposal) {
        return sum(rule.criteriaFor(proposal).stream()
                        .map(c -> of(c.max()).times(of(c.weight())))
                        .toList())
                .times(of(rule.factorFor(proposal)));
    }

    /** One more than the number of ranked proposals that the same reviewer gave more. */
    private static Oracle rank(RandomCall call, Sheet sheet) {
        var own = total(call, sheet);
        long ahead = call.sheets().stream()
                .filter(s -> s.reviewer().equals(sheet.reviewer()) && !s.marks().isEmpty())
                .filter(s -> proposal(call, s).status().isRanked())
                .filter(s ->
                        total(call, s).over.multiply(own.under).compareTo(own.over.multiply(total(call, s).under)) > 0)
                .count();
        return of(ahead + 1, 1);
    }

    private static Oracle total(RandomCall call, Sheet sheet) {
        return total(call.rule(), sheet, proposal(call, sheet));
    }

    private static ScoredProposal proposal(RandomCall call, Sheet sheet) {
        return call.proposals().stream()
                .filter(p -> p.id().equals(sheet.proposal()))
                .findFirst()
                .orElseThrow();
    }
}
