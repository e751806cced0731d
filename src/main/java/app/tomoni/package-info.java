/** Tomoni: how a city and its citizens' groups propose, review, decide and evaluate together. */
@NullMarked
package app.tomoni;

import org.jspecify.annotations.NullMarked;
