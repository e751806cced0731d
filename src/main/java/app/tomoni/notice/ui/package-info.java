/** The administrator's view of mails. */
@NullMarked
package app.tomoni.notice.ui;

import org.jspecify.annotations.NullMarked;
