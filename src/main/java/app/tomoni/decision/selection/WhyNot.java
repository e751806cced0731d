package app.tomoni.decision.selection;

import app.tomoni.proposal.ProposalId;
import app.tomoni.shared.Translations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the figures say of proposals that are not adopted, as everybody will be able to compute it again. */
final class WhyNot {

    private final Evaluation evaluation;
    private final Recommendation recommendation;
    private final Map<String, List<String>> missed;
    private final Translations words;
    private final Locale locale;

    WhyNot(Evaluation evaluation, Recommendation recommendation, Translations words, Locale locale) {
        this.evaluation = evaluation;
        this.recommendation = recommendation;
        this.missed = evaluation.whyNot(locale);
        this.words = words;
        this.locale = locale;
    }

    String of(ProposalId proposal) {
        var line = evaluation.line(proposal).orElseThrow();
        var sentences = new ArrayList<String>();
        var total = line.total();
        if (total != null) {
            sentences.add(words.getTranslation(
                    line.rank() == null ? "decision.letter.total" : "decision.letter.rank",
                    locale,
                    total.toPlainString(),
                    String.valueOf(line.rank())));
        }
        sentences.addAll(missed.getOrDefault(line.key(), found(proposal)));
        return String.join(locale.getLanguage().equals("ja") ? "" : " ", sentences);
    }

    /** Where nobody has given a mark, what the committee found instead. */
    private List<String> found(ProposalId proposal) {
        return recommendation.deliberations().stream()
                .filter(each -> each.found().stream().anyMatch(one -> one.id().equals(proposal)))
                .map(Deliberated::reason)
                .toList();
    }
}
