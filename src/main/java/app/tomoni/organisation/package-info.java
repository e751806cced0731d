/** Groups register once and are recognised as partners of the city. */
@ApplicationModule(allowedDependencies = {"account", "process", "shared"})
@NullMarked
package app.tomoni.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
