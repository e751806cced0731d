package app.tomoni.process.gate;

import java.util.Set;
import java.util.regex.Pattern;

/** The rules of a decision table: FEEL only, and of FEEL only what looks at values. */
final class DmnRules {

    private static final Set<String> FEEL =
            Set.of("", "feel", "https://www.omg.org/spec/DMN/20191111/FEEL/", "http://www.omg.org/spec/FEEL/20140401");
    private static final Set<String> FUNCTIONS = Set.of(
            "not", "count", "sum", "min", "max", "contains", "date", "floor", "ceiling", "lower", "upper", "length");
    private static final Set<String> LOOPS =
            Set.of("function", "external", "for", "some", "every", "return", "satisfies");
    private static final Pattern CALL = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_ .]*?)\\s*\\(");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"\\\\]*\"");
    private static final int LONGEST = 300;
    private static final int MOST_RULES = 500;

    private final Findings findings;

    DmnRules(Findings findings) {
        this.findings = findings;
    }

    void check(String stem, Tag root) {
        AllowList.DMN.check(root, findings);
        if (root.children("decision").noneMatch(decision -> decision.id().equals(ProcessContract.camelCase(stem)))) {
            findings.add(root, "decision-id", ProcessContract.camelCase(stem));
        }
        if (root.all().filter(tag -> tag.is("rule")).count() > MOST_RULES) {
            findings.add(root, "too-many", "rule", MOST_RULES);
        }
        root.all().forEach(tag -> {
            var language = tag.attribute("expressionLanguage").orElse("");
            if (!FEEL.contains(language)) {
                findings.add(tag, "feel-only", language);
            }
            tag.attribute("camunda:inputVariable")
                    .filter(name -> !Grammar.NAME.matcher(name).matches() || Grammar.RESERVED.contains(name))
                    .ifPresent(name -> findings.add(tag, "reserved", name));
            tag.attributes().values().forEach(value -> checkNoEngineExpression(tag, value));
            checkNoEngineExpression(tag, tag.text());
            if (tag.is("text") && tag.parent() != null && !tag.parent().is("textAnnotation")) {
                checkFeel(tag);
            }
        });
    }

    private void checkNoEngineExpression(Tag tag, String text) {
        if (text.contains("${") || text.contains("#{")) {
            findings.add(tag, "expression-place", text);
        }
    }

    private void checkFeel(Tag tag) {
        var feel = tag.text();
        var bare = QUOTED.matcher(feel).replaceAll("\"\"");
        boolean loops = WORD.matcher(bare).results().anyMatch(word -> LOOPS.contains(word.group()));
        boolean calls = CALL.matcher(bare).results().anyMatch(call -> !isAllowed(call.group(1)));
        boolean walks = bare.contains("{")
                || bare.contains("**")
                || bare.contains("\\")
                || bare.matches("(?s).*[\\p{L}_]\\s*\\.\\s*[\\p{L}_].*");
        if (feel.length() > LONGEST || loops || calls || walks) {
            findings.add(tag, "feel", feel);
        }
    }

    private static boolean isAllowed(String words) {
        var name = words.strip().replaceAll("\\s+", " ");
        var last = name.substring(name.lastIndexOf(' ') + 1);
        return FUNCTIONS.contains(name)
                || Set.of("and", "or", "in", "if", "then", "else").contains(last)
                || FUNCTIONS.contains(last) && !last.equals(name) && isJoin(name.substring(0, name.lastIndexOf(' ')));
    }

    private static boolean isJoin(String before) {
        return Set.of("and", "or", "in", "if", "then", "else").contains(before.substring(before.lastIndexOf(' ') + 1));
    }
}
