/** The screens of the module {@code call}. */
@NullMarked
package app.tomoni.call.ui;

import org.jspecify.annotations.NullMarked;
