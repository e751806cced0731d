/** What everyone may see, as plain HTML without session or script. Used by nobody. */
@NullMarked
package app.tomoni.portal;

import org.jspecify.annotations.NullMarked;
