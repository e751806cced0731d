/** The committee ranks and recommends; the city decides, says why, and writes to everyone. */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "call",
            "document",
            "organisation",
            "process",
            "proposal",
            "review",
            "scoring",
            "shared"
        })
@NullMarked
package app.tomoni.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
