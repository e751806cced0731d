/** Camunda Forms: read, render with Vaadin components, save while typing, validate on the server. */
@ApplicationModule(allowedDependencies = {"account", "document", "shared"})
@NullMarked
package app.tomoni.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
