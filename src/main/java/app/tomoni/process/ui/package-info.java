/** Screens for running it: what is stuck, what happened in a case, and tasks that are done with nothing but a form. */
@NamedInterface("ui")
@NullMarked
package app.tomoni.process.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
