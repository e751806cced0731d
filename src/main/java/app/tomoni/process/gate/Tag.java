package app.tomoni.process.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An element of a model file as read: prefixes replaced by the short names of {@link Namespaces}. */
final class Tag {

    private final String name;
    private final @Nullable Tag parent;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Tag> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    Tag(String name, @Nullable Tag parent) {
        this.name = name;
        this.parent = parent;
        if (parent != null) {
            parent.children.add(this);
        }
    }

    /** Whether it had none of this name: of two the engine could take the other one. */
    boolean put(String attribute, String value) {
        return attributes.put(attribute, value) == null;
    }

    void append(String characters) {
        text.append(characters);
    }

    /** For BPMN and DMN the bare local name, otherwise {@code prefix:name}. */
    String name() {
        return name;
    }

    boolean is(String... names) {
        return List.of(names).contains(name);
    }

    @Nullable
    Tag parent() {
        return parent;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    String id() {
        return attributes.getOrDefault("id", "");
    }

    /** The id a person finds in the drawing: this element's, or that of the one around it. */
    String nearestId() {
        for (Tag tag = this; tag != null; tag = tag.parent) {
            if (!tag.id().isBlank() && !tag.name.endsWith("EventDefinition") && !tag.is("conditionExpression")) {
                return tag.id();
            }
        }
        return "-";
    }

    String text() {
        return text.toString().strip();
    }

    List<Tag> children() {
        return children;
    }

    Stream<Tag> children(String childName) {
        return children.stream().filter(child -> child.is(childName));
    }

    Optional<Tag> child(String childName) {
        return children(childName).findFirst();
    }

    /** This element and all below it, in the order of the file. */
    Stream<Tag> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Tag::all));
    }

    /** The {@code camunda:property} values of this element. */
    Map<String, String> properties() {
        var found = new LinkedHashMap<String, String>();
        children("extensionElements")
                .flatMap(extension -> extension.children("camunda:properties"))
                .flatMap(properties -> properties.children("camunda:property"))
                .forEach(property -> property.attribute("name")
                        .ifPresent(key ->
                                found.put(key, property.attribute("value").orElse(""))));
        return found;
    }
}
