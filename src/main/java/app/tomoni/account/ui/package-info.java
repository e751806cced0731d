/** The frame around every screen, and the administrator's views of people and offices. */
@NullMarked
package app.tomoni.account.ui;

import org.jspecify.annotations.NullMarked;
