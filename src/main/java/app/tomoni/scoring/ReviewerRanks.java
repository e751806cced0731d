package app.tomoni.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rank that each reviewer's sheets give each proposal: 1, 2, 2, 4. */
final class ReviewerRanks {

    private final Map<Sheet, Ratio> ranks = new HashMap<>();

    static ReviewerRanks of(Map<String, List<Assessment.Marked>> marked, boolean sheetsHoldRanks) {
        var all = new ReviewerRanks();
        var byReviewer = new HashMap<String, List<Assessment.Marked>>();
        marked.values()
                .forEach(sheets -> sheets.forEach(m -> byReviewer
                        .computeIfAbsent(m.sheet().reviewer(), reviewer -> new ArrayList<>())
                        .add(m)));
        for (var sheets : byReviewer.values()) {
            if (sheetsHoldRanks) {
                sheets.forEach(m -> all.ranks.put(m.sheet(), m.total()));
            } else {
                all.rank(sheets);
            }
        }
        return all;
    }

    Ratio of(Sheet sheet) {
        return ranks.getOrDefault(sheet, Ratio.ZERO);
    }

    private void rank(List<Assessment.Marked> sheets) {
        sheets.sort(Comparator.comparing(Assessment.Marked::total).reversed());
        int rank = 1;
        for (int i = 0; i < sheets.size(); i++) {
            if (i > 0 && !sheets.get(i).total().equals(sheets.get(i - 1).total())) {
                rank = i + 1;
            }
            ranks.put(sheets.get(i).sheet(), Ratio.of(rank));
        }
    }
}
