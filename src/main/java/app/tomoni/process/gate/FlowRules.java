package app.tomoni.process.gate;

/**
 * Where a token can go: no way round without somebody having to act, no way gone twice at once, no more work than can be
 * done, and words for places where work runs side by side.
 */
final class FlowRules {

    static final int MOST_WORK = 50_000;

    private final CallGraph calls;
    private final Findings findings;

    FlowRules(CallGraph calls, Findings findings) {
        this.calls = calls;
        this.findings = findings;
    }

    void check(Tag process) {
        process.all().filter(tag -> tag.is("process", "subProcess")).forEach(this::checkScope);
        process.all()
                .filter(tag -> calls.work(tag) > MOST_WORK)
                .reduce((around, within) -> within)
                .ifPresent(tag -> findings.add(tag, "too-much", MOST_WORK));
    }

    private void checkScope(Tag scope) {
        new Flow(scope, calls).circle().ifPresent(node -> findings.add(node, "cycle"));
        new Branches(scope).meetings().forEach((place, fork) -> findings.add(place, "meets", fork.id()));
        long starts = scope.children("startEvent").count();
        if (starts != 1) {
            findings.add(scope, "starts", starts);
        }
        boolean forks = scope.children().stream()
                .filter(node -> node.is("parallelGateway", "inclusiveGateway"))
                .anyMatch(node -> outgoing(scope, node) > 1);
        long waits = scope.all().filter(WordRules::isWait).count();
        if (forks && waits > 1 && !scope.properties().containsKey("staff")) {
            findings.add(scope, "side-by-side");
        }
    }

    private static long outgoing(Tag scope, Tag node) {
        return scope.children("sequenceFlow")
                .filter(flow -> flow.attribute("sourceRef").orElse("").equals(node.id()))
                .count();
    }
}
