/** Tells people what happened, by mail and on the screen; listens to events. Used by nobody but the demo. */
@ApplicationModule(
        allowedDependencies = {"account", "call", "decision", "organisation", "process", "proposal", "review", "shared"
        })
@NullMarked
package app.tomoni.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
