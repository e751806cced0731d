/** Screens for running it: what is stuck, and what happened in a case. */
@NullMarked
package app.tomoni.process.ui;

import org.jspecify.annotations.NullMarked;
