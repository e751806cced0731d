package app.tomoni.scoring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a result is computed from: the sheets themselves, or what a finished call publishes in their place.
 *
 * @param sheets for {@link Level#NAMED} and {@link Level#SHEETS}
 * @param figures for {@link Level#MEANS} and {@link Level#TOTALS}
 */
public record Scores(Level level, List<Sheet> sheets, List<PublishedFigures> figures) {

    /** How much can be seen. */
    public enum Level {
        /** Sheets with their reviewers; never published. */
        NAMED,
        /** Sheets under letters that are drawn anew for each proposal. */
        SHEETS,
        /** The mean of each criterion; the total too where it does not follow from the means. */
        MEANS,
        /** Totals, and the means that ties need. */
        TOTALS
    }

    /**
     * The published figures of one proposal, exact.
     *
     * @param sheets how many sheets count, filled ones included
     * @param total null where it follows from the means, or where there is none
     * @param out reasons that only single sheets could show
     */
    public record PublishedFigures(
            String proposal, int sheets, @Nullable Ratio total, Map<String, Ratio> means, Set<Result.Reason> out) {
        public PublishedFigures {
            means = Map.copyOf(means);
            out = Set.copyOf(out);
        }
    }

    public Scores {
        sheets = List.copyOf(sheets);
        figures = List.copyOf(figures);
    }

    boolean holdsSheets() {
        return level == Level.NAMED || level == Level.SHEETS;
    }

    /** The proposals that are named here, where no list of them is given. */
    List<ScoredProposal> proposals() {
        var ids = new TreeSet<String>();
        sheets.forEach(sheet -> ids.add(sheet.proposal()));
        figures.forEach(each -> ids.add(each.proposal()));
        return ids.stream().map(id -> ScoredProposal.entered(id, null)).toList();
    }

    public static Scores named(List<Sheet> sheets) {
        return new Scores(Level.NAMED, sheets, List.of());
    }

    /**
     * What the rule's disclosure lets everyone see of these sheets.
     *
     * @param letters decides who becomes A, B, C; use one that nobody can guess
     */
    public static Scores published(
            Rule rule, List<ScoredProposal> proposals, List<Sheet> sheets, RandomGenerator letters) {
        var entries = Entries.of(rule, proposals, named(sheets));
        return switch (rule.disclosure()) {
            case SHEETS -> lettered(entries, letters);
            case MEANS -> figures(Level.MEANS, rule, entries);
            case TOTALS -> figures(Level.TOTALS, rule, entries);
        };
    }

    /** Reads CSV or JSON; each mark as the rule's scale has it, in the usual ways of writing it. */
    public static Scores parse(Rule rule, String text) {
        return ScoresReader.read(rule, text).value();
    }

    public String toJson(Rule rule) {
        return ScoresWriter.json(rule, this);
    }

    public String toCsv(Rule rule) {
        return ScoresWriter.csv(rule, this);
    }

    private static Scores lettered(Entries entries, RandomGenerator random) {
        var lettered = new ArrayList<Sheet>();
        for (var proposal : entries.ranked()) {
            var shuffled = new ArrayList<>(entries.sheets(proposal));
            Collections.shuffle(shuffled, random);
            for (int i = 0; i < shuffled.size(); i++) {
                var sheet = shuffled.get(i);
                lettered.add(
                        new Sheet(sheet.proposal(), letter(i), sheet.participation(), sheet.party(), sheet.marks()));
            }
        }
        return new Scores(Level.SHEETS, lettered, List.of());
    }

    /** A to Z, then AA to AZ and so on. */
    private static String letter(int index) {
        var last = Character.toString((char) ('A' + index % 26));
        return index < 26 ? last : letter(index / 26 - 1) + last;
    }

    private static Scores figures(Level level, Rule rule, Entries entries) {
        var assessed = new Assessment(rule, entries, new Trace(rule, Map.of())).run();
        var figures = new ArrayList<PublishedFigures>();
        for (var each : assessed) {
            boolean follows = level == Level.MEANS && rule.aggregate().followsFromMeans();
            var means = new TreeMap<>(each.means());
            if (level == Level.TOTALS) {
                means.keySet().removeIf(criterion -> !rule.separates(criterion));
            }
            var out = new HashSet<>(each.out());
            if (level == Level.TOTALS && Screening.belowCriterion(rule, each)) {
                out.add(Result.Reason.BELOW_CRITERION);
            }
            figures.add(new PublishedFigures(
                    each.proposal().id(), each.sheets(), follows ? null : each.figure(), means, out));
        }
        return new Scores(level, List.of(), figures);
    }
}
