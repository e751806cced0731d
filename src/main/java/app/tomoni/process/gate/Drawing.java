package app.tomoni.process.gate;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a released process says about the places where a case can be: whose turn, by when, in which words. */
public final class Drawing {

    private final String process;
    private final Map<String, Place> places;
    private final Set<String> calls;
    private final Map<String, Set<String>> ways;

    private Drawing(String process, Map<String, Place> places, Set<String> calls, Map<String, Set<String>> ways) {
        this.process = process;
        this.places = places;
        this.calls = calls;
        this.ways = ways;
    }

    /**
     * An element of the drawing.
     *
     * @param office the office that is asked, as the drawing names it
     * @param personal whether the task is one person's
     * @param list whether it is repeated over a list
     * @param each the variable that holds one of the list
     * @param around the element that holds it; none for the process itself
     */
    public record Place(
            String element,
            String kind,
            @Nullable String name,
            @Nullable String office,
            boolean personal,
            boolean list,
            @Nullable String each,
            @Nullable String form,
            @Nullable String deadline,
            Map<String, String> words,
            @Nullable String around) {

        /** The sentence for {@code applicant}, {@code staff}, {@code public} or {@code next}; Japanese where there is no other. */
        public Optional<String> words(String audience, Locale locale) {
            var translated = locale.getLanguage().equals("en") ? words.get(audience + ".en") : null;
            return Optional.ofNullable(translated == null ? words.get(audience) : translated);
        }

        /** What the element is called. */
        public String name(Locale locale) {
            var translated = locale.getLanguage().equals("en") ? words.get("name.en") : null;
            return translated != null ? translated : name == null ? element : name.replaceAll("\\s+", " ");
        }
    }

    /** Reads a process that has passed the gate. */
    public static Drawing of(byte[] bpmn) {
        var findings = new Findings("-");
        var root = new Xml().read(bpmn, Namespaces.BPMN, findings);
        if (root == null) {
            throw new ModelRefused(findings.all());
        }
        var process = root.child("process").orElseThrow();
        var places = new HashMap<String, Place>();
        var behind = new HashMap<String, Tag>();
        process.all()
                .filter(tag -> tag.is("sequenceFlow"))
                .forEach(flow -> process.all()
                        .filter(tag ->
                                tag.id().equals(flow.attribute("targetRef").orElse("")))
                        .findFirst()
                        .ifPresent(target ->
                                behind.putIfAbsent(flow.attribute("sourceRef").orElse(""), target)));
        process.all()
                .filter(tag -> tag.is("process") || BpmnRules.FLOW_NODES.contains(tag.name()))
                .forEach(tag -> places.put(tag.id(), place(tag, behind.get(tag.id()))));
        var calls = process.all()
                .filter(tag -> tag.is("callActivity"))
                .flatMap(call -> call.attribute("calledElement").stream())
                .collect(Collectors.toUnmodifiableSet());
        return new Drawing(process.id(), Map.copyOf(places), calls, ways(process));
    }

    /** Where a case can go in one step: along a flow, with an event at its edge, into and out of what surrounds or is called. */
    private static Map<String, Set<String>> ways(Tag process) {
        var ways = new HashMap<String, Set<String>>();
        process.all().forEach(tag -> {
            way(ways, tag, "sourceRef", tag.attribute("targetRef").orElse(""));
            way(ways, tag, "attachedToRef", tag.id());
            way(ways, tag, "id", tag.attribute("calledElement").orElse(""));
            if (tag.is("subProcess")) {
                tag.all().filter(inside -> inside != tag).forEach(inside -> {
                    way(ways, tag, "id", inside.id());
                    way(ways, inside, "id", tag.id());
                });
            }
        });
        return ways;
    }

    private static void way(Map<String, Set<String>> ways, Tag tag, String from, String to) {
        if (!to.isEmpty()) {
            tag.attribute(from)
                    .ifPresent(source ->
                            ways.computeIfAbsent(source, any -> new HashSet<>()).add(to));
        }
    }

    /** Whether a case at this element may still come to another one of the drawing, or into a process that it calls. */
    public boolean leads(String element, String to) {
        var seen = new HashSet<String>();
        var open = new ArrayDeque<>(ways.getOrDefault(element, Set.of()));
        while (!open.isEmpty()) {
            var next = open.remove();
            if (next.equals(to)) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(ways.getOrDefault(next, Set.of()));
            }
        }
        return false;
    }

    private static Place place(Tag tag, @Nullable Tag behind) {
        var speaking = tag.is("eventBasedGateway")
                        && behind != null
                        && tag.properties().isEmpty()
                ? behind
                : tag;
        var words = speaking.properties();
        var parent = tag.parent();
        return new Place(
                tag.id(),
                tag.name(),
                tag.attribute("name").orElse(null),
                tag.attribute("camunda:candidateGroups").orElse(words.get("who")),
                tag.attribute("camunda:assignee").isPresent(),
                tag.child("multiInstanceLoopCharacteristics").isPresent(),
                tag.child("multiInstanceLoopCharacteristics")
                        .flatMap(loop -> loop.attribute("camunda:elementVariable"))
                        .orElse(null),
                tag.attribute("camunda:formRef").orElse(null),
                words.get("deadline"),
                Map.copyOf(words),
                parent == null || parent.is("definitions") ? null : parent.id());
    }

    public String process() {
        return process;
    }

    /** The processes that it calls. */
    public Set<String> calls() {
        return calls;
    }

    /** The offices whose tasks are drawn in it, as the drawing names them. */
    public Set<String> offices() {
        return places.values().stream()
                .filter(place -> place.kind().equals("userTask"))
                .flatMap(place -> Stream.ofNullable(place.office()))
                .collect(Collectors.toUnmodifiableSet());
    }

    public Optional<Place> place(String element) {
        return Optional.ofNullable(places.get(element));
    }

    /** The end that is this element, or the only one in it; a case is over when the subprocess of an event is. */
    public Optional<Place> end(String element) {
        var ends = places.values().stream()
                .filter(place -> place.kind().equals("endEvent"))
                .filter(place -> place.element().equals(element) || element.equals(place.around()))
                .toList();
        return ends.size() == 1 ? Optional.of(ends.getFirst()) : Optional.empty();
    }

    /** The elements around one, from the inside out, the process last. */
    public List<Place> around(String element) {
        return Stream.iterate(
                        places.get(element),
                        Objects::nonNull,
                        place -> place.around() == null ? null : places.get(place.around()))
                .skip(1)
                .toList();
    }
}
