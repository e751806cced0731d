/** Who signs in, and which office they hold, for whom, from when to when. */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package app.tomoni.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
