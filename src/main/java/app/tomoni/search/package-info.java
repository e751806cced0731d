/** Finds what its reader may open, by words. Used by nobody. */
@ApplicationModule(allowedDependencies = {"account", "shared"})
@NullMarked
package app.tomoni.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
