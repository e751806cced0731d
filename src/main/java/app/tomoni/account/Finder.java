package app.tomoni.account;

import app.tomoni.shared.SearchWords;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Finds things of one kind among those that its reader may open; a module contributes its own as a bean, and asks for what
 * its pages ask. Whatever its reader may not open it neither finds nor counts.
 */
public interface Finder {

    /** What can be looked for, in the order in which it is shown. */
    enum Kind {
        PROPOSAL,
        CALL,
        GROUP,
        PERSON
    }

    /**
     * Something that was found.
     *
     * @param path of the page on which this reader works with it
     * @param facts by which it is recognised beside its name; never where it stands or how it ends
     */
    record Found(UUID id, String path, String name, List<String> facts) {

        public Found {
            facts = facts.stream().filter(fact -> !fact.isEmpty()).toList();
        }
    }

    Kind kind();

    /** Whether there are pages of this kind for the person at all, be there something on them or not. */
    boolean isFor(PersonId reader);

    /** Everything that is found, in an order of its own that tells nothing. */
    List<Found> find(PersonId reader, SearchWords words, Locale locale);
}
