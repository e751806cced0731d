package app.tomoni.proposal;

import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.form.FormDefinition;
import app.tomoni.form.Section;
import app.tomoni.form.WorkingField;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who is writing at the same draft, and where. */
@Component
public class Writers {

    /** Who saved nothing for so long is taken to have stopped. */
    static final Duration RECENT = Duration.ofSeconds(45);

    /** Somebody and the section they saved in last. */
    public record Writer(String name, String section, Instant at) {}

    private final People people;

    Writers(People people) {
        this.people = people;
    }

    /**
     * The others who saved something lately, the latest first.
     *
     * @param saved the draft as it is saved
     */
    public List<Writer> besides(PersonId me, FormDefinition form, Map<String, WorkingField> saved, Instant now) {
        var latest = new HashMap<PersonId, Map.Entry<String, WorkingField>>();
        saved.entrySet().stream()
                .filter(field -> !field.getValue().savedBy().equals(me))
                .filter(field -> field.getValue().savedAt().isAfter(now.minus(RECENT)))
                .forEach(field -> latest.merge(
                        field.getValue().savedBy(),
                        field,
                        (one, other) -> one.getValue()
                                        .savedAt()
                                        .isAfter(other.getValue().savedAt())
                                ? one
                                : other));
        if (latest.isEmpty()) {
            return List.of();
        }
        var names = people.names(latest.keySet());
        return latest.entrySet().stream()
                .map(writer -> new Writer(
                        names.getOrDefault(writer.getKey(), ""),
                        section(form, writer.getValue().getKey()),
                        writer.getValue().getValue().savedAt()))
                .sorted(Comparator.comparing(Writer::at).reversed())
                .toList();
    }

    private static String section(FormDefinition form, String field) {
        return form.sections().stream()
                .filter(section -> section.fields().anyMatch(one -> one.key().equals(field)))
                .map(Section::title)
                .findFirst()
                .orElse("");
    }
}
