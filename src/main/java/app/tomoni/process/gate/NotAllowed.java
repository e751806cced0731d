package app.tomoni.process.gate;

/** An expression that the grammar does not know. */
public final class NotAllowed extends RuntimeException {

    NotAllowed(String what) {
        super(what);
    }
}
