package app.tomoni.scoring;

import app.tomoni.scoring.text.Words;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns the steps of a trace into sentences, with the city's names for criteria and sides. */
final class TraceWords {

    private static final Pattern WHOLE_DIGITS = Pattern.compile("(?<![.\\d])\\d{4,}");

    private final Rule rule;
    private final Locale locale;
    private final Words words;

    TraceWords(Rule rule, Locale locale) {
        this.rule = rule;
        this.locale = locale;
        this.words = Words.in(locale);
    }

    String sentence(Trace.Step step) {
        var facts = new HashMap<String, String>();
        step.facts().forEach((name, fact) -> facts.put(name, name.equals("criterion") ? criterion(fact) : text(fact)));
        if (step.proposal() != null) {
            facts.put("proposal", step.proposal());
        }
        if (rule.aggregate() instanceof Aggregate.PartySplit split) {
            split.parties().stream()
                    .filter(party -> party.id().equals(facts.get("party")))
                    .forEach(party -> facts.put("party", party.name().in(locale)));
        }
        return words.fill("trace." + step.code(), facts);
    }

    private String criterion(Object id) {
        return rule.criterion(id.toString()).map(c -> c.name().in(locale)).orElse(id.toString());
    }

    private String text(Object fact) {
        var separator = words.say("list.separator");
        return switch (fact) {
            case Ratio ratio -> grouped(ratio.readable());
            case Number number -> grouped(number.toString());
            case List<?> list -> list.stream().map(this::text).collect(Collectors.joining(separator));
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(e -> criterion(e.getKey()) + " " + text(e.getValue()))
                        .collect(Collectors.joining(separator));
            case Enum<?> value -> words.say("word." + value.name());
            default -> fact.toString();
        };
    }

    /** The figure with its whole digits by threes, as people write money. */
    private static String grouped(String figure) {
        return WHOLE_DIGITS
                .matcher(figure)
                .replaceAll(found -> String.format(Locale.ROOT, "%,d", new BigInteger(found.group())));
    }
}
