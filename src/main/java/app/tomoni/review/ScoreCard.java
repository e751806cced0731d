package app.tomoni.review;

import app.tomoni.call.CommentRule;
import app.tomoni.shared.JapaneseText;
import app.tomoni.shared.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands on the sheets of a call: its criteria one after another, with the marks that may be given. */
public record ScoreCard(List<Line> lines) {

    /** The field of the comment for the group, on the whole proposal. */
    public static final String COMMENT = "comment";

    /** The field of the reviewer's own memo, which is never submitted. */
    public static final String MEMO = "memo";

    public static final int COMMENT_LENGTH = 1000;

    private static final String MARK = "mark:";
    private static final String REMARK = "remark:";

    public ScoreCard {
        lines = List.copyOf(lines);
    }

    /**
     * One criterion.
     *
     * @param max the most points it can bring
     * @param levels for a scale of levels, best first; empty for points
     * @param bands for a scale of points: what the figures mean, best first
     * @param comment the marks that call for a comment
     * @param evidence the places of the proposal's form that it is judged by
     */
    public record Line(
            String criterion,
            String name,
            String question,
            BigDecimal max,
            List<Level> levels,
            List<Band> bands,
            CommentRule comment,
            List<String> evidence) {

        public Line {
            levels = List.copyOf(levels);
            bands = List.copyOf(bands);
            evidence = List.copyOf(evidence);
        }

        public boolean hasLevels() {
            return !levels.isEmpty();
        }

        public String markField() {
            return MARK + criterion;
        }

        public String remarkField() {
            return REMARK + criterion;
        }

        /** The level with this number, as the keys 1 to 9 choose it. */
        public Optional<Level> level(int number) {
            return levels.stream().filter(level -> level.number() == number).findFirst();
        }

        /** @throws Refusal at the field, when the scale has no such mark */
        public BigDecimal mark(String typed) {
            BigDecimal mark;
            try {
                mark = new BigDecimal(JapaneseText.digits(typed)).stripTrailingZeros();
            } catch (NumberFormatException e) {
                throw outOfRange();
            }
            var allowed = hasLevels()
                    ? levels.stream().anyMatch(level -> level.mark().compareTo(mark) == 0)
                    : mark.signum() >= 0 && mark.compareTo(max) <= 0 && mark.scale() <= 0;
            if (!allowed) {
                throw outOfRange();
            }
            return mark.setScale(Math.max(0, mark.scale()));
        }

        /** Whether this mark, as typed, calls for a comment; none asks for one only where all do. */
        public boolean asksForComment(String typed) {
            return switch (comment) {
                case NEVER -> false;
                case ALWAYS -> true;
                case AT_EXTREMES -> !typed.isEmpty() && isExtreme(mark(typed));
            };
        }

        private boolean isExtreme(BigDecimal mark) {
            return hasLevels()
                    ? levels.stream()
                            .filter(level -> level.mark().compareTo(mark) == 0)
                            .anyMatch(level -> level.number() <= 2 || level == levels.getFirst())
                    : mark.compareTo(max) == 0
                            || mark.multiply(BigDecimal.valueOf(5)).compareTo(max.multiply(BigDecimal.TWO)) <= 0;
        }

        private Refusal outOfRange() {
            return new Refusal("review.mark.range", name, max.toPlainString());
        }
    }

    /**
     * One mark of a scale of levels.
     *
     * @param number what reviewers call it (5, 4 …) and the key that chooses it
     * @param mark what the rule computes with
     * @param points what it brings, for reading
     */
    public record Level(int number, BigDecimal mark, BigDecimal points, String text) {}

    /** What points from … to … mean. */
    public record Band(BigDecimal from, BigDecimal to, String text) {}

    public Optional<Line> line(String criterion) {
        return lines.stream().filter(line -> line.criterion().equals(criterion)).findFirst();
    }

    public Optional<Line> markedBy(String field) {
        return field.startsWith(MARK) ? line(field.substring(MARK.length())) : Optional.empty();
    }

    /** Whether the sheet has such a field at all. */
    public boolean knows(String field) {
        return field.equals(COMMENT)
                || field.equals(MEMO)
                || markedBy(field).isPresent()
                || (field.startsWith(REMARK)
                        && line(field.substring(REMARK.length())).isPresent());
    }

    /** The criteria that have a mark. */
    public List<Line> marked(Map<String, Typed> entries) {
        return lines.stream()
                .filter(line -> !value(entries, line.markField()).isEmpty())
                .toList();
    }

    /** What stands between this sheet and its submission, in the order of the criteria. */
    public List<Gap> gaps(Map<String, Typed> entries) {
        var gaps = new ArrayList<Gap>();
        for (var line : lines) {
            var typed = value(entries, line.markField());
            if (typed.isEmpty()) {
                gaps.add(new Gap(line.criterion(), Gap.MARK_MISSING, line.name()));
            } else if (line.asksForComment(typed)
                    && value(entries, line.remarkField()).isBlank()) {
                gaps.add(new Gap(line.criterion(), Gap.REMARK_MISSING, line.name()));
            }
        }
        return gaps;
    }

    /** Something missing: which criterion, and the key of the sentence that says so, with its name to fill in. */
    public record Gap(String criterion, String key, String name) {

        private static final String MARK_MISSING = "review.gap.mark";
        private static final String REMARK_MISSING = "review.gap.remark";

        /** Whether it is the mark; otherwise it is the comment on it. */
        public boolean ofMark() {
            return key.equals(MARK_MISSING);
        }
    }

    /** The marks as they are, by criterion. */
    public Map<String, BigDecimal> marks(Map<String, Typed> entries) {
        var marks = new HashMap<String, BigDecimal>();
        marked(entries).forEach(line -> marks.put(line.criterion(), line.mark(value(entries, line.markField()))));
        return marks;
    }

    public Map<String, String> remarks(Map<String, Typed> entries) {
        var remarks = new HashMap<String, String>();
        for (var line : lines) {
            var text = value(entries, line.remarkField());
            if (!text.isBlank()) {
                remarks.put(line.criterion(), text);
            }
        }
        return remarks;
    }

    public static String value(Map<String, Typed> entries, String field) {
        var typed = entries.get(field);
        return typed == null ? "" : typed.value();
    }
}
