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
    private final DraftFields fields;

    private DraftReader(Draft draft) {
        this.draft = draft;
        this.fields = new DraftFields(draft);
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
        return Optional.ofNullable(new DraftFields(draft).instant(day, time));
    }

    static Optional<Integer> year(Draft draft) {
        var year = Typed.whole(draft.text("/year"));
        return year.isPresent() && year.getAsLong() >= 2019 && year.getAsLong() <= 2100
                ? Optional.of((int) year.getAsLong())
                : Optional.empty();
    }

    /** Those that are complete. */
    static Map<Deadline, Period> deadlines(Draft draft) {
        return new DatesReader(draft, new DraftFields(draft)).deadlines();
    }

    private Reading read() {
        var title = fields.required("/title", DraftFields.LONGEST_NAME);
        var year = year(draft);
        if (year.isEmpty()) {
            fields.missingOr("/year", "call.problem.year");
        }
        var purpose = fields.required("/purpose", LONGEST_TEXT);
        var groups = fields.required("/eligibleGroups", LONGEST_TEXT);
        var projects = fields.required("/eligibleProjects", LONGEST_TEXT);
        var decided = fields.required("/howDecided", LONGEST_TEXT);
        var contact = fields.required("/contact", DraftFields.LONGEST_LINE);
        var calendar = new DatesReader(draft, fields);
        var dates = calendar.dates();
        var criteria = new CriteriaReader(draft, fields).criteria();
        var quorum = (int) fields.number("/quorum", 1, 50);
        var sheets = (int) fields.number("/minimumSheets", 1, 50);
        var money = new MoneyReader(draft, fields).money();
        var deadlines = calendar.deadlines();
        var ranking = new RankingReader(draft, fields).ranking(criteria, money);
        var nature = fields.one("/nature", Nature.class);
        var disclosure = fields.one("/disclosure", Disclosure.class);
        var problems = fields.problems();
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
