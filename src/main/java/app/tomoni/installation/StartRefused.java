package app.tomoni.installation;

/** Why nothing was started, in one sentence for whoever tried: nothing is broken, and a trace would only hide it. */
public class StartRefused extends RuntimeException {

    public StartRefused(String sentence) {
        super(sentence);
    }

    public StartRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
