package app.tomoni.call;

/** How far the review of a call is; answered where the score sheets are. */
public interface ReviewOfCall {

    /** Whether the sheets are closed for everybody, so that nothing that comes now could still be scored. */
    boolean frozen(CallId call);
}
