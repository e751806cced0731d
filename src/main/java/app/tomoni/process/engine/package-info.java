/** The engine as we let it run: our grammar, our names, no scripts, no classes, the gate inside every deployment. */
@NullMarked
package app.tomoni.process.engine;

import org.jspecify.annotations.NullMarked;
