package app.tomoni.process.gate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The ways through one scope on which nobody has to act: a node where a person or a message is awaited has no way on.
 *
 * <p>Timers do not stop anything, since a deadline may lie in the past, nor does a list, since it may be empty.
 */
final class Flow {

    private final Map<String, Tag> nodes = new LinkedHashMap<>();
    private final Map<String, List<String>> ways = new HashMap<>();

    Flow(Tag scope, CallGraph calls) {
        scope.children().stream()
                .filter(child -> BpmnRules.FLOW_NODES.contains(child.name()))
                .forEach(node -> nodes.put(node.id(), node));
        var stopping = new HashSet<String>();
        nodes.forEach((id, node) -> {
            if (stops(node, calls)) {
                stopping.add(id);
            }
        });
        scope.children("sequenceFlow").forEach(flow -> {
            var source = flow.attribute("sourceRef").orElse("");
            if (!stopping.contains(source)) {
                way(source, flow.attribute("targetRef").orElse(""));
            }
        });
        nodes.values().stream()
                .filter(node -> node.is("boundaryEvent"))
                .forEach(boundary -> way(boundary.attribute("attachedToRef").orElse(""), boundary.id()));
    }

    private void way(String source, String target) {
        ways.computeIfAbsent(source, unused -> new ArrayList<>()).add(target);
    }

    private static boolean stops(Tag node, CallGraph calls) {
        if (node.child("multiInstanceLoopCharacteristics").isPresent()) {
            return false;
        }
        return switch (node.name()) {
            case "userTask", "receiveTask" -> true;
            case "intermediateCatchEvent", "boundaryEvent" ->
                node.child("messageEventDefinition").isPresent();
            case "subProcess" -> new Flow(node, calls).alwaysStops();
            case "callActivity" ->
                calls.alwaysStops(node.attribute("calledElement").orElse(""));
            default -> false;
        };
    }

    /** Whether nobody can come from the start to an end without somebody acting. */
    boolean alwaysStops() {
        var open = new ArrayDeque<String>();
        nodes.values().stream().filter(node -> node.is("startEvent")).forEach(start -> open.add(start.id()));
        var seen = new HashSet<String>(open);
        while (!open.isEmpty()) {
            var next = open.removeFirst();
            var node = nodes.get(next);
            if (node != null
                    && (node.is("endEvent")
                            || ways.getOrDefault(next, List.of()).isEmpty() && !isStop(node))) {
                return false;
            }
            ways.getOrDefault(next, List.of()).stream().filter(seen::add).forEach(open::add);
        }
        return true;
    }

    private static boolean isStop(Tag node) {
        return node.is(
                        "userTask",
                        "receiveTask",
                        "intermediateCatchEvent",
                        "boundaryEvent",
                        "subProcess",
                        "callActivity")
                && node.child("multiInstanceLoopCharacteristics").isEmpty();
    }

    /** A node on a way round that nothing stops. */
    Optional<Tag> circle() {
        Set<String> done = new HashSet<>();
        for (var start : nodes.keySet()) {
            var path = new ArrayDeque<String>();
            var onPath = new HashSet<String>();
            var rest = new HashMap<String, ArrayDeque<String>>();
            if (done.contains(start)) {
                continue;
            }
            path.push(start);
            onPath.add(start);
            while (!path.isEmpty()) {
                var here = path.getFirst();
                var targets = rest.computeIfAbsent(here, id -> new ArrayDeque<>(ways.getOrDefault(id, List.of())));
                if (targets.isEmpty()) {
                    path.pop();
                    onPath.remove(here);
                    done.add(here);
                    continue;
                }
                var target = targets.removeFirst();
                if (onPath.contains(target)) {
                    return Optional.ofNullable(nodes.get(target));
                }
                if (!done.contains(target)) {
                    path.push(target);
                    onPath.add(target);
                }
            }
        }
        return Optional.empty();
    }
}
