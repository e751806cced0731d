/** The committee's board, the draft and approval of the decision, letters, publication, and the group's answer. */
@NullMarked
package app.tomoni.decision.ui;

import org.jspecify.annotations.NullMarked;
