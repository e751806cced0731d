package app.tomoni.scoring;

import app.tomoni.scoring.ScoringRefusal.Source;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The inputs of one evaluation, checked against the rule and put into an order of their own. */
final class Entries {

    private final Rule rule;
    private final Scores.Level level;
    private final Map<String, String> proposalNames = new HashMap<>();
    private final Map<String, String> reviewerNames = new HashMap<>();
    private final TreeMap<String, ScoredProposal> proposals = new TreeMap<>();
    private final TreeMap<String, TreeMap<String, Sheet>> sheets = new TreeMap<>();
    private final TreeMap<String, Scores.PublishedFigures> figures = new TreeMap<>();

    private Entries(Rule rule, Scores.Level level) {
        this.rule = rule;
        this.level = level;
    }

    static Entries of(Rule rule, List<ScoredProposal> proposals, Scores scores) {
        var entries = new Entries(rule, scores.level());
        proposals.forEach(entries::enter);
        if (scores.holdsSheets()) {
            entries.everyCriterionHasMarks(scores.sheets());
            scores.sheets().forEach(entries::enter);
            entries.nobodyIsForgotten();
        } else {
            scores.figures().forEach(entries::enter);
            entries.everyProposalHasFigures();
        }
        return entries;
    }

    /** All proposals, by id. */
    List<ScoredProposal> proposals() {
        return List.copyOf(proposals.values());
    }

    /** Those that get a rank if their figures allow, by id. */
    List<ScoredProposal> ranked() {
        return proposals.values().stream().filter(p -> p.status().isRanked()).toList();
    }

    /** The sheets of a proposal, by reviewer. */
    List<Sheet> sheets(ScoredProposal proposal) {
        var own = sheets.get(proposal.id());
        return own == null ? List.of() : List.copyOf(own.values());
    }

    /** The published figures of a ranked proposal. */
    Scores.PublishedFigures figures(ScoredProposal proposal) {
        return Objects.requireNonNull(figures.get(proposal.id()));
    }

    List<Scores.PublishedFigures> allFigures() {
        return List.copyOf(figures.values());
    }

    List<Sheet> allSheets() {
        return sheets.values().stream().flatMap(own -> own.values().stream()).toList();
    }

    private void enter(ScoredProposal proposal) {
        var id = proposal.id();
        var requested = proposal.requestedYen();
        var votes = proposal.votes();
        var year = proposal.renewalYear();
        if (proposals.put(id, proposal) != null) {
            throw proposalRefused(id, "", "proposal.twice", id);
        }
        var same = proposalNames.putIfAbsent(Marks.normal(id), id);
        if (same != null) {
            throw proposalRefused(id, "", "proposal.sameName", id, same);
        }
        if (requested == null ? rule.needsRequests() && proposal.status().isRanked() : requested < 0) {
            throw proposalRefused(id, "/requestedYen", requested == null ? "request.missing" : "request.negative", id);
        }
        if (votes == null ? rule.votes() != null && proposal.status().isRanked() : votes < 0) {
            throw proposalRefused(id, "/votes", votes == null ? "votes.missing" : "votes.negative", id);
        }
        if (year == null
                ? rule.renewal() != null && proposal.status().isRanked()
                : year < 1 || year > ScoredProposal.LAST_YEAR) {
            throw proposalRefused(id, "/renewalYear", year == null ? "renewal.missing" : "renewal.year", id);
        }
    }

    private void enter(Sheet sheet) {
        var proposal = proposals.get(sheet.proposal());
        if (proposal == null) {
            throw refused(sheet, "", "sheet.unknownProposal", sheet.proposal());
        }
        var own = sheets.computeIfAbsent(sheet.proposal(), id -> new TreeMap<>());
        if (own.put(sheet.reviewer(), sheet) != null) {
            throw refused(sheet, "", "sheet.twice", sheet.reviewer(), sheet.proposal());
        }
        var same = reviewerNames.putIfAbsent(Marks.normal(sheet.reviewer()), sheet.reviewer());
        if (same != null && !same.equals(sheet.reviewer())) {
            throw refused(sheet, "", "sheet.sameName", sheet.reviewer(), same);
        }
        checkParty(sheet);
        if (!sheet.isScored()) {
            if (!sheet.marks().isEmpty()) {
                throw refused(sheet, "", "sheet.notScored", sheet.reviewer(), sheet.proposal());
            }
            return;
        }
        if (rule.criteria().isEmpty()) {
            checkMark(sheet, Sheet.TOTAL, this::allowsTotal);
        }
        int known = rule.criteria().isEmpty() ? 1 : 0;
        for (var criterion : rule.criteriaFor(proposal)) {
            known += sheet.marks().containsKey(criterion.id()) ? 1 : 0;
        }
        if (known < sheet.marks().size()) {
            throw unknownCriterion(sheet, proposal);
        }
        for (var criterion : rule.criteriaFor(proposal)) {
            checkMark(sheet, criterion.id(), criterion::allows);
        }
    }

    private ScoringRefusal unknownCriterion(Sheet sheet, ScoredProposal proposal) {
        var unknown = new TreeSet<>(sheet.marks().keySet());
        unknown.removeAll(rule.criteria().isEmpty() ? List.of(Sheet.TOTAL) : ids(rule.criteriaFor(proposal)));
        return refused(sheet, "/" + unknown.first(), "sheet.unknownCriterion", unknown.first(), sheet.proposal());
    }

    private void checkMark(Sheet sheet, String criterion, Predicate<Ratio> allowed) {
        var mark = sheet.marks().get(criterion);
        if (mark == null) {
            throw refused(sheet, "", "sheet.missingMark", sheet.reviewer(), sheet.proposal(), criterion);
        }
        if (!allowed.test(Ratio.of(mark))) {
            throw refused(sheet, "/" + criterion, "sheet.markRange", mark.toPlainString(), range(criterion));
        }
    }

    private void enter(Scores.PublishedFigures published) {
        var at = "/" + published.proposal();
        var proposal = proposals.get(published.proposal());
        if (proposal == null) {
            throw new ScoringRefusal(Source.SHEETS, at, "sheet.unknownProposal", published.proposal());
        }
        if (figures.put(published.proposal(), published) != null) {
            throw new ScoringRefusal(Source.SHEETS, at, "figures.twice", published.proposal());
        }
        var criteria = rule.criteriaFor(proposal);
        for (var id : new TreeSet<>(published.means().keySet())) {
            var mean = published.means().getOrDefault(id, Ratio.ZERO);
            var criterion =
                    criteria.stream().filter(c -> c.id().equals(id)).findFirst().orElse(null);
            if (criterion == null) {
                throw new ScoringRefusal(
                        Source.SHEETS, at + "/" + id, "sheet.unknownCriterion", id, published.proposal());
            }
            if (mean.compareTo(criterion.min()) < 0 || mean.compareTo(criterion.max()) > 0) {
                throw new ScoringRefusal(Source.SHEETS, at + "/" + id, "sheet.markRange", mean, range(id));
            }
        }
        checkTotal(proposal, published);
        boolean means = published.means().size() == criteria.size() && !criteria.isEmpty();
        boolean computable = means && rule.aggregate().followsFromMeans();
        if (published.sheets() > 0
                && published.total() == null
                && !computable
                && !(rule.aggregate() instanceof Aggregate.PartySplit)
                && !(rule.aggregate() instanceof Aggregate.Verdict)) {
            throw new ScoringRefusal(Source.SHEETS, at, "figures.noTotal", published.proposal());
        }
        for (var criterion : criteria) {
            if (published.sheets() > 0
                    && decides(criterion)
                    && !published.means().containsKey(criterion.id())) {
                throw new ScoringRefusal(Source.SHEETS, at, "figures.noMean", published.proposal(), criterion.id());
            }
        }
    }

    /** Where totals are published, each finding on a single criterion comes with them; ties still need its mean. */
    private boolean decides(Criterion criterion) {
        return rule.separates(criterion.id())
                || level == Scores.Level.MEANS
                        && rule.thresholds().stream()
                                .anyMatch(t -> t instanceof Threshold.EachCriterion each
                                        && Threshold.looksAt(each.criteria(), criterion));
    }

    /** A published total comes before votes, and lies where sheets can bring it. */
    private void checkTotal(ScoredProposal proposal, Scores.PublishedFigures published) {
        var at = "/" + published.proposal();
        var total = published.total();
        int sheets = published.sheets();
        if (sheets == 0 && (total != null || !published.means().isEmpty())) {
            throw new ScoringRefusal(Source.SHEETS, at, "figures.nobody", published.proposal());
        }
        if (total == null) {
            return;
        }
        var scale = new Scale(rule, proposal);
        var lowest = lowerIsBetter() ? firstPlaces(sheets) : scale.lowest(sheets);
        boolean possible = lowest.compareTo(total) <= 0;
        var range = lowest + "\u2013";
        if (rule.aggregate() instanceof Aggregate.Verdict verdict) {
            possible &=
                    total.isWhole() && total.compareTo(Ratio.of(verdict.grades().size())) <= 0;
            range += verdict.grades().size();
        } else if (!lowerIsBetter()) {
            possible &= total.compareTo(scale.highestOfSheets(sheets)) <= 0;
            range += scale.highestOfSheets(sheets);
        }
        if (!possible) {
            throw new ScoringRefusal(
                    Source.SHEETS, at + "/" + ScoresWriter.TOTAL, "figures.total", published.proposal(), total, range);
        }
    }

    private boolean lowerIsBetter() {
        return rule.aggregate().lowerIsBetter();
    }

    /** The best verdict is the first, and the best sum of ranks has nothing but firsts. */
    private Ratio firstPlaces(int sheets) {
        return rule.aggregate() instanceof Aggregate.Verdict ? Ratio.ONE : Ratio.of(sheets);
    }

    private void everyProposalHasFigures() {
        for (var proposal : ranked()) {
            if (!figures.containsKey(proposal.id())) {
                throw new ScoringRefusal(Source.SHEETS, "", "sheet.none", proposal.id());
            }
        }
    }

    private void checkParty(Sheet sheet) {
        if (!(rule.aggregate() instanceof Aggregate.PartySplit split)) {
            return;
        }
        if (split.parties().stream().noneMatch(party -> party.id().equals(sheet.party()))) {
            throw refused(sheet, "/party", "sheet.party", sheet.reviewer(), sheet.proposal());
        }
    }

    private boolean allowsTotal(Ratio mark) {
        var sheetMax = rule.sheetMax();
        if (rule.aggregate() instanceof Aggregate.Verdict verdict) {
            return mark.isWhole()
                    && mark.signum() > 0
                    && mark.compareTo(Ratio.of(verdict.grades().size())) <= 0;
        }
        if (sheetMax != null) {
            return mark.signum() >= 0 && mark.compareTo(sheetMax) <= 0;
        }
        return mark.isWhole()
                && mark.signum() > 0
                && (!knowsAllRanked() || mark.compareTo(Ratio.of(proposals.size())) <= 0);
    }

    /** Published data do not name proposals that were ranked by a reviewer and then withdrawn. */
    private boolean knowsAllRanked() {
        return level == Scores.Level.NAMED;
    }

    private String range(String criterion) {
        var sheetMax = rule.sheetMax();
        if (rule.aggregate() instanceof Aggregate.Verdict verdict) {
            return "1\u2013" + verdict.grades().size();
        }
        return rule.criterion(criterion)
                .map(c -> c.min() + "\u2013" + c.max())
                .orElse(
                        sheetMax == null
                                ? "1\u2013" + (knowsAllRanked() ? proposals.size() : "")
                                : "0\u2013" + sheetMax);
    }

    private void everyCriterionHasMarks(List<Sheet> sheets) {
        for (int i = 0; i < rule.criteria().size(); i++) {
            var criterion = rule.criteria().get(i);
            if (sheets.stream().noneMatch(sheet -> sheet.marks().containsKey(criterion.id()))
                    && ranked().stream().anyMatch(p -> criterion.appliesTo().includes(rule.isRenewal(p)))
                    && marksAreKnown(sheets)) {
                throw new ScoringRefusal(Source.RULE, "/criteria/" + i, "criterion.withoutSheets", criterion.id());
            }
        }
    }

    /** There are marks, and none is for a criterion that the rule does not have. */
    private boolean marksAreKnown(List<Sheet> sheets) {
        var marked = new HashSet<String>();
        sheets.forEach(sheet -> marked.addAll(sheet.marks().keySet()));
        return !marked.isEmpty() && ids(rule.criteria()).containsAll(marked);
    }

    private void nobodyIsForgotten() {
        var ranked = ranked();
        var panel = new TreeSet<String>();
        if (rule.panel() == Rule.Panel.WHOLE) {
            ranked.forEach(p -> sheets(p).forEach(sheet -> panel.add(sheet.reviewer())));
        }
        for (var proposal : ranked) {
            var present = sheets.getOrDefault(proposal.id(), new TreeMap<>()).keySet();
            if (present.isEmpty()) {
                throw new ScoringRefusal(Source.SHEETS, "", "sheet.none", proposal.id());
            }
            for (var reviewer : panel) {
                if (!present.contains(reviewer)) {
                    throw new ScoringRefusal(Source.SHEETS, "/" + proposal.id(), "sheet.gap", reviewer, proposal.id());
                }
            }
        }
    }

    static List<String> ids(List<Criterion> criteria) {
        return criteria.stream().map(Criterion::id).toList();
    }

    private static ScoringRefusal refused(Sheet sheet, String below, String key, Object... arguments) {
        return new ScoringRefusal(
                Source.SHEETS, "/" + sheet.proposal() + "/" + sheet.reviewer() + below, key, arguments);
    }

    private static ScoringRefusal proposalRefused(String id, String below, String key, Object... arguments) {
        return new ScoringRefusal(Source.PROPOSALS, "/" + id + below, key, arguments);
    }
}
