package app.tomoni.process.gate;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where ways that are gone side by side meet and none waits for the other, so that all that follows is done twice.
 *
 * <p>Without such a place nothing is done twice: of two who go the same way, the last parting would have been a fork, and
 * where they first share a way again would be such a place.
 */
final class Branches {

    private final Map<String, Tag> nodes = new LinkedHashMap<>();
    /** From a node to its flows, and from a flow to its node. */
    private final Map<Tag, Set<Tag>> after = new HashMap<>();

    Branches(Tag scope) {
        scope.children().stream()
                .filter(child -> BpmnRules.FLOW_NODES.contains(child.name()))
                .forEach(node -> nodes.put(node.id(), node));
        scope.children("sequenceFlow").forEach(flow -> {
            link(node(flow, "sourceRef"), flow);
            link(flow, node(flow, "targetRef"));
        });
        nodes.values().stream()
                .filter(node -> node.is("boundaryEvent"))
                .forEach(boundary -> link(node(boundary, "attachedToRef"), boundary));
    }

    private @Nullable Tag node(Tag tag, String attribute) {
        return nodes.get(tag.attribute(attribute).orElse(""));
    }

    private void link(@Nullable Tag from, @Nullable Tag to) {
        if (from != null && to != null) {
            after.computeIfAbsent(from, unused -> new LinkedHashSet<>()).add(to);
        }
    }

    /** Each such place, and where its ways part. */
    Map<Tag, Tag> meetings() {
        var found = new LinkedHashMap<Tag, Tag>();
        nodes.values().forEach(fork -> meetings(branches(fork)).forEach(meeting -> found.putIfAbsent(meeting, fork)));
        return found;
    }

    /** What is gone side by side from here on; an event that does not interrupt goes beside what it is attached to. */
    private Set<Tag> branches(Tag fork) {
        if (fork.is("exclusiveGateway", "eventBasedGateway")) {
            return Set.of();
        }
        var branches = after.getOrDefault(fork, Set.of()).stream()
                .filter(way -> way.is("sequenceFlow"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var host = node(fork, "attachedToRef");
        if (host != null && fork.attribute("cancelActivity").orElse("").equals("false")) {
            branches.add(host);
        }
        return branches.size() > 1 ? branches : Set.of();
    }

    private Set<Tag> meetings(Set<Tag> branches) {
        var onEveryWay = new LinkedHashMap<Tag, Set<Tag>>();
        branches.forEach(branch -> onEveryWay.put(branch, Set.of(branch)));
        var open = new ArrayDeque<>(branches);
        while (!open.isEmpty()) {
            var here = open.removeFirst();
            for (var next : after.getOrDefault(here, Set.of())) {
                var known = onEveryWay.get(next);
                var passed = new HashSet<>(onEveryWay.getOrDefault(here, Set.of()));
                passed.add(next);
                if (known != null) {
                    passed.retainAll(known);
                }
                if (!passed.equals(known)) {
                    onEveryWay.put(next, passed);
                    open.add(next);
                }
            }
        }
        return onEveryWay.keySet().stream()
                .filter(place -> Set.of(place).equals(onEveryWay.get(place)) && !branches.contains(place))
                .filter(place -> !place.is("parallelGateway", "inclusiveGateway") && after.containsKey(place))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
