/** What people have been told, for each of them; and the administrator's view of mails. */
@NullMarked
package app.tomoni.notice.ui;

import org.jspecify.annotations.NullMarked;
