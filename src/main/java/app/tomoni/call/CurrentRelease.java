package app.tomoni.call;

/** Under which deployment of models and forms the cases of a call will run. */
interface CurrentRelease {

    String name();
}
