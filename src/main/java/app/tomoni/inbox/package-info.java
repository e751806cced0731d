/** One list of what waits for me. */
@ApplicationModule(allowedDependencies = {"process", "account", "shared"})
@NullMarked
package app.tomoni.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
