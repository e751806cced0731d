/** The widget kit: what every screen is made of. */
@NullMarked
package app.tomoni.shared.ui;

import org.jspecify.annotations.NullMarked;
