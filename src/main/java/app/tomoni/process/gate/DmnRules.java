package app.tomoni.process.gate;

import java.util.Set;
import java.util.regex.Pattern;

/** The rules of a decision table: FEEL only, and of FEEL only what looks at values. */
final class DmnRules {

    private static final Set<String> FEEL =
            Set.of("", "feel", "https://www.omg.org/spec/DMN/20191111/FEEL/", "http://www.omg.org/spec/FEEL/20140401");
    private static final Set<String> FUNCTIONS = Set.of(
            "not", "count", "sum", "min", "max", "contains", "date", "floor", "ceiling", "lower", "upper", "length");
    private static final Set<String> JOINING = Set.of("and", "or", "in", "between", "if", "then", "else");
    /** All that FEEL is read from here: no comment, no other white space, no name in backticks, no power, no dot. */
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:(?<value>\"[^\"\\\\]*\"|\\d+(?:\\.\\d+)?|\\?)"
            + "|(?<name>[\\p{L}_][\\p{L}\\p{N}_]*)"
            + "|(?<opens>[(\\[])|(?<closes>[)\\]])"
            + "|(?<sign>\\.\\.|[<>!]=|[-+<>=,]|\\*(?![*/])|/(?![*/])))");

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
        if (feel.length() > LONGEST || !onlyLooksAtValues(feel)) {
            findings.add(tag, "feel", feel);
        }
    }

    /**
     * Whether it is made of known tokens in which no value stands beside another: FEEL's loops, filters, functions of its
     * own and names of several words all have two values side by side, such as {@code for a} and {@code list[…}.
     */
    private static boolean onlyLooksAtValues(String feel) {
        var token = TOKEN.matcher(feel);
        boolean afterValue = false;
        boolean afterFunction = false;
        for (int end = 0; end < feel.length(); end = token.end()) {
            if (!token.region(end, feel.length()).lookingAt()) {
                return false;
            }
            var name = token.group("name");
            boolean joins = name != null && JOINING.contains(name);
            boolean opens = token.group("opens") != null;
            boolean begins = token.group("value") != null || name != null && !joins || opens;
            boolean calls = afterFunction && "(".equals(token.group("opens"));
            if (begins && afterValue && !calls) {
                return false;
            }
            afterValue = begins && !opens || token.group("closes") != null;
            afterFunction = name != null && FUNCTIONS.contains(name);
        }
        return true;
    }
}
