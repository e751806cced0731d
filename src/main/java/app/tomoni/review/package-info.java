/** Formal check, declarations of interest, score sheets. */
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
            "proposal",
            "scoring",
            "shared"
        })
@NullMarked
package app.tomoni.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
