/** Words with no owner: refusals, money, years, dates and business days. */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package app.tomoni.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
