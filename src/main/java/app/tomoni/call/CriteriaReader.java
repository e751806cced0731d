package app.tomoni.call;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Reads the criteria of a draft, each with its levels or bands. */
final class CriteriaReader {

    private static final int MOST_POINTS = 1000;

    private final Draft draft;
    private final DraftValues values;

    CriteriaReader(Draft draft, DraftValues values) {
        this.draft = draft;
        this.values = values;
    }

    List<Criterion> criteria() {
        var criteria = new ArrayList<Criterion>();
        var names = new HashSet<String>();
        for (var place : draft.entries("/criteria")) {
            var name = values.required(place + "/name", DraftValues.LONGEST_NAME);
            if (!name.isBlank() && !names.add(name)) {
                values.problem(place + "/name", "call.problem.sameName");
            }
            var question = values.required(place + "/question", DraftValues.LONGEST_LINE);
            var max = (int) values.number(place + "/max", 1, MOST_POINTS);
            var scale = values.one(place + "/scale", Scale.class);
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
            values.problem("/criteria", "call.problem.noCriteria");
        }
        return criteria;
    }

    /** A draft from before there was this choice asks for no comment. */
    private CommentRule comment(String place) {
        var rule = draft.text(place).isEmpty() ? CommentRule.NEVER : values.one(place, CommentRule.class);
        return rule == null ? CommentRule.NEVER : rule;
    }

    private List<Level> levels(String criterion, int max) {
        var levels = new ArrayList<Level>();
        var list = criterion + "/levels";
        for (var place : draft.entries(list)) {
            var score = (int) values.number(place + "/score", 0, 100);
            var points = (int) values.number(place + "/points", 0, MOST_POINTS);
            var text = values.required(place + "/text", DraftValues.LONGEST_LINE);
            if (!levels.isEmpty() && score >= levels.getLast().score() && score >= 0) {
                values.problem(place + "/score", "call.problem.levelOrder");
            }
            if (!levels.isEmpty() && points >= levels.getLast().points() && points >= 0) {
                values.problem(place + "/points", "call.problem.levelPoints");
            }
            levels.add(new Level(score, points, text));
        }
        if (levels.size() < 2) {
            values.problem(list, "call.problem.fewLevels");
        } else if (max > 0
                && levels.getFirst().points() >= 0
                && levels.getFirst().points() != max) {
            values.problem(list + "/0/points", "call.problem.bestLevel", max);
        }
        return levels;
    }

    private List<Band> bands(String criterion, int max) {
        var bands = new ArrayList<Band>();
        var list = criterion + "/bands";
        var expected = max;
        for (var place : draft.entries(list)) {
            var from = (int) values.number(place + "/from", 0, MOST_POINTS);
            var to = (int) values.number(place + "/to", 0, MOST_POINTS);
            var text = values.required(place + "/text", DraftValues.LONGEST_LINE);
            if (from >= 0 && to >= 0 && max > 0) {
                if (from > to) {
                    values.problem(place + "/from", "call.problem.bandReversed");
                } else if (to != expected) {
                    values.problem(place + "/to", "call.problem.bandGap", expected);
                }
                expected = from - 1;
            }
            bands.add(new Band(from, to, text));
        }
        if (bands.isEmpty()) {
            values.problem(list, "call.problem.noBands");
        } else if (max > 0 && bands.getLast().from() > 0) {
            values.problem(list + "/" + (bands.size() - 1) + "/from", "call.problem.lowestBand");
        }
        return bands;
    }
}
