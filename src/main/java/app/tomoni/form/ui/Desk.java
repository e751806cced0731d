package app.tomoni.form.ui;

import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.form.Aside;
import app.tomoni.form.Saved;
import app.tomoni.form.WorkingCopies;
import app.tomoni.form.WorkingField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** One subject as one person has it before them: what was last known of each field, and the way to save it. */
final class Desk {

    private final WorkingCopies copies;
    private final People people;
    private final String subject;
    private final PersonId person;
    private final BooleanSupplier writable;
    private final Map<String, WorkingField> known;
    private Map<String, WorkingField> latest;

    /** @param writable whether the person may still write; asked at each save, and before what others saved is shown */
    Desk(WorkingCopies copies, People people, String subject, PersonId person, BooleanSupplier writable) {
        this.copies = copies;
        this.people = people;
        this.subject = subject;
        this.person = person;
        this.writable = writable;
        this.latest = copies.open(subject);
        this.known = new HashMap<>(latest);
    }

    String subject() {
        return subject;
    }

    PersonId person() {
        return person;
    }

    Map<String, WorkingField> known() {
        return known;
    }

    /** What was saved when it was last read, also where it has not been accepted. */
    Map<String, WorkingField> latest() {
        return latest;
    }

    /** Whether nobody has saved anything that is not known here. */
    boolean isCurrent() {
        return copies.version(subject)
                == known.values().stream().mapToLong(WorkingField::version).sum();
    }

    boolean mayWrite() {
        return writable.getAsBoolean();
    }

    String value(String field) {
        var now = known.get(field);
        return now == null ? "" : now.value();
    }

    long version(String field) {
        var now = known.get(field);
        return now == null ? WorkingCopies.NEW : now.version();
    }

    /** A text that has been saved anew since, and says what it was typed on, is no other text. */
    Saved save(String field, String value) {
        var saved = copies.save(subject, field, value, version(field), person, writable);
        if (saved instanceof Saved.Conflict same && same.theirs().equals(value(field))) {
            saved = copies.save(subject, field, value, same.version(), person, writable);
        }
        if (saved instanceof Saved.Stored stored) {
            known.put(field, new WorkingField(value, stored.version(), person, stored.at()));
        }
        return saved;
    }

    /** Takes over what somebody else saved. */
    void accept(String field, Saved.Conflict theirs) {
        known.put(field, new WorkingField(theirs.theirs(), theirs.version(), theirs.by(), theirs.at()));
    }

    void accept(String field, WorkingField theirs) {
        known.put(field, theirs);
    }

    /** What lies beside the fields because another's text was saved first. */
    List<Aside> aside() {
        return copies.aside(subject);
    }

    void setAside(String field, String value) {
        copies.setAside(subject, field, value, person, writable);
    }

    void clearAside(String field) {
        copies.clearAside(subject, field, person);
    }

    /** What others have saved since; still to be accepted. */
    Map<String, WorkingField> changes() {
        var changes = new HashMap<String, WorkingField>();
        latest = copies.open(subject);
        latest.forEach((field, now) -> {
            if (now.version() != version(field) && !now.value().equals(value(field))) {
                changes.put(field, now);
            } else {
                known.put(field, now);
            }
        });
        return changes;
    }

    String name(PersonId someone) {
        return people.name(someone);
    }
}
