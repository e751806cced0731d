package app.tomoni.decision.selection;

import app.tomoni.decision.Outcome;
import app.tomoni.decision.PublishedResult.Departure;
import app.tomoni.proposal.ProposalId;
import app.tomoni.scoring.Result;
import app.tomoni.shared.Translations;
import app.tomoni.shared.Yen;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What the figures say of a proposal, as everybody will be able to compute it again, and where the decision leaves them. */
final class Why {

    private final Evaluation evaluation;
    private final Recommendation recommendation;
    private final Decision decision;
    private final Departures departures;
    private final Map<String, List<String>> sentences;
    private final boolean namesOthers;
    private final Translations words;
    private final Locale locale;

    private Why(
            Evaluation evaluation,
            Recommendation recommendation,
            Decision decision,
            Map<String, List<String>> sentences,
            boolean namesOthers,
            Translations words,
            Locale locale) {
        this.evaluation = evaluation;
        this.recommendation = recommendation;
        this.decision = decision;
        this.departures = new Departures(evaluation, decision);
        this.sentences = sentences;
        this.namesOthers = namesOthers;
        this.words = words;
        this.locale = locale;
    }

    /** What left proposals out; no more of others than a group may know before everybody knows it. */
    static Why not(
            Evaluation evaluation,
            Recommendation recommendation,
            Decision decision,
            Translations words,
            Locale locale) {
        return new Why(evaluation, recommendation, decision, evaluation.whyNot(locale), false, words, locale);
    }

    /** What proposals owe their result to, the adopted ones too. */
    static Why decided(
            Evaluation evaluation,
            Recommendation recommendation,
            Decision decision,
            Translations words,
            Locale locale) {
        return new Why(evaluation, recommendation, decision, evaluation.why(locale), true, words, locale);
    }

    /** Points, rank and reasons; what only the figures say is called that where the decision is another. */
    String of(ProposalId proposal) {
        var line = evaluation.line(proposal).orElseThrow();
        var reasons = figures(proposal);
        var all = new ArrayList<String>();
        var total = line.total();
        if (total != null) {
            all.add(say(
                    line.rank() == null ? "decision.letter.total" : "decision.letter.rank",
                    total.toPlainString(),
                    String.valueOf(line.rank())));
        }
        all.addAll(tied(proposal));
        var departure = departures.of(proposal);
        if (departure.isEmpty()) {
            all.add(reasons.isEmpty() && isNext(line) ? say("decision.letter.next") : reasons);
            return joined(all);
        }
        if (!reasons.isEmpty()) {
            all.add(say("decision.letter.byFigures", reasons));
        }
        if (departure.get() == Departure.OWN) {
            all.add(say("decision.letter.own"));
        } else if (namesOthers) {
            all.add(say("portal.result.others", departures.numbers()));
        } else {
            all.add(say("decision.letter.others"));
        }
        return String.join("\n", all);
    }

    /** Whether it is a runner-up because the figures make it one. */
    private boolean isNext(EvaluatedLine figures) {
        return figures.suggestion() == Outcome.RUNNER_UP
                && decision.line(figures.id())
                        .filter(line -> line.outcome() == Outcome.RUNNER_UP)
                        .isPresent();
    }

    /** The same where points and rank stand beside it. */
    String reasons(ProposalId proposal) {
        return joined(Stream.of(joined(tied(proposal)), figures(proposal))
                .filter(some -> !some.isEmpty())
                .toList());
    }

    /**
     * Equal points tell nobody why one stands before the other; the committee does, and a group reads it once everybody
     * may.
     */
    private List<String> tied(ProposalId proposal) {
        return recommendation.deliberations().stream()
                .filter(each -> each.place() == Result.Place.LINE)
                .filter(each -> each.found().stream().anyMatch(one -> one.id().equals(proposal)))
                .findFirst()
                .map(Deliberated::publishedReason)
                .map(reason -> Stream.concat(
                                Stream.of(say("decision.letter.tied")),
                                reason.stream()
                                        .map(why -> namesOthers
                                                ? say("decision.letter.tied.reason", why)
                                                : say("decision.letter.tied.later")))
                        .toList())
                .orElse(List.of());
    }

    private String figures(ProposalId proposal) {
        var line = evaluation.line(proposal).orElseThrow();
        return joined(sentences.getOrDefault(line.key(), found(proposal)));
    }

    /** Why less is granted than was asked for; empty where nothing is missing, and where people say why. */
    String cut(DecidedLine decided) {
        var figures = evaluation.line(decided.proposal()).orElseThrow();
        var asked = figures.requestedYen();
        var computed = figures.amountYen();
        var granted = decided.amount().map(Yen::amount).orElse(null);
        if (asked == null || computed == null || granted == null || granted >= asked || !granted.equals(computed)) {
            return "";
        }
        return say(
                figures.verdict() == Result.Verdict.RUNNER_UP
                        ? "decision.letter.cut.left"
                        : "decision.letter.cut.rule");
    }

    private String joined(List<String> some) {
        return String.join(locale.getLanguage().equals("ja") ? "" : " ", some).strip();
    }

    private String say(String key, Object... arguments) {
        return words.getTranslation(key, locale, arguments);
    }

    /** Where nobody has given a mark, what the committee found instead. */
    private List<String> found(ProposalId proposal) {
        return recommendation.deliberations().stream()
                .filter(each -> each.found().stream().anyMatch(one -> one.id().equals(proposal)))
                .map(Deliberated::reason)
                .toList();
    }
}
