package app.tomoni.scoring;

import app.tomoni.scoring.text.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Turns the steps of a trace into sentences. */
final class TraceWords {

    private TraceWords() {}

    static String sentence(Trace.Step step, Locale locale) {
        var words = Words.in(locale);
        var facts = new HashMap<String, String>();
        step.facts().forEach((name, fact) -> facts.put(name, text(fact, words)));
        if (step.proposal() != null) {
            facts.put("proposal", step.proposal());
        }
        return words.fill("trace." + step.code(), facts);
    }

    private static String text(Object fact, Words words) {
        return switch (fact) {
            case Ratio ratio -> ratio.readable();
            case List<?> list ->
                list.stream().map(each -> text(each, words)).collect(Collectors.joining(words.say("list.separator")));
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(e -> e.getKey() + " " + text(e.getValue(), words))
                        .collect(Collectors.joining(words.say("list.separator")));
            case Enum<?> value -> words.say("word." + value.name());
            default -> fact.toString();
        };
    }
}
