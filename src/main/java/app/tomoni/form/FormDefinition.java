package app.tomoni.form;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
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

    /**
     * What in a form can be pointed at: a section or a field.
     *
     * @param key that no other place of the form has; a section and a field may have the same key of their own
     */
    public record Place(String key, String label, boolean isSection) {

        public static Place of(Section section) {
            return new Place("section:" + section.key(), section.title(), true);
        }

        public static Place of(Field field) {
            return new Place(field.key(), field.label(), false);
        }
    }

    /** Each section with a title, followed by its fields. */
    public List<Place> places() {
        return sections.stream()
                .flatMap(section -> Stream.concat(
                        Stream.of(section)
                                .filter(titled -> !titled.title().isEmpty())
                                .map(Place::of),
                        section.fields().map(Place::of)))
                .toList();
    }

    /** What reviewers may know of this form: without the fields that only the secretariat reads. */
    public FormDefinition forReviewers() {
        return narrowed(Section::forReviewers);
    }

    /** The questions whose answers the group of the case and the panel read, and nothing else that stands in the form. */
    public FormDefinition forGroup() {
        return narrowed(Section::forGroup);
    }

    private FormDefinition narrowed(UnaryOperator<Section> each) {
        return new FormDefinition(
                id,
                sections.stream()
                        .map(each)
                        .filter(section -> section.fields().findAny().isPresent())
                        .toList());
    }

    public Stream<Field> fields() {
        return sections.stream().flatMap(Section::fields);
    }

    /** The questions that are answered with files. */
    public List<Field> attachments() {
        return fields().filter(field -> field.widget() == Widget.ATTACHMENTS).toList();
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
