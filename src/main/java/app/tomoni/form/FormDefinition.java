package app.tomoni.form;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A form as drawn in a Camunda modeler: sections of questions. */
public record FormDefinition(String id, List<Section> sections) {

    /**
     * Reads a Camunda Form (form-js JSON).
     *
     * @throws UnreadableForm naming everything in it that is not supported, and where
     */
    public static FormDefinition parse(byte[] json) {
        return new FormReader().read(json);
    }

    public Stream<Field> fields() {
        return sections.stream().flatMap(Section::fields);
    }

    public Optional<Field> field(String key) {
        return fields().filter(field -> field.key().equals(key)).findFirst();
    }

    /** The fields whose answers a process may use. */
    public List<Field> variables() {
        return fields().filter(Field::isVariable).toList();
    }

    /** What is wrong with these answers, in the order of the form; nothing when they can be submitted. */
    public List<FieldError> validate(Answers answers, FormRules rules) {
        return new FormValidation(this, answers, rules).errors();
    }
}
