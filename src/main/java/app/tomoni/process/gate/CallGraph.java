package app.tomoni.process.gate;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which process of a release calls which. */
final class CallGraph {

    /** The process that looks at all proposals of a call. */
    private static final String OF_CALL = "selection";

    private final Map<String, Tag> processes = new HashMap<>();
    private final Map<String, Set<String>> called = new HashMap<>();
    private final Map<String, Boolean> stopping = new HashMap<>();
    private final Map<String, Integer> work = new HashMap<>();

    CallGraph(Collection<Tag> roots) {
        for (var root : roots) {
            root.children("process").forEach(process -> {
                processes.put(process.id(), process);
                var targets = new LinkedHashSet<String>();
                process.all()
                        .filter(tag -> tag.is("callActivity"))
                        .forEach(call ->
                                targets.add(call.attribute("calledElement").orElse("")));
                called.put(process.id(), targets);
            });
        }
    }

    /** Whether its cases are about a whole call, by itself or through those that call it: such a case has no one group. */
    boolean isOfCall(String process) {
        return OF_CALL.equals(process) || reaches(OF_CALL, process, new HashSet<>());
    }

    boolean knows(String process) {
        return processes.containsKey(process);
    }

    /** The processes on a way from this one back to itself. */
    Optional<String> circle(String process) {
        return reaches(process, process, new HashSet<>()) ? Optional.of(process) : Optional.empty();
    }

    private boolean reaches(String from, String goal, Set<String> seen) {
        for (var next : called.getOrDefault(from, Set.of())) {
            if (next.equals(goal) || (seen.add(next) && reaches(next, goal, seen))) {
                return true;
            }
        }
        return false;
    }

    /** Whether calling this process always means waiting for somebody. */
    boolean alwaysStops(String process) {
        var known = stopping.get(process);
        if (known == null) {
            var drawn = processes.get(process);
            known = drawn != null && circle(process).isEmpty() && new Flow(drawn, this).alwaysStops();
            stopping.put(process, known);
        }
        return known;
    }

    /** How often something is done here and in all that is called, with every list full; more than the most counts no further. */
    int work(Tag node) {
        long once = BpmnRules.FLOW_NODES.contains(node.name()) ? 1 : 0;
        for (var child : node.children()) {
            once += work(child);
        }
        once += node.attribute("calledElement").map(this::workOf).orElse(0);
        boolean repeated = node.child("multiInstanceLoopCharacteristics").isPresent();
        return (int) Math.min(repeated ? once * ProcessContract.LONGEST_LIST : once, FlowRules.MOST_WORK + 1);
    }

    private int workOf(String process) {
        var known = work.get(process);
        if (known == null) {
            work.put(process, 0); // a circle of calls is said elsewhere
            var drawn = processes.get(process);
            known = drawn == null ? 0 : work(drawn);
            work.put(process, known);
        }
        return known;
    }

    List<String> names() {
        return List.copyOf(processes.keySet());
    }
}
