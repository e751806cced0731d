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

    private final Map<String, Tag> processes = new HashMap<>();
    private final Map<String, Set<String>> called = new HashMap<>();

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
        var drawn = processes.get(process);
        if (drawn == null || circle(process).isPresent()) {
            return false;
        }
        return new Flow(drawn, this).alwaysStops();
    }

    List<String> names() {
        return List.copyOf(processes.keySet());
    }
}
