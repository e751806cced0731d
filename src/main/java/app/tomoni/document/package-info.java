/** Files and letters: kept, sniffed, hashed, rendered. */
@ApplicationModule(allowedDependencies = {"account", "shared"})
@NullMarked
package app.tomoni.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
