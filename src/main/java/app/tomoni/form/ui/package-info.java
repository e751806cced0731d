/** Forms on the screen: filling in with autosave, reading, and single texts that are kept while typing. */
@NamedInterface("ui")
@NullMarked
package app.tomoni.form.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
