package app.tomoni.account;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says what waits for a person in their own offices; the module that keeps the tasks contributes it as a bean. */
public interface OpenWork {

    /**
     * What waits in one office.
     *
     * @param alone how much only this person can do
     * @param shared how much whoever holds the office can do
     * @param others who can do that besides this person
     */
    record Waiting(Office office, @Nullable UUID scope, int alone, int shared, List<PersonId> others) {}

    /** What waits in the person's own offices, without those that they stand in for. */
    List<Waiting> of(PersonId person);
}
