package app.tomoni.decision.selection;

import app.tomoni.proposal.ProposalId;
import app.tomoni.shared.Translations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the figures say of a proposal, as everybody will be able to compute it again. */
final class Why {

    private final Evaluation evaluation;
    private final Recommendation recommendation;
    private final Map<String, List<String>> sentences;
    private final Translations words;
    private final Locale locale;

    private Why(
            Evaluation evaluation,
            Recommendation recommendation,
            Map<String, List<String>> sentences,
            Translations words,
            Locale locale) {
        this.evaluation = evaluation;
        this.recommendation = recommendation;
        this.sentences = sentences;
        this.words = words;
        this.locale = locale;
    }

    /** What left proposals out. */
    static Why not(Evaluation evaluation, Recommendation recommendation, Translations words, Locale locale) {
        return new Why(evaluation, recommendation, evaluation.whyNot(locale), words, locale);
    }

    /** What proposals owe their result to, the adopted ones too. */
    static Why decided(Evaluation evaluation, Recommendation recommendation, Translations words, Locale locale) {
        return new Why(evaluation, recommendation, evaluation.why(locale), words, locale);
    }

    /** Points, rank and reasons. */
    String of(ProposalId proposal) {
        var line = evaluation.line(proposal).orElseThrow();
        var all = new ArrayList<String>();
        var total = line.total();
        if (total != null) {
            all.add(words.getTranslation(
                    line.rank() == null ? "decision.letter.total" : "decision.letter.rank",
                    locale,
                    total.toPlainString(),
                    String.valueOf(line.rank())));
        }
        all.add(reasons(proposal));
        return joined(all);
    }

    /** The same where points and rank stand beside it. */
    String reasons(ProposalId proposal) {
        var line = evaluation.line(proposal).orElseThrow();
        return joined(sentences.getOrDefault(line.key(), found(proposal)));
    }

    private String joined(List<String> some) {
        return String.join(locale.getLanguage().equals("ja") ? "" : " ", some).strip();
    }

    /** Where nobody has given a mark, what the committee found instead. */
    private List<String> found(ProposalId proposal) {
        return recommendation.deliberations().stream()
                .filter(each -> each.found().stream().anyMatch(one -> one.id().equals(proposal)))
                .map(Deliberated::reason)
                .toList();
    }
}
