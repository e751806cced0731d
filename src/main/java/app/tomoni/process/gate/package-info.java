/** The gate: what a model, a decision table or a form may say, checked on bytes alone. */
@NullMarked
@NamedInterface("gate")
package app.tomoni.process.gate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
