package app.tomoni.decision.selection;

import app.tomoni.decision.selection.EvaluatedLine.Mean;
import app.tomoni.decision.selection.EvaluatedLine.SheetTotal;
import app.tomoni.proposal.ProposalId;
import app.tomoni.scoring.Outcomes;
import app.tomoni.scoring.Participation;
import app.tomoni.scoring.Result;
import app.tomoni.scoring.ScoredProposal;
import app.tomoni.scoring.Scoring;
import app.tomoni.scoring.ScoringRefusal;
import app.tomoni.scoring.Sheet;
import app.tomoni.shared.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the call's rule makes of its material.
 *
 * @param lines by rank, then those without one
 * @param questions what the figures leave to people
 * @param trace rule, inputs, steps and result, as anybody can compute them again
 */
record Evaluated(List<EvaluatedLine> lines, List<Evaluation.Question> questions, String trace) {

    static final String WITHOUT_MARKS = "tomoni-evaluation-without-marks/1";

    /**
     * Applies the call's rule.
     *
     * @param deliberated what the committee found where figures could not decide
     * @param answers of the groups, by proposal
     */
    static Evaluated of(Material material, List<Deliberated> deliberated, Map<ProposalId, Answer.Kind> answers) {
        if (!material.hasMarks()) {
            return withoutFigures(material, deliberated);
        }
        var keys = new HashMap<ProposalId, String>();
        var proposals = new HashMap<String, ProposalId>();
        for (var entrant : material.entrants()) {
            keys.put(entrant.proposal(), entrant.number());
            proposals.put(entrant.number(), entrant.proposal());
        }
        var result = Scoring.evaluate(
                material.terms().rule(),
                material.entrants().stream().map(Evaluated::scored).toList(),
                material.sheets().stream()
                        .filter(sheet -> keys.containsKey(sheet.proposal()))
                        .map(sheet -> new Sheet(
                                key(keys, sheet.proposal()),
                                material.letter(sheet.member()),
                                sheet.participation(),
                                null,
                                sheet.marks()))
                        .toList(),
                outcomes(material, deliberated, answers, keys));
        var lines = new ArrayList<EvaluatedLine>();
        for (var standing : result.standings()) {
            lines.add(line(material, result, standing, id(proposals, standing.proposal())));
        }
        var questions = result.deliberations().stream()
                .map(deliberation -> new Evaluation.Question(
                        deliberation.place(),
                        deliberation.proposals().stream()
                                .map(key -> id(proposals, key).value())
                                .toList()))
                .toList();
        return new Evaluated(lines, questions, result.trace().toJson());
    }

    /**
     * What was found and still answers a question that this material asks, each after those that lead to its question; all
     * else is asked anew.
     */
    static List<Deliberated> stillAsked(Material material, List<Deliberated> recorded) {
        var kept = new ArrayList<Deliberated>();
        var left = new ArrayList<>(recorded);
        Optional<Deliberated> next;
        do {
            var questions = of(material, kept, Map.of()).questions();
            next = left.stream()
                    .filter(each -> questions.stream().anyMatch(each::answers) && fits(material, kept, each))
                    .findFirst();
            next.ifPresent(each -> {
                left.remove(each);
                kept.add(each);
            });
        } while (next.isPresent());
        return kept;
    }

    private static boolean fits(Material material, List<Deliberated> kept, Deliberated one) {
        try {
            of(material, Stream.concat(kept.stream(), Stream.of(one)).toList(), Map.of());
            return true;
        } catch (ScoringRefusal refusal) {
            return false; // such as an amount that is now more than the rule would give
        }
    }

    /** Nobody could give a mark, or there is nothing to mark: people decide about everything that takes part. */
    private static Evaluated withoutFigures(Material material, List<Deliberated> deliberated) {
        var excluded = deliberated.stream()
                .filter(each -> each.place() == Result.Place.FIGURE)
                .flatMap(each -> each.found().stream())
                .filter(one -> Outcomes.NOT_PASSED.equals(one.grade()))
                .map(Deliberated.Found::id)
                .collect(Collectors.toSet());
        var lines = material.entrants().stream()
                .map(entrant -> new EvaluatedLine(
                        entrant.proposal().value(),
                        entrant.number(),
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        0,
                        material.sheets(entrant.proposal(), Participation.RECUSED),
                        null,
                        false,
                        switch (entrant.status()) {
                            case ENTERED ->
                                excluded.contains(entrant.proposal())
                                        ? Result.Verdict.NOT_PASSED
                                        : Result.Verdict.TO_DELIBERATE;
                            case WITHDRAWN, WITHDRAWN_LATE -> Result.Verdict.WITHDRAWN;
                            case INELIGIBLE -> Result.Verdict.INELIGIBLE;
                            case DECLINED -> Result.Verdict.DECLINED;
                        },
                        entrant.takesPart() ? Result.Reason.NO_FIGURE : null,
                        null,
                        yen(entrant),
                        null,
                        List.of(),
                        List.of()))
                .toList();
        var open = material.takingPart().stream()
                .filter(entrant -> !excluded.contains(entrant.proposal()))
                .map(entrant -> entrant.proposal().value())
                .toList();
        var questions = open.isEmpty()
                ? List.<Evaluation.Question>of()
                : List.of(new Evaluation.Question(Result.Place.FIGURE, open));
        var trace = Json.object();
        trace.put("format", WITHOUT_MARKS);
        trace.set("rule", Json.parse(material.terms().rule().toJson()));
        for (var entrant : material.takingPart()) {
            var proposal = trace.withArray("proposals")
                    .addObject()
                    .put("proposal", entrant.number())
                    .put("status", entrant.status().name());
            if (excluded.contains(entrant.proposal())) {
                proposal.put("verdict", Outcomes.NOT_PASSED);
            }
        }
        return new Evaluated(lines, questions, Json.write(trace));
    }

    private static ScoredProposal scored(Material.Entrant entrant) {
        return new ScoredProposal(entrant.number(), yen(entrant), 1, entrant.status(), null);
    }

    private static @Nullable Long yen(Material.Entrant entrant) {
        var requested = entrant.requested();
        return requested == null ? null : (Long) requested.amount();
    }

    private static Outcomes outcomes(
            Material material,
            List<Deliberated> deliberated,
            Map<ProposalId, Answer.Kind> answers,
            Map<ProposalId, String> keys) {
        var ties = new ArrayList<Outcomes.TieOrder>();
        var amounts = new ArrayList<Outcomes.Amount>();
        var verdicts = new ArrayList<Outcomes.Given>();
        for (var each : deliberated) {
            var found = each.found();
            if (!found.stream()
                    .allMatch(one -> material.entrant(one.id())
                            .filter(Material.Entrant::isRanked)
                            .isPresent())) {
                continue; // one of them was withdrawn before the ranking stood: the question is asked anew
            }
            switch (each.place()) {
                case LINE ->
                    ties.add(new Outcomes.TieOrder(
                            found.stream().map(one -> key(keys, one.id())).toList(), each.reason()));
                case AMOUNTS, OVER_BUDGET ->
                    // who declined gets none, whatever was set
                    found.stream()
                            .filter(one -> answers.get(one.id()) != Answer.Kind.DECLINED)
                            .forEach(one -> amounts.add(new Outcomes.Amount(
                                    key(keys, one.id()), Objects.requireNonNull(one.amount()), each.reason())));
                case FIGURE ->
                    found.stream()
                            .filter(one -> one.grade() != null)
                            .forEach(one -> verdicts.add(new Outcomes.Given(
                                    key(keys, one.id()), Objects.requireNonNull(one.grade()), each.reason())));
            }
        }
        var given = answers.entrySet().stream()
                .map(answer -> new Outcomes.Given(
                        key(keys, answer.getKey()),
                        answer.getValue() == Answer.Kind.ACCEPTED ? Outcomes.ACCEPTED : Outcomes.DECLINED,
                        ""))
                .toList();
        return new Outcomes(ties, given, amounts, verdicts);
    }

    private static EvaluatedLine line(Material material, Result result, Result.Standing standing, ProposalId proposal) {
        var spread = result.information().spreads().stream()
                .filter(each -> each.proposal().equals(standing.proposal()))
                .findFirst();
        return new EvaluatedLine(
                proposal.value(),
                standing.proposal(),
                standing.rank(),
                standing.published(),
                standing.grade(),
                material.terms().rule().criteria().stream()
                        .filter(criterion -> standing.means().containsKey(criterion.id()))
                        .map(criterion -> new Mean(
                                criterion.id(),
                                Objects.requireNonNull(standing.means().get(criterion.id()))))
                        .toList(),
                SheetTotal.of(standing),
                material.sheets(proposal, Participation.SCORED),
                material.sheets(proposal, Participation.RECUSED),
                spread.map(each -> each.deviation()).orElse(null),
                spread.map(each -> each.disagreement()).orElse(false),
                standing.verdict(),
                standing.reason(),
                standing.decidedBy(),
                standing.requestedYen(),
                standing.amountYen(),
                result.trace().lines(Locale.JAPANESE, standing.proposal()),
                result.trace().lines(Locale.ENGLISH, standing.proposal()));
    }

    private static String key(Map<ProposalId, String> keys, ProposalId proposal) {
        return Objects.requireNonNull(keys.get(proposal), () -> "no such proposal: " + proposal);
    }

    private static ProposalId id(Map<String, ProposalId> proposals, String key) {
        return Objects.requireNonNull(proposals.get(key), key);
    }
}
