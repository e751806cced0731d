/** What happens between the closing of a call and its results; only the demo, which acts in people's names, looks in here. */
@NamedInterface("selection")
@NullMarked
package app.tomoni.decision.selection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
