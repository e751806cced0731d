package app.tomoni.call;

import app.tomoni.scoring.ScoringRefusal;
import app.tomoni.shared.FiscalYear;
import app.tomoni.shared.Graphemes;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.JapaneseText;
import app.tomoni.shared.Yen;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a draft as a guideline, or says everything that stands in the way of that. */
final class DraftReader {

    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_LINE = 400;
    private static final int MOST_POINTS = 1000;
    private static final int LONGEST_PERIOD = 200;
    private static final long MOST_YEN = 100_000_000_000L;
    private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-3])(?:[:時]([0-5]\\d)?分?)?");

    private final Draft draft;
    private final List<Problem> problems = new ArrayList<>();

    private DraftReader(Draft draft) {
        this.draft = draft;
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
        var on = date(draft.text(day));
        var at = time(draft.text(time));
        return on.isEmpty() || at.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        on.get().atTime(at.get()).atZone(JapaneseDates.ZONE).toInstant());
    }

    static Optional<Integer> year(Draft draft) {
        var year = whole(draft.text("/year"));
        return year.isPresent() && year.getAsLong() >= 2019 && year.getAsLong() <= 2100
                ? Optional.of((int) year.getAsLong())
                : Optional.empty();
    }

    private Reading read() {
        var title = required("/title", LONGEST_TITLE);
        var year = year(draft);
        if (year.isEmpty()) {
            missingOr("/year", "call.problem.year");
        }
        var purpose = required("/purpose", LONGEST_TEXT);
        var groups = required("/eligibleGroups", LONGEST_TEXT);
        var projects = required("/eligibleProjects", LONGEST_TEXT);
        var decided = required("/howDecided", LONGEST_TEXT);
        var contact = required("/contact", LONGEST_LINE);
        var opens = instant("/opensOn", "/opensTime");
        var closes = instant("/closesOn", "/closesTime");
        var publication = instant("/publicationOn", "/publicationTime");
        var from = day("/projectFrom");
        var to = day("/projectTo");
        var meeting = draft.text("/meetingOn").isBlank() ? null : day("/meetingOn");
        order(opens, closes, publication, from, to, meeting);
        var criteria = criteria();
        var quorum = (int) number("/quorum", 1, 50);
        var sheets = (int) number("/minimumSheets", 1, 50);
        var money = money();
        var deadlines = deadlines();
        var ranking = ranking(criteria, money);
        var nature = one("/nature", Nature.class);
        var disclosure = one("/disclosure", Disclosure.class);
        if (!problems.isEmpty()
                || year.isEmpty()
                || opens == null
                || closes == null
                || publication == null
                || from == null
                || to == null
                || money == null
                || ranking == null
                || nature == null
                || disclosure == null) {
            return new Reading(null, List.copyOf(problems));
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
                        opens,
                        closes,
                        from,
                        to,
                        publication,
                        meeting,
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

    private void order(
            @Nullable Instant opens,
            @Nullable Instant closes,
            @Nullable Instant publication,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate meeting) {
        if (opens != null && closes != null && !closes.isAfter(opens)) {
            problem("/closesOn", "call.problem.closesBeforeOpening");
        }
        if (closes != null && publication != null && !publication.isAfter(closes)) {
            problem("/publicationOn", "call.problem.publicationBeforeClosing");
        }
        if (from != null && to != null && to.isBefore(from)) {
            problem("/projectTo", "call.problem.projectEndsBeforeStart");
        }
        if (meeting != null && closes != null && !meeting.isAfter(JapaneseDates.day(closes))) {
            problem("/meetingOn", "call.problem.meetingBeforeClosing");
        }
        if (meeting != null && publication != null && !meeting.isBefore(JapaneseDates.day(publication))) {
            problem("/meetingOn", "call.problem.meetingAfterPublication");
        }
    }

    private List<Criterion> criteria() {
        var criteria = new ArrayList<Criterion>();
        var names = new HashSet<String>();
        for (var place : draft.entries("/criteria")) {
            var name = required(place + "/name", LONGEST_TITLE);
            if (!name.isBlank() && !names.add(name)) {
                problem(place + "/name", "call.problem.sameName");
            }
            var question = required(place + "/question", LONGEST_LINE);
            var max = (int) number(place + "/max", 1, MOST_POINTS);
            var scale = one(place + "/scale", Scale.class);
            if (scale == null) {
                continue;
            }
            criteria.add(new Criterion(
                    draft.text(place + "/id"),
                    name,
                    question,
                    scale,
                    max,
                    scale == Scale.LEVELS ? levels(place, max) : List.of(),
                    scale == Scale.POINTS ? bands(place, max) : List.of(),
                    comment(place + "/comment"),
                    draft.chosen(place + "/evidence")));
        }
        if (draft.size("/criteria") == 0) {
            problem("/criteria", "call.problem.noCriteria");
        }
        return criteria;
    }

    /** A draft from before there was this choice asks for no comment. */
    private CommentRule comment(String place) {
        var rule = draft.text(place).isEmpty() ? CommentRule.NEVER : one(place, CommentRule.class);
        return rule == null ? CommentRule.NEVER : rule;
    }

    private List<Level> levels(String criterion, int max) {
        var levels = new ArrayList<Level>();
        var list = criterion + "/levels";
        for (var place : draft.entries(list)) {
            var score = (int) number(place + "/score", 0, 100);
            var points = (int) number(place + "/points", 0, MOST_POINTS);
            var text = required(place + "/text", LONGEST_LINE);
            if (!levels.isEmpty() && score >= levels.getLast().score() && score >= 0) {
                problem(place + "/score", "call.problem.levelOrder");
            }
            if (!levels.isEmpty() && points >= levels.getLast().points() && points >= 0) {
                problem(place + "/points", "call.problem.levelPoints");
            }
            levels.add(new Level(score, points, text));
        }
        if (levels.size() < 2) {
            problem(list, "call.problem.fewLevels");
        } else if (max > 0
                && levels.getFirst().points() >= 0
                && levels.getFirst().points() != max) {
            problem(list + "/0/points", "call.problem.bestLevel", max);
        }
        return levels;
    }

    private List<Band> bands(String criterion, int max) {
        var bands = new ArrayList<Band>();
        var list = criterion + "/bands";
        var expected = max;
        for (var place : draft.entries(list)) {
            var from = (int) number(place + "/from", 0, MOST_POINTS);
            var to = (int) number(place + "/to", 0, MOST_POINTS);
            var text = required(place + "/text", LONGEST_LINE);
            if (from >= 0 && to >= 0 && max > 0) {
                if (from > to) {
                    problem(place + "/from", "call.problem.bandReversed");
                } else if (to != expected) {
                    problem(place + "/to", "call.problem.bandGap", expected);
                }
                expected = from - 1;
            }
            bands.add(new Band(from, to, text));
        }
        if (bands.isEmpty()) {
            problem(list, "call.problem.noBands");
        } else if (max > 0 && bands.getLast().from() > 0) {
            problem(list + "/" + (bands.size() - 1) + "/from", "call.problem.lowestBand");
        }
        return bands;
    }

    private @Nullable Money money() {
        var before = problems.size();
        var budget = draft.text("/money/budget").isBlank() ? -1 : number("/money/budget", 1, MOST_YEN);
        var ceiling = number("/money/ceiling", 1, MOST_YEN);
        var numerator = number("/money/rateNumerator", 1, 100);
        var denominator = number("/money/rateDenominator", 1, 100);
        var unit = number("/money/roundingUnit", 1, 1_000_000);
        var basis = one("/money/basis", BudgetBasis.class);
        if (numerator > 0 && denominator > 0 && numerator > denominator) {
            problem("/money/rateNumerator", "call.problem.rate");
        }
        if (budget > 0 && ceiling > budget) {
            problem("/money/ceiling", "call.problem.ceiling");
        }
        if (ceiling > 0 && unit > ceiling) {
            problem("/money/roundingUnit", "call.problem.unit");
        }
        if (problems.size() > before || basis == null) {
            return null;
        }
        return new Money(
                budget < 0 ? null : new Yen(budget),
                new Yen(ceiling),
                (int) numerator,
                (int) denominator,
                new Yen(unit),
                basis == BudgetBasis.BEFORE_VOTE);
    }

    /** Whether the budget has been voted when the decision is made. */
    enum BudgetBasis {
        BEFORE_VOTE,
        AFTER_VOTE
    }

    private Map<Deadline, Period> deadlines() {
        var deadlines = new EnumMap<Deadline, Period>(Deadline.class);
        for (var deadline : Deadline.values()) {
            var place = "/deadlines/" + deadline.key();
            var amount = (int) number(place + "/amount", 1, LONGEST_PERIOD);
            var unit = one(place + "/unit", Period.Unit.class);
            var time = timeOf(place + "/time");
            if (amount > 0 && unit != null && time != null) {
                deadlines.put(deadline, new Period(amount, unit, time));
            }
        }
        return deadlines;
    }

    private @Nullable Ranking ranking(List<Criterion> criteria, @Nullable Money money) {
        var before = problems.size();
        var method = one("/ranking/method", Ranking.Method.class);
        var missing = one("/ranking/missing", Ranking.Missing.class);
        var decimals = (int) number("/ranking/decimals", 0, 3);
        var pass = percent("/ranking/passPercent");
        var each = percent("/ranking/eachPercent");
        var ties = ties(criteria);
        var choice = one("/ranking/choice", Ranking.Choice.class);
        var top = choice == Ranking.Choice.TOP;
        var places = top ? (int) number("/ranking/places", 1, 999) : 0;
        var reserves =
                top && !draft.text("/ranking/reserves").isBlank() ? (int) number("/ranking/reserves", 0, 999) : 0;
        if (method == Ranking.Method.SUM && missing == Ranking.Missing.EXCLUDE) {
            problem("/ranking/missing", "call.problem.sumNeedsFill");
        }
        if (choice != null && choice.walksDownBudget() && money != null && money.budget() == null) {
            problem("/money/budget", "call.problem.budgetMissing");
        }
        if (problems.size() > before || method == null || missing == null || choice == null) {
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
                problem(place + "/by", "call.problem.tieTwice");
            }
            if (Ranking.byPeople(tie) && i < places.size() - 1) {
                problem(place + "/by", "call.problem.peopleLast");
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
                    problem(place + "/criterion", "call.problem.tieCriterion");
                    yield null;
                }
                yield new Ranking.Tie.HigherCriterion(criterion);
            }
            case "SMALLER_REQUEST" -> new Ranking.Tie.SmallerRequest();
            case "DELIBERATION" -> new Ranking.Tie.Deliberation();
            case "MAJORITY_VOTE" -> new Ranking.Tie.MajorityVote();
            case "CHAIR" -> new Ranking.Tie.Chair();
            default -> {
                problem(place + "/by", "call.problem.choose");
                yield null;
            }
        };
    }

    private @Nullable Integer percent(String place) {
        return draft.text(place).isBlank() ? null : Integer.valueOf((int) number(place, 0, 100));
    }

    private String required(String place, int most) {
        var text = draft.text(place).strip();
        if (text.isEmpty()) {
            problem(place, "call.problem.required");
        }
        var count = Graphemes.count(text);
        if (count > most) {
            problem(place, "call.problem.long", most, count);
        }
        return text;
    }

    /** -1, with a problem, where there is no such number. */
    private long number(String place, long least, long most) {
        var typed = draft.text(place);
        if (typed.isBlank()) {
            problem(place, "call.problem.required");
            return -1;
        }
        var number = whole(typed);
        if (number.isEmpty() || number.getAsLong() < least || number.getAsLong() > most) {
            problem(place, "call.problem.number", least, most);
            return -1;
        }
        return number.getAsLong();
    }

    static OptionalLong whole(String typed) {
        var digits = JapaneseText.digits(typed);
        return digits.matches("\\d{1,15}") ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }

    private @Nullable Instant instant(String day, String time) {
        var on = day(day);
        var at = timeOf(time);
        return on == null || at == null
                ? null
                : on.atTime(at).atZone(JapaneseDates.ZONE).toInstant();
    }

    private @Nullable LocalDate day(String place) {
        var day = date(draft.text(place));
        if (day.isEmpty()) {
            missingOr(place, "call.problem.date");
        }
        return day.orElse(null);
    }

    private @Nullable LocalTime timeOf(String place) {
        var time = time(draft.text(place));
        if (time.isEmpty()) {
            missingOr(place, "call.problem.time");
        }
        return time.orElse(null);
    }

    private static Optional<LocalDate> date(String typed) {
        try {
            return typed.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<LocalTime> time(String typed) {
        var matcher = TIME.matcher(JapaneseText.folded(typed));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var minute = matcher.group(2);
        return Optional.of(
                LocalTime.of(Integer.parseInt(matcher.group(1)), minute == null ? 0 : Integer.parseInt(minute)));
    }

    private <E extends Enum<E>> @Nullable E one(String place, Class<E> type) {
        var typed = draft.text(place);
        var found = Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(typed))
                .findFirst();
        if (found.isEmpty()) {
            problem(place, "call.problem.choose");
        }
        return found.orElse(null);
    }

    private void missingOr(String place, String key) {
        problem(place, draft.text(place).isBlank() ? "call.problem.required" : key);
    }

    private void problem(String place, String key, Object... arguments) {
        problems.add(Problem.of(place, key, arguments));
    }
}
