package app.tomoni.scoring;

import app.tomoni.scoring.ScoringRefusal.Source;
import app.tomoni.scoring.text.Csv;
import app.tomoni.scoring.text.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads sheets in long form, or the published figures of a finished call, from CSV or JSON. */
final class ScoresReader {

    private static final List<String> COLUMNS = List.of(
            "proposal",
            "reviewer",
            "letter",
            "participation",
            "criterion",
            "score",
            "party",
            "sheets",
            "item",
            "numerator",
            "denominator");

    private final Rule rule;
    private final Positions positions;
    private final Set<List<String>> seen = new HashSet<>();

    private ScoresReader(Rule rule, Positions positions) {
        this.rule = rule;
        this.positions = positions;
    }

    static ScoresReader of(Rule rule, Positions positions) {
        return new ScoresReader(rule, positions);
    }

    static Read<Scores> read(Rule rule, String text) {
        if (text.stripLeading().startsWith("{")) {
            return Fields.parse(Source.SHEETS, text, json -> {
                var positions = Positions.of(json);
                var in = Fields.of(Source.SHEETS, "", json);
                in.format(ScoresWriter.FORMAT);
                return new Read<>(new ScoresReader(rule, positions).json(in), positions);
            });
        }
        var positions = new Positions();
        var columns = Columns.of(Source.SHEETS, text, COLUMNS);
        var reader = new ScoresReader(rule, positions);
        var scores = columns.has("item") ? reader.figures(columns) : reader.sheets(columns);
        return new Read<>(scores, positions);
    }

    /** One sheet while its lines come in. */
    private static final class Gathered {
        private final Participation participation;
        private final @Nullable String party;
        private final Map<String, BigDecimal> marks = new LinkedHashMap<>();

        private Gathered(Participation participation, @Nullable String party) {
            this.participation = participation;
            this.party = party;
        }
    }

    private Scores sheets(Columns columns) {
        var who = columns.has("letter") ? "letter" : "reviewer";
        var gathered = new LinkedHashMap<List<String>, Gathered>();
        var rows = columns.rows(List.of("proposal", who, "participation", "criterion", "score"), List.of("party"));
        for (var row : rows) {
            var proposal = columns.needed(row, "proposal");
            var reviewer = columns.needed(row, who);
            var written = columns.needed(row, "participation");
            var participation = Marks.word(Participation.class, written)
                    .orElseThrow(() -> columns.refused(row, "participation", "sheet.participation", written));
            var party = row.text("party").isEmpty() ? null : row.text("party");
            var key = List.of(proposal, reviewer);
            var before = gathered.get(key);
            var sheet = before == null ? new Gathered(participation, party) : before;
            if (before == null) {
                gathered.put(key, sheet);
                positions.put("/" + proposal, row.line(), row.column("proposal"));
                positions.put("/" + proposal + "/" + reviewer, row.line(), row.column(who));
            }
            if (sheet.participation != participation) {
                throw columns.refused(row, "participation", "sheet.notScored", reviewer, proposal);
            }
            if (!Objects.equals(sheet.party, party)) {
                throw columns.refused(row, "party", "sheet.party", reviewer, proposal);
            }
            if (participation == Participation.SCORED) {
                mark(columns, row, proposal, reviewer, sheet);
            } else if (before != null) {
                throw columns.refused(row, who, "sheet.twice", reviewer, proposal);
            } else if (!row.text("score").isEmpty() || !row.text("criterion").isEmpty()) {
                throw columns.refused(row, "score", "sheet.notScored", reviewer, proposal);
            }
        }
        var sheets = new ArrayList<Sheet>();
        gathered.forEach((key, sheet) ->
                sheets.add(new Sheet(key.get(0), key.get(1), sheet.participation, sheet.party, sheet.marks)));
        return new Scores(who.equals("letter") ? Scores.Level.SHEETS : Scores.Level.NAMED, sheets, List.of());
    }

    private void mark(Columns columns, Csv.Row row, String proposal, String reviewer, Gathered sheet) {
        var criterion = row.text("criterion");
        if (rule.criteria().isEmpty() != criterion.isEmpty()) {
            throw columns.refused(row, "criterion", "sheet.unknownCriterion", criterion, proposal);
        }
        var score = row.text("score");
        if (score.isEmpty()) {
            throw columns.refused(row, "score", "sheet.missingMark", reviewer, proposal, criterion);
        }
        var mark = Marks.mark(rule, criterion, score)
                .orElseThrow(() -> columns.refused(row, "score", "sheet.notNumber", score));
        positions.put("/" + proposal + "/" + reviewer + "/" + criterion, row.line(), row.column("score"));
        if (sheet.marks.put(criterion, mark) != null) {
            throw columns.refused(
                    row,
                    "criterion",
                    criterion.isEmpty() ? "sheet.twice" : "sheet.markTwice",
                    reviewer,
                    proposal,
                    criterion);
        }
    }

    private Scores figures(Columns columns) {
        var byProposal = new LinkedHashMap<String, FigureLines>();
        for (var row : columns.rows(
                COLUMNS.stream().filter(FigureLines.COLUMNS::contains).toList(), List.of())) {
            var proposal = columns.needed(row, "proposal");
            positions.put("/" + proposal, row.line(), row.column("proposal"));
            positions.put("/" + proposal + "/" + row.text("item"), row.line(), row.column("numerator"));
            byProposal
                    .computeIfAbsent(proposal, id -> new FigureLines(id, columns))
                    .add(row);
        }
        var figures = byProposal.values().stream().map(FigureLines::figures).toList();
        boolean totals = rule.disclosure() == Rule.Disclosure.TOTALS;
        return new Scores(totals ? Scores.Level.TOTALS : Scores.Level.MEANS, List.of(), figures);
    }

    Scores json(Fields in) {
        var level = in.one("level", Scores.Level.class);
        boolean sheets = level == Scores.Level.NAMED || level == Scores.Level.SHEETS;
        return in.end(new Scores(
                level,
                sheets ? in.list("sheets", this::sheet) : List.of(),
                sheets ? List.of() : in.list("figures", this::figure)));
    }

    private Sheet sheet(Fields in) {
        var proposal = in.text("proposal");
        var reviewer = in.text("reviewer");
        var participation = in.one("participation", Participation.class);
        var party = in.optionalText("party").orElse(null);
        var marks = new TreeMap<String, BigDecimal>();
        var at = "/" + proposal + "/" + reviewer;
        place(at, in, "reviewer");
        if (!seen.add(List.of(proposal, reviewer))) {
            throw new ScoringRefusal(Source.SHEETS, in.path("reviewer"), "sheet.twice", reviewer, proposal);
        }
        if (in.has("total")) {
            marks.put(Sheet.TOTAL, mark(in, "total", Sheet.TOTAL));
            place(at + "/", in, "total");
        }
        if (in.has("marks")) {
            var fields = in.fields("marks");
            for (var criterion : fields.names()) {
                marks.put(criterion, mark(fields, criterion, criterion));
                place(at + "/" + criterion, fields, criterion);
            }
            fields.end(marks);
        }
        return in.end(new Sheet(proposal, reviewer, participation, party, marks));
    }

    private BigDecimal mark(Fields in, String name, String criterion) {
        var written = switch (in.json(name)) {
            case Json.Num number -> number.value().toPlainString();
            case Json.Str text -> text.value();
            default -> "";
        };
        return Marks.mark(rule, criterion, written)
                .orElseThrow(() -> new ScoringRefusal(Source.SHEETS, in.path(name), "sheet.notNumber", written));
    }

    private Scores.PublishedFigures figure(Fields in) {
        var proposal = in.text("proposal");
        place("/" + proposal, in, "proposal");
        if (!seen.add(List.of(proposal))) {
            throw new ScoringRefusal(Source.SHEETS, in.path("proposal"), "figures.twice", proposal);
        }
        place("/" + proposal + "/" + ScoresWriter.TOTAL, in, "total");
        var means = new TreeMap<String, Ratio>();
        if (in.has("means")) {
            var fields = in.fields("means");
            for (var criterion : fields.names()) {
                means.put(criterion, fields.computed(criterion));
                place("/" + proposal + "/" + criterion, fields, criterion);
            }
            fields.end(means);
        }
        Set<Result.Reason> out = EnumSet.noneOf(Result.Reason.class);
        if (in.has("out")) {
            for (var reason : in.texts("out")) {
                out.add(FigureLines.reason(reason)
                        .orElseThrow(() -> new ScoringRefusal(Source.SHEETS, in.path("out"), "figures.out", reason)));
            }
        }
        return in.end(new Scores.PublishedFigures(
                proposal,
                (int) in.whole("sheets", 0, 9999),
                in.has("total") ? in.computed("total") : null,
                means,
                out));
    }

    private void place(String at, Fields in, String name) {
        var position = positions.of(in.path(name));
        positions.put(at, position.line(), position.column());
    }
}
