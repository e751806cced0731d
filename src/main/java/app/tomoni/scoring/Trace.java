package app.tomoni.scoring;

import app.tomoni.scoring.text.JsonText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a result came about, step by step: a person can read it, a machine can compute it again from it. */
public final class Trace {

    /** The steps that leave a proposal out, or that say of it what did. */
    private static final Set<String> LEAVE_OUT = Set.of(
            "verdict",
            "verdictOutcome",
            "lineMissed",
            "baselineMissed",
            "criterionMissed",
            "outPublished",
            "excludedOutcome",
            "outsidePlaces",
            "noMoneyLeft");

    /** The steps that take a proposal in, or put it next in line. */
    private static final Set<String> TAKE_IN = Set.of(
            "lineMet",
            "baselineMet",
            "adoptPassing",
            "adoptPlace",
            "adoptBudget",
            "amountSet",
            "reserve",
            "offer",
            "offerAccepted");

    static final String FORMAT = "tomoni-scoring-trace/1";

    /**
     * One step.
     *
     * @param code what was done, as the key of its sentence
     * @param facts what the sentence names, in a fixed order: texts, whole numbers, exact figures, lists and maps
     */
    record Step(String code, @Nullable String proposal, Map<String, Object> facts) {
        Map<String, Object> asJson() {
            var json = new LinkedHashMap<String, Object>();
            json.put("step", code);
            if (proposal != null) {
                json.put("proposal", proposal);
            }
            json.putAll(facts);
            return json;
        }
    }

    private final Rule rule;
    private final Map<String, Object> inputs;
    private final List<Step> steps = new ArrayList<>();
    private final List<Step> common = new ArrayList<>();
    private final Map<String, List<Step>> own = new HashMap<>();
    private Map<String, Object> result = Map.of();

    Trace(Rule rule, Map<String, Object> inputs) {
        this.rule = rule;
        this.inputs = inputs;
    }

    void add(String code, @Nullable String proposal, Object... facts) {
        var named = new LinkedHashMap<String, Object>();
        for (int i = 0; i < facts.length; i += 2) {
            named.put((String) facts[i], facts[i + 1]);
        }
        var step = new Step(code, proposal, named);
        steps.add(step);
        (proposal == null ? common : own.computeIfAbsent(proposal, id -> new ArrayList<>())).add(step);
    }

    void close(Map<String, Object> outcome) {
        result = outcome;
    }

    /** Rule, inputs, steps and result, in an order that depends on nothing but their content. */
    public String toJson() {
        var json = new LinkedHashMap<String, Object>();
        json.put("format", FORMAT);
        json.putAll(inputs);
        json.put("steps", steps.stream().map(Step::asJson).toList());
        json.put("result", result);
        return JsonText.write(json, 2);
    }

    /** One sentence for each step. */
    public List<String> lines(Locale locale) {
        return sentences(steps, locale);
    }

    /** The sentences about ties, lines and money, which belong to several proposals. */
    public List<String> linesOnNoProposal(Locale locale) {
        return sentences(common, locale);
    }

    /** The sentences about one proposal. */
    public List<String> lines(Locale locale, String proposal) {
        return sentences(own.getOrDefault(proposal, List.of()), locale);
    }

    /** The sentences that say why a proposal is not adopted: the line it missed, or that no place or money was left. */
    public List<String> whyNot(Locale locale, String proposal) {
        return sentences(
                own.getOrDefault(proposal, List.of()).stream()
                        .filter(step -> LEAVE_OUT.contains(step.code()))
                        .toList(),
                locale);
    }

    /**
     * The sentences that say what a proposal owes its result to, adopted or not, with what was left of the budget. Whom
     * the city offers that is no part of it: a group is told so before anybody else.
     */
    public List<String> why(Locale locale, String proposal) {
        return sentences(
                own.getOrDefault(proposal, List.of()).stream()
                        .filter(step ->
                                LEAVE_OUT.contains(step.code()) || TAKE_IN.contains(step.code()) || foundNoMoney(step))
                        .flatMap(step -> foundNoMoney(step)
                                ? Stream.of(
                                        withoutOffer(step),
                                        new Step("moneyLeft", proposal, Map.of("left", moneyLeft())))
                                : Stream.of(withoutOffer(step)))
                        .toList(),
                locale);
    }

    private static Step withoutOffer(Step step) {
        if (step.code().equals("offer")) {
            return new Step("tooLittleLeft", step.proposal(), step.facts());
        }
        return step.facts().containsValue(Result.Reason.OFFER_OPEN)
                ? new Step("leftToThoseAbove", step.proposal(), Map.of())
                : step;
    }

    private static boolean foundNoMoney(Step step) {
        return step.code().equals("noMoneyLeft") || step.facts().containsValue(Result.Reason.OFFER_OPEN);
    }

    private long moneyLeft() {
        long granted = steps.stream()
                .filter(step -> step.code().equals("adoptBudget") || step.code().equals("offerAccepted"))
                .mapToLong(step -> ((Number) step.facts().getOrDefault("yen", 0L)).longValue())
                .sum();
        return Objects.requireNonNull(rule.budgetYen()) - granted;
    }

    private List<String> sentences(List<Step> some, Locale locale) {
        var words = new TraceWords(rule, locale);
        return some.stream().map(words::sentence).toList();
    }
}
