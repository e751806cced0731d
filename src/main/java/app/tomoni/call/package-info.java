/** What the city asks for this year: rules, dates, money, criteria, panel. */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "document",
            "form",
            "form :: ui",
            "organisation",
            "process",
            "scoring",
            "shared"
        })
@NullMarked
package app.tomoni.call;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
