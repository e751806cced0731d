package app.tomoni.scoring;

import app.tomoni.scoring.ScoringRefusal.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The inputs that a trace holds: written in an order of their own, and read to compute the trace again. */
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

    /** Computes a trace again from the inputs in it; its steps and its result are not looked at. */
    static Result replay(String text) {
        return Fields.parse(Source.TRACE, text, json -> {
            var in = Fields.of(Source.TRACE, "", json);
            in.format(Trace.FORMAT);
            var rule = RuleReader.read(in.fields("rule"));
            var proposals = in.list("proposals", ProposalsFile::proposal);
            var scores = ScoresReader.of(rule, Positions.of(json)).json(in.fields("scores"));
            var outcomes = OutcomesFile.outcomes(in.fields("outcomes"));
            in.json("steps");
            in.json("result");
            in.end(List.of());
            return Scoring.evaluate(rule, proposals, scores, outcomes);
        });
    }
}
