package app.tomoni.scoring;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From the published figures of a finished call to the figures that the sheets gave. */
final class PublishedAssessment {

    private PublishedAssessment() {}

    static List<Assessed> of(Rule rule, Entries entries, Trace trace) {
        var all = new ArrayList<Assessed>();
        for (var proposal : entries.ranked()) {
            all.add(assess(rule, proposal, entries.figures(proposal), trace));
        }
        return all;
    }

    private static Assessed assess(Rule rule, ScoredProposal proposal, Scores.PublishedFigures published, Trace trace) {
        var scale = new Scale(rule, proposal);
        var means = new LinkedHashMap<String, Ratio>();
        for (var criterion : rule.criteriaFor(proposal)) {
            var mean = published.means().get(criterion.id());
            if (mean != null) {
                means.put(criterion.id(), mean);
            }
        }
        if (published.sheets() == 0) {
            trace.add("nobody", proposal.id());
        } else if (!means.isEmpty()) {
            trace.add("meansPublished", proposal.id(), "means", means);
        }
        var out = EnumSet.noneOf(Result.Reason.class);
        out.addAll(published.out());
        if (!out.isEmpty()) {
            trace.add("outPublished", proposal.id(), "reasons", List.copyOf(out));
        }
        return new Assessed(
                proposal,
                published.sheets(),
                figure(rule, proposal, published, scale, trace),
                means,
                out,
                scale.lowest(published.sheets()),
                scale.highest(published.sheets()));
    }

    private static @Nullable Ratio figure(
            Rule rule, ScoredProposal proposal, Scores.PublishedFigures published, Scale scale, Trace trace) {
        var total = published.total();
        if (total != null) {
            trace.add("totalPublished", proposal.id(), "figure", total);
            return total;
        }
        return published.sheets() > 0 && rule.aggregate().followsFromMeans()
                ? new Aggregation(rule, proposal, scale, trace).fromMeans(published.means(), published.sheets())
                : null;
    }
}
