package app.tomoni.decision.selection;

import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.call.Disclosure;
import app.tomoni.decision.PublishedResult;
import app.tomoni.shared.Translations;
import app.tomoni.shared.Yen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the public will see, at the level that the call promised. */
@Component
@Transactional(readOnly = true)
public class PublicPage {

    private final Calls calls;
    private final DecisionRegister decisions;
    private final Recommendations recommendations;
    private final Evaluations evaluations;
    private final Materials materials;
    private final Translations words;

    PublicPage(
            Calls calls,
            DecisionRegister decisions,
            Recommendations recommendations,
            Evaluations evaluations,
            Materials materials,
            Translations words) {
        this.calls = calls;
        this.decisions = decisions;
        this.recommendations = recommendations;
        this.evaluations = evaluations;
        this.materials = materials;
        this.words = words;
    }

    public PublishedResult of(CallId id) {
        var call = calls.get(id);
        var decision = decisions.standing(id.value()).orElseThrow();
        var recommendation = recommendations.findByCallId(id.value()).orElseThrow();
        var evaluation = evaluations.findById(recommendation.evaluation()).orElseThrow();
        var material = materials.of(id);
        var disclosure = call.guideline().disclosure();
        var sheets = disclosure == Disclosure.SHEETS
                ? evaluation.publishedSheets()
                : Map.<String, List<EvaluatedLine.SheetTotal>>of();
        var japanese = Why.decided(evaluation, recommendation, decision, words, Locale.JAPANESE);
        var english = Why.decided(evaluation, recommendation, decision, words, Locale.ENGLISH);
        var departures = new Departures(evaluation, decision);
        var lines = new ArrayList<PublishedResult.Line>();
        for (var figures : evaluation.lines()) {
            var recommended = recommendation.line(figures.id());
            var entrant = material.entrant(figures.id());
            if (recommended.isEmpty() || entrant.isEmpty()) {
                continue; // withdrawn before the ranking stood, or not a matter of this call
            }
            var decided = decision.line(figures.id());
            var totals = sheets.getOrDefault(figures.key(), List.of());
            var why = new PublishedResult.Why(japanese.reasons(figures.id()), english.reasons(figures.id()));
            var departure = departures.of(figures.id()).orElse(null);
            lines.add(line(
                    figures,
                    entrant.get(),
                    recommended.get(),
                    decided,
                    evaluation,
                    totals,
                    why,
                    departure,
                    disclosure));
        }
        lines.sort(Comparator.comparing(line -> Objects.requireNonNullElse(line.rank(), Integer.MAX_VALUE)));
        var budget = material.terms().budget();
        return new PublishedResult(
                id.value(),
                call.title(),
                call.year().year(),
                null,
                disclosure,
                recommendation.meetingOn().orElse(null),
                recommendation.present().size(),
                recommendation.panelSize(),
                recommendation.exceptionReason().orElse(null),
                decision.subjectToBudget(),
                budget == null ? null : (Long) budget.amount(),
                decision.text().wording(),
                lines,
                List.of());
    }

    private static PublishedResult.Line line(
            EvaluatedLine figures,
            Material.Entrant entrant,
            RecommendedLine recommended,
            Optional<DecidedLine> decided,
            Evaluation evaluation,
            List<EvaluatedLine.SheetTotal> sheets,
            PublishedResult.Why why,
            PublishedResult.@Nullable Departure departure,
            Disclosure disclosure) {
        var outcome = recommended.chosen().orElseThrow();
        var line = new PublishedResult.Line(
                entrant.proposal().value(),
                entrant.number(),
                entrant.title(),
                entrant.organisationName(),
                figures.rank(),
                figures.total(),
                disclosure == Disclosure.TOTALS ? List.of() : means(figures, evaluation),
                sheets(sheets),
                decided.map(DecidedLine::outcome).orElse(outcome),
                yen(decided.flatMap(DecidedLine::amount)),
                decided.map(DecidedLine::conditions).orElse(""),
                outcome,
                yen(recommended.chosenAmount()),
                decided.filter(city -> city.makesOtherConditions(recommended))
                        .map(city -> recommended.conditions())
                        .orElse(null),
                recommended.leavesRanking(figures) ? recommended.reason() : "",
                decided.filter(city -> city.leavesRecommendation(recommended))
                        .map(DecidedLine::reason)
                        .orElse(""),
                why.ja().isEmpty() ? null : why,
                departure,
                recommended.comment(),
                null,
                null,
                false,
                false);
        return entrant.takesPart() ? line : line.left();
    }

    private static List<PublishedResult.Mean> means(EvaluatedLine figures, Evaluation evaluation) {
        var rule = evaluation.rule();
        return figures.means().stream()
                .map(mean -> {
                    var criterion = rule.criterion(mean.criterion()).orElseThrow();
                    return new PublishedResult.Mean(
                            criterion.name().ja(), mean.mean(), criterion.max().toString());
                })
                .toList();
    }

    private static List<PublishedResult.SheetTotal> sheets(List<EvaluatedLine.SheetTotal> totals) {
        return totals.stream()
                .map(total -> new PublishedResult.SheetTotal(total.member(), total.total()))
                .toList();
    }

    private static @Nullable Long yen(Optional<Yen> amount) {
        return amount.map(Yen::amount).orElse(null);
    }
}
