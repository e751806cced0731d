package app.tomoni.call;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads how the sheets become a ranking, and the ranking a choice. */
final class RankingReader {

    private final Draft draft;
    private final DraftValues values;

    RankingReader(Draft draft, DraftValues values) {
        this.draft = draft;
        this.values = values;
    }

    /** None while there is a problem with it. */
    @Nullable
    Ranking ranking(List<Criterion> criteria, @Nullable Money money) {
        var before = values.problems().size();
        var method = values.one("/ranking/method", Ranking.Method.class);
        var missing = values.one("/ranking/missing", Ranking.Missing.class);
        var decimals = (int) values.number("/ranking/decimals", 0, 3);
        var pass = percent("/ranking/passPercent");
        var each = percent("/ranking/eachPercent");
        var ties = ties(criteria);
        var choice = values.one("/ranking/choice", Ranking.Choice.class);
        var top = choice == Ranking.Choice.TOP;
        var places = top ? (int) values.number("/ranking/places", 1, 999) : 0;
        var reserves = top && !draft.text("/ranking/reserves").isBlank()
                ? (int) values.number("/ranking/reserves", 0, 999)
                : 0;
        if (method == Ranking.Method.SUM && missing == Ranking.Missing.EXCLUDE) {
            values.problem("/ranking/missing", "call.problem.sumNeedsFill");
        }
        if (choice != null && choice.walksDownBudget() && money != null && money.budget() == null) {
            values.problem("/money/budget", "call.problem.budgetMissing");
        }
        if (values.problems().size() > before || method == null || missing == null || choice == null) {
            return null;
        }
        return new Ranking(method, missing, decimals, pass, each, ties, choice, places, reserves);
    }

    private List<Ranking.Tie> ties(List<Criterion> criteria) {
        var ties = new ArrayList<Ranking.Tie>();
        var places = draft.entries("/ranking/ties");
        for (var i = 0; i < places.size(); i++) {
            var place = places.get(i);
            var tie = tie(place, criteria);
            if (tie == null) {
                continue;
            }
            if (ties.contains(tie)) {
                values.problem(place + "/by", "call.problem.tieTwice");
            }
            if (Ranking.byPeople(tie) && i < places.size() - 1) {
                values.problem(place + "/by", "call.problem.peopleLast");
            }
            ties.add(tie);
        }
        return ties;
    }

    private Ranking.@Nullable Tie tie(String place, List<Criterion> criteria) {
        return switch (draft.text(place + "/by")) {
            case "CRITERION" -> {
                var criterion = draft.text(place + "/criterion");
                if (criteria.stream().noneMatch(known -> known.id().equals(criterion))) {
                    values.problem(place + "/criterion", "call.problem.tieCriterion");
                    yield null;
                }
                yield new Ranking.Tie.HigherCriterion(criterion);
            }
            case "SMALLER_REQUEST" -> new Ranking.Tie.SmallerRequest();
            case "DELIBERATION" -> new Ranking.Tie.Deliberation();
            case "MAJORITY_VOTE" -> new Ranking.Tie.MajorityVote();
            case "CHAIR" -> new Ranking.Tie.Chair();
            default -> {
                values.problem(place + "/by", "call.problem.choose");
                yield null;
            }
        };
    }

    private @Nullable Integer percent(String place) {
        return draft.text(place).isBlank() ? null : Integer.valueOf((int) values.number(place, 0, 100));
    }
}
