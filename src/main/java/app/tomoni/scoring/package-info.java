/** The arithmetic of justice: pure functions from a rule and sheets to totals, ranks, awards and a trace. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package app.tomoni.scoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
