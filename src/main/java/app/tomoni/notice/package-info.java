/** Tells people what happened; listens to events. Used by nobody. */
@ApplicationModule(
        allowedDependencies = {"account", "call", "decision", "organisation", "process", "proposal", "review", "shared"
        })
@NullMarked
package app.tomoni.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
