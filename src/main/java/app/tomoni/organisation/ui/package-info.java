/** The screens of the module {@code organisation}. */
@NullMarked
package app.tomoni.organisation.ui;

import org.jspecify.annotations.NullMarked;
