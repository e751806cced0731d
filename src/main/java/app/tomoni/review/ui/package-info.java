/** The screens of the formal check and of the reviewers. */
@NullMarked
package app.tomoni.review.ui;

import org.jspecify.annotations.NullMarked;
