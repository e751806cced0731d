/** What a group sees of its proposals, and what the secretariat sees of those of a call. */
@NullMarked
package app.tomoni.proposal.ui;

import org.jspecify.annotations.NullMarked;
