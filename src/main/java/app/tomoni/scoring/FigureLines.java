package app.tomoni.scoring;

import app.tomoni.scoring.text.Csv;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The lines of one proposal in a CSV of published figures. */
final class FigureLines {

    static final List<String> COLUMNS = List.of("proposal", "sheets", "item", "numerator", "denominator");

    private final String proposal;
    private final Columns columns;
    private final TreeMap<String, Ratio> means = new TreeMap<>();
    private final Set<Result.Reason> out = EnumSet.noneOf(Result.Reason.class);
    private @Nullable Ratio total;
    private int sheets = -1;

    FigureLines(String proposal, Columns columns) {
        this.proposal = proposal;
        this.columns = columns;
    }

    void add(Csv.Row row) {
        var written = row.text("sheets");
        long count = Marks.whole(written)
                .filter(n -> n >= 0 && n <= 9999)
                .orElseThrow(() -> columns.refused(row, "sheets", "sheet.notNumber", written));
        if (sheets >= 0 && sheets != count) {
            throw columns.refused(row, "sheets", "figures.sheets", proposal);
        }
        sheets = (int) count;
        var item = row.text("item");
        switch (item) {
            case "" -> {}
            case ScoresWriter.OUT ->
                out.add(reason(row.text("numerator"))
                        .orElseThrow(() -> columns.refused(row, "numerator", "figures.out", row.text("numerator"))));
            case ScoresWriter.TOTAL -> {
                twice(row, item, total != null);
                total = ratio(row);
            }
            default -> twice(row, item, means.put(item, ratio(row)) != null);
        }
    }

    Scores.PublishedFigures figures() {
        return new Scores.PublishedFigures(proposal, sheets, total, means, out);
    }

    /** Only what single sheets show can be published in place of them. */
    static Optional<Result.Reason> reason(String name) {
        return List.of(Result.Reason.VETO, Result.Reason.DISQUALIFIED, Result.Reason.BELOW_CRITERION).stream()
                .filter(reason -> reason.name().equals(name))
                .findFirst();
    }

    private Ratio ratio(Csv.Row row) {
        var written = Marks.normal(row.text("numerator")) + "/" + Marks.normal(row.text("denominator"));
        try {
            return Ratio.parseComputed(written);
        } catch (NumberFormatException e) {
            throw columns.refused(row, "numerator", "sheet.notNumber", written);
        }
    }

    private void twice(Csv.Row row, String item, boolean already) {
        if (already) {
            throw columns.refused(row, "item", "figures.itemTwice", proposal, item);
        }
    }
}
