/**
 * A fictional city at work, for whoever tries Tomoni: loads only into an empty database and marks it for ever. Used by
 * nobody.
 */
@NullMarked
package app.tomoni.demo;

import org.jspecify.annotations.NullMarked;
