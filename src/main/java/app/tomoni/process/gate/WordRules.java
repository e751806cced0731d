package app.tomoni.process.gate;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Every place where a case can wait says to each audience who acts, by when and what comes next; an end may say how the
 * case ended.
 */
final class WordRules {

    static final List<String> AUDIENCES = List.of("applicant", "staff", "public", "next");
    private static final Set<String> KEYS = Set.of(
            "applicant",
            "staff",
            "public",
            "next",
            "applicant.en",
            "staff.en",
            "public.en",
            "next.en",
            "name.en",
            "deadline",
            "who");
    private static final Set<String> SPEAKING = Set.of(
            "process",
            "subProcess",
            "callActivity",
            "userTask",
            "receiveTask",
            "intermediateCatchEvent",
            "eventBasedGateway",
            "endEvent");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(?:who|due|done|of)}");
    private static final int LONGEST = 200;

    private final Vocabulary vocabulary;
    private final Findings findings;

    WordRules(Vocabulary vocabulary, Findings findings) {
        this.vocabulary = vocabulary;
        this.findings = findings;
    }

    void check(Tag process) {
        var elsewhere = spokenForElsewhere(process);
        process.all().forEach(tag -> {
            var words = tag.properties();
            if (!words.isEmpty() && !SPEAKING.contains(tag.name())) {
                findings.add(tag, "property-place");
                return;
            }
            boolean says = AUDIENCES.stream().anyMatch(words::containsKey);
            if ((isWait(tag) && !elsewhere.contains(tag.id())) || says) {
                checkWords(tag, words);
            }
            words.keySet().stream()
                    .filter(key -> !KEYS.contains(key))
                    .forEach(key -> findings.add(tag, "property", key));
            checkDeadline(tag, words);
            var who = words.get("who");
            if (who != null && !vocabulary.offices().contains(who)) {
                findings.add(tag, "office", who);
            }
        });
    }

    /** Where several events are awaited at once, one place has the words: the gateway, or each event behind it. */
    private static Set<String> spokenForElsewhere(Tag process) {
        var silent = new HashSet<String>();
        process.all().filter(tag -> tag.is("eventBasedGateway")).forEach(gateway -> {
            if (AUDIENCES.stream().noneMatch(gateway.properties()::containsKey)) {
                silent.add(gateway.id());
                return;
            }
            process.all()
                    .filter(tag -> tag.is("sequenceFlow")
                            && tag.attribute("sourceRef").orElse("").equals(gateway.id()))
                    .forEach(flow -> silent.add(flow.attribute("targetRef").orElse("")));
        });
        return silent;
    }

    /** Where a case stands still until somebody acts or a date comes. */
    static boolean isWait(Tag tag) {
        return tag.is("userTask", "receiveTask", "intermediateCatchEvent", "eventBasedGateway");
    }

    private void checkWords(Tag tag, Map<String, String> words) {
        for (var audience : AUDIENCES) {
            if (words.getOrDefault(audience, "").isBlank()) {
                findings.add(tag, "words-missing", audience);
            }
        }
        words.forEach((key, text) -> {
            if (key.equals("deadline") || key.equals("who") || key.equals("name.en")) {
                return;
            }
            if (text.codePointCount(0, text.length()) > LONGEST) {
                findings.add(tag, "words-long", key, LONGEST);
            }
            var rest = PLACEHOLDER.matcher(text).replaceAll("");
            if (rest.contains("{") || rest.contains("}") || rest.contains("<")) {
                findings.add(tag, "placeholder", key, text);
            }
            if (text.contains("{due}") && !words.containsKey("deadline")) {
                findings.add(tag, "due-without-deadline", key);
            }
            if (text.contains("{who}") && !tag.is("userTask") && !words.containsKey("who")) {
                findings.add(tag, "who-missing", key);
            }
            if ((text.contains("{done}") || text.contains("{of}")) && !isCounted(tag)) {
                findings.add(tag, "count-without-list", key);
            }
        });
    }

    private static boolean isCounted(Tag tag) {
        for (Tag around = tag; around != null; around = around.parent()) {
            if (around.child("multiInstanceLoopCharacteristics").isPresent()) {
                return true;
            }
        }
        return tag.all().anyMatch(below -> below.is("multiInstanceLoopCharacteristics"));
    }

    private void checkDeadline(Tag tag, Map<String, String> words) {
        var deadline = words.get("deadline");
        if (deadline == null
                ? tag.is("userTask")
                : !Grammar.NAME.matcher(deadline).matches()) {
            findings.add(tag, "deadline", deadline == null ? "" : deadline);
        }
    }
}
