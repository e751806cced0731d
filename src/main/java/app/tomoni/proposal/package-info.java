/** Proposals, from the first draft to the day they leave our hands. */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "call",
            "document",
            "form",
            "form :: ui",
            "organisation",
            "process",
            "process :: ui",
            "shared"
        })
@NullMarked
package app.tomoni.proposal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
