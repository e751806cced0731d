package app.tomoni.scoring;

import app.tomoni.scoring.Result.Standing;
import app.tomoni.scoring.text.Words;
import java.io.PrintStream;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints a result for people: the table first, then what is left to them, then how each figure came about. */
final class ScoreReport {

    private final Result result;
    private final Words words;

    ScoreReport(Result result, Words words) {
        this.result = result;
        this.words = words;
    }

    void print(PrintStream out) {
        out.println(words.say("report.result"));
        if (result.standings().isEmpty()) {
            out.println(words.say("report.nothing"));
        }
        for (var standing : result.standings()) {
            out.println(line(standing));
        }
        if (result.budgetYen() != null) {
            out.println(words.say("report.budget", yen(result.budgetYen()), yen(result.grantedYen())));
        }
        for (var deliberation : result.deliberations()) {
            out.println(words.say(
                    "report.deliberation." + deliberation.place(),
                    String.join(words.say("list.separator"), deliberation.proposals())));
        }
        for (var offered : result.openOffers()) {
            out.println(words.say("report.openOffer", offered));
        }
        out.println();
        out.println(words.say("report.trace"));
        for (var standing : result.standings()) {
            out.println(words.say("report.proposal", standing.proposal()));
            result.trace().lines(Locale.JAPANESE, standing.proposal()).forEach(line -> out.println("  " + line));
        }
        result.trace().linesOnNoProposal(Locale.JAPANESE).forEach(line -> out.println("  " + line));
        information(out);
    }

    private String line(Standing standing) {
        var rank = standing.rank() == null ? words.say("report.noRank") : words.say("report.rank", standing.rank());
        var grade = standing.grade();
        var published = standing.published();
        var figure = grade != null
                ? grade
                : published == null
                        ? words.say("report.noFigure")
                        : words.say("report.points", published.toPlainString());
        var text = words.say("report.line", rank, standing.proposal(), figure, words.say("word." + standing.verdict()));
        var amount = standing.amountYen();
        if (amount != null) {
            text += words.say(
                    standing.verdict() == Result.Verdict.RUNNER_UP ? "report.offer" : "report.amount", yen(amount));
        }
        var cumulative = standing.cumulativeYen();
        if (cumulative != null) {
            text += words.say("report.cumulative", yen(cumulative));
        }
        var reason = standing.reason();
        return reason == null ? text : text + words.say("report.reason", words.say("word." + reason));
    }

    private void information(PrintStream out) {
        var information = result.information();
        if (information.reviewers().isEmpty() && information.spreads().stream().noneMatch(s -> s.disagreement())) {
            return;
        }
        out.println();
        out.println(words.say("report.information"));
        for (var reviewer : information.reviewers()) {
            out.println(words.say(
                    reviewer.judged() ? "report.reviewer" : "report.reviewerFew",
                    reviewer.reviewer(),
                    reviewer.sheets(),
                    reviewer.mean().readable(),
                    reviewer.deviation().toPlainString()));
        }
        for (var spread : information.spreads()) {
            if (spread.disagreement()) {
                out.println(words.say(
                        "report.disagreement",
                        spread.proposal(),
                        spread.lowest().readable(),
                        spread.highest().readable()));
            }
        }
        var moved = information.adjusted().stream()
                .filter(a -> a.change() != null && a.change() != 0)
                .map(a -> words.say(
                        "report.moved", a.proposal(), a.rank(), a.figure().toPlainString()))
                .collect(Collectors.joining(words.say("list.separator")));
        if (!moved.isEmpty()) {
            out.println(words.say("report.adjusted", moved));
        }
    }

    private static String yen(long yen) {
        return String.format(Locale.ROOT, "%,d", yen);
    }
}
