package app.tomoni.scoring;

import app.tomoni.scoring.ScoredProposal.Status;
import app.tomoni.scoring.ScoringRefusal.Source;
import app.tomoni.scoring.text.Csv;
import app.tomoni.scoring.text.JsonText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Proposals as open data: which there are, what they ask for, and where they stand. */
public final class ProposalsFile {

    static final String FORMAT = "tomoni-scoring-proposals/1";

    private static final List<String> COLUMNS = List.of("proposal", "requestedYen", "renewalYear", "status", "votes");

    private ProposalsFile() {}

    /** Reads CSV or JSON. */
    public static List<ScoredProposal> parse(String text) {
        return read(text).value();
    }

    public static String toJson(List<ScoredProposal> proposals) {
        var json = new LinkedHashMap<String, Object>();
        json.put("format", FORMAT);
        json.put("proposals", proposals.stream().map(ProposalsFile::tree).toList());
        return JsonText.write(json, 2);
    }

    public static String toCsv(List<ScoredProposal> proposals) {
        var rows = new ArrayList<List<String>>();
        rows.add(COLUMNS);
        for (var proposal : proposals) {
            rows.add(List.of(
                    proposal.id(),
                    text(proposal.requestedYen()),
                    text(proposal.renewalYear()),
                    proposal.status().name(),
                    text(proposal.votes())));
        }
        return Csv.write(rows);
    }

    static Map<String, Object> tree(ScoredProposal proposal) {
        var json = new LinkedHashMap<String, Object>();
        json.put("proposal", proposal.id());
        if (proposal.requestedYen() != null) {
            json.put("requestedYen", proposal.requestedYen());
        }
        if (proposal.renewalYear() != null) {
            json.put("renewalYear", proposal.renewalYear());
        }
        json.put("status", proposal.status());
        if (proposal.votes() != null) {
            json.put("votes", proposal.votes());
        }
        return json;
    }

    static Read<List<ScoredProposal>> read(String text) {
        if (text.stripLeading().startsWith("{")) {
            return Fields.parse(Source.PROPOSALS, text, json -> {
                var in = Fields.of(Source.PROPOSALS, "", json);
                in.format(FORMAT);
                var positions = Positions.of(json);
                var proposals = in.end(in.list("proposals", ProposalsFile::proposal));
                place(proposals, positions);
                return new Read<>(proposals, positions);
            });
        }
        return csv(Columns.of(Source.PROPOSALS, text, COLUMNS));
    }

    /** Where each proposal of a list under {@code proposals} stands, by its id. */
    static void place(List<ScoredProposal> proposals, Positions positions) {
        var seen = new HashSet<String>();
        for (int i = 0; i < proposals.size(); i++) {
            var id = proposals.get(i).id();
            if (!seen.add(id)) {
                throw new ScoringRefusal(Source.PROPOSALS, "/proposals/" + i + "/proposal", "proposal.twice", id);
            }
            for (var part : List.of("", "/requestedYen", "/votes", "/renewalYear")) {
                var at = positions.of("/proposals/" + i + part);
                positions.put("/" + id + part, at.line(), at.column());
            }
        }
    }

    static ScoredProposal proposal(Fields in) {
        return in.end(new ScoredProposal(
                in.text("proposal"),
                in.has("requestedYen") ? (Long) in.yen("requestedYen") : null,
                in.has("renewalYear") ? (Integer) (int) in.whole("renewalYear", 1, ScoredProposal.LAST_YEAR) : null,
                in.one("status", Status.class, Status.ENTERED),
                in.has("votes") ? (Long) in.yen("votes") : null));
    }

    private static Read<List<ScoredProposal>> csv(Columns columns) {
        var positions = new Positions();
        var proposals = new ArrayList<ScoredProposal>();
        var seen = new HashSet<String>();
        for (var row : columns.rows(List.of("proposal"), COLUMNS)) {
            var id = columns.needed(row, "proposal");
            proposals.add(new ScoredProposal(
                    id,
                    whole(columns, row, "requestedYen"),
                    year(columns, row, id),
                    status(columns, row),
                    whole(columns, row, "votes")));
            for (var part : COLUMNS) {
                positions.put("/" + id + "/" + part, row.line(), row.column(part));
            }
            if (!seen.add(id)) {
                throw columns.refused(row, "proposal", "proposal.twice", id);
            }
            positions.put("/" + id, row.line(), row.column("proposal"));
        }
        return new Read<>(proposals, positions);
    }

    private static Status status(Columns columns, Csv.Row row) {
        var written = row.text("status");
        return written.isEmpty()
                ? Status.ENTERED
                : Marks.word(Status.class, written)
                        .orElseThrow(() -> columns.refused(row, "status", "proposal.status", written));
    }

    private static @Nullable Long whole(Columns columns, Csv.Row row, String column) {
        var written = row.text(column);
        if (written.isEmpty()) {
            return null;
        }
        long number =
                Marks.whole(written).orElseThrow(() -> columns.refused(row, column, "field.notWhole", column, written));
        if (number < 0 || number > 999_999_999_999L) {
            throw columns.refused(row, column, "field.notWhole", column, written);
        }
        return number;
    }

    private static @Nullable Integer year(Columns columns, Csv.Row row, String id) {
        var year = whole(columns, row, "renewalYear");
        if (year == null) {
            return null;
        }
        if (year < 1 || year > ScoredProposal.LAST_YEAR) {
            throw columns.refused(row, "renewalYear", "renewal.year", id);
        }
        return year.intValue();
    }

    private static String text(@Nullable Number number) {
        return number == null ? "" : number.toString();
    }
}
