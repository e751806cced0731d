/** Where this installation keeps its data: the embedded PostgreSQL, its start, stop, backup and restoration. */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package app.tomoni.installation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
