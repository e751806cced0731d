package app.tomoni.scoring;

import app.tomoni.scoring.ScoringRefusal.Source;
import app.tomoni.scoring.text.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** The inputs that a trace holds: written in an order of their own, and read to compute it again. */
final class TraceFile {

    private TraceFile() {}

    static Map<String, Object> inputs(Rule rule, Entries entries, Scores.Level level, Outcomes outcomes) {
        var json = new LinkedHashMap<String, Object>();
        json.put("rule", RuleWriter.tree(rule));
        json.put(
                "proposals",
                entries.proposals().stream().map(ProposalsFile::tree).toList());
        json.put("scores", ScoresWriter.tree(rule, new Scores(level, entries.allSheets(), entries.allFigures())));
        json.put("outcomes", OutcomesFile.tree(outcomes));
        return json;
    }

    /** Hands on what a trace was computed from; its steps and its result are not looked at. */
    static Result compute(String text, UnaryOperator<Inputs> from) {
        return Fields.parse(Source.TRACE, text, json -> {
            var positions = Positions.of(json);
            try {
                return from.apply(read(json, positions)).evaluate();
            } catch (ScoringRefusal refusal) {
                throw refusal.within(Source.TRACE, whole(refusal.source())).located(positions);
            }
        });
    }

    private static Inputs read(Json json, Positions positions) {
        var in = Fields.of(Source.TRACE, "", json);
        in.format(Trace.FORMAT);
        var rule = RuleReader.read(in.fields("rule"));
        var proposals = in.list("proposals", ProposalsFile::proposal);
        ProposalsFile.place(proposals, positions);
        var scores = ScoresReader.of(rule, positions).json(in.fields("scores"));
        var outcomes = OutcomesFile.outcomes(in.fields("outcomes"));
        in.json("steps");
        in.json("result");
        return in.end(new Inputs(rule, proposals, scores, outcomes));
    }

    /** Which part of a trace an input is; proposals and sheets are found by their names. */
    private static String whole(Source part) {
        return switch (part) {
            case RULE -> "/rule";
            case OUTCOMES -> "/outcomes";
            case SHEETS, PROPOSALS, TRACE -> "";
        };
    }

    /** Everything that a result is computed from. */
    record Inputs(Rule rule, List<ScoredProposal> proposals, Scores scores, Outcomes outcomes) {

        Result evaluate() {
            return Scoring.evaluate(rule, proposals, scores, outcomes);
        }

        /**
         * What everyone may see of them: scores as far as the rule discloses them, nothing of proposals that left before
         * the ranking, no amounts where the rule computes none, no reasons, since those who wrote them did not write for
         * everyone.
         */
        Inputs published(RandomGenerator letters) {
            var ranked = proposals.stream()
                    .filter(proposal -> proposal.status().isRanked())
                    .map(this::published)
                    .toList();
            return new Inputs(
                    rule,
                    ranked,
                    Scores.published(rule, proposals, scores.sheets(), letters),
                    outcomes.withoutReasons());
        }

        private ScoredProposal published(ScoredProposal proposal) {
            return rule.needsRequests()
                    ? proposal
                    : new ScoredProposal(
                            proposal.id(), null, proposal.renewalYear(), proposal.status(), proposal.votes());
        }
    }
}
