/** Everything between a request and a signed-in person: who may pass, the pages for signing in, and their protection. */
@NullMarked
package app.tomoni.account.signin;

import org.jspecify.annotations.NullMarked;
