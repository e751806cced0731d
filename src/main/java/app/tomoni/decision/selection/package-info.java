/** What happens between the closing of a call and its results; no other module looks in here. */
@NullMarked
package app.tomoni.decision.selection;

import org.jspecify.annotations.NullMarked;
