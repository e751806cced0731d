package app.tomoni.call;

import app.tomoni.scoring.ScoringRefusal;
import app.tomoni.shared.FiscalYear;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a draft as a guideline, or says everything that stands in the way of that. */
final class DraftReader {

    private static final int LONGEST_TEXT = 2000;

    private final Draft draft;
    private final DraftValues values;

    private DraftReader(Draft draft) {
        this.draft = draft;
        this.values = new DraftValues(draft);
    }

    /**
     * What a draft says so far.
     *
     * @param guideline none while there are problems
     */
    record Reading(@Nullable Guideline guideline, List<Problem> problems) {}

    static Reading read(Draft draft) {
        return new DraftReader(draft).read();
    }

    static Optional<Instant> instant(Draft draft, String day, String time) {
        return Optional.ofNullable(new DraftValues(draft).instant(day, time));
    }

    static Optional<Integer> year(Draft draft) {
        var year = Typed.whole(draft.text("/year"));
        return year.isPresent() && year.getAsLong() >= 2019 && year.getAsLong() <= 2100
                ? Optional.of((int) year.getAsLong())
                : Optional.empty();
    }

    /** Those that are complete. */
    static Map<Deadline, Period> deadlines(Draft draft) {
        return new DatesReader(draft, new DraftValues(draft)).deadlines();
    }

    private Reading read() {
        var title = values.required("/title", DraftValues.LONGEST_NAME);
        var year = year(draft);
        if (year.isEmpty()) {
            values.missingOr("/year", "call.problem.year");
        }
        var purpose = values.required("/purpose", LONGEST_TEXT);
        var groups = values.required("/eligibleGroups", LONGEST_TEXT);
        var projects = values.required("/eligibleProjects", LONGEST_TEXT);
        var decided = values.required("/howDecided", LONGEST_TEXT);
        var contact = values.required("/contact", DraftValues.LONGEST_LINE);
        draft.entries("/files").forEach(file -> values.required(file + "/label", DraftValues.LONGEST_NAME));
        var calendar = new DatesReader(draft, values);
        var dates = calendar.dates();
        var criteria = new CriteriaReader(draft, values).criteria();
        var quorum = (int) values.number("/quorum", 1, 50);
        var sheets = (int) values.number("/minimumSheets", 1, 50);
        var money = new MoneyReader(draft, values).money();
        var deadlines = calendar.deadlines();
        var ranking = new RankingReader(draft, values).ranking(criteria, money);
        var nature = values.one("/nature", Nature.class);
        var disclosure = values.one("/disclosure", Disclosure.class);
        var problems = values.problems();
        if (!problems.isEmpty()
                || year.isEmpty()
                || dates == null
                || money == null
                || ranking == null
                || nature == null
                || disclosure == null) {
            return new Reading(null, problems);
        }
        String rule;
        try {
            rule = ScoringRules.json(title, criteria, ranking, money, disclosure);
        } catch (ScoringRefusal refusal) {
            return new Reading(null, List.of(Problem.of("/ranking/method", "call.problem.rule", refusal)));
        }
        return new Reading(
                new Guideline(
                        title,
                        new FiscalYear(year.get()),
                        purpose,
                        groups,
                        projects,
                        decided,
                        contact,
                        dates.opens(),
                        dates.closes(),
                        dates.projectFrom(),
                        dates.projectTo(),
                        dates.publication(),
                        dates.meeting(),
                        criteria,
                        quorum,
                        sheets,
                        money,
                        deadlines,
                        ranking,
                        nature,
                        disclosure,
                        rule),
                List.of());
    }
}
