package app.tomoni.process;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says what a case is called and where its page is; each module answers for the cases that are its own. */
public interface CasePages {

    /** A page that leads to the record of a case. */
    record Page(String name, String path) {}

    /**
     * A case by its name.
     *
     * @param pages the way to its page, from the top; they end above it where the city may not open it now
     */
    record Known(String name, List<Page> pages) {}

    /** Nothing when the case is not this module's. */
    Optional<Known> of(CaseKey key, Locale locale);
}
