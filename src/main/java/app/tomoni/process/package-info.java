/** The one door to Camunda: cases, tasks, deadlines, releases, the gate every model passes. */
@ApplicationModule(allowedDependencies = {"account", "form", "form :: ui", "shared"})
@NullMarked
package app.tomoni.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
