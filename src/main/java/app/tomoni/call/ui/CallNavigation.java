package app.tomoni.call.ui;

import app.tomoni.call.CallId;
import app.tomoni.document.FileId;

/** Where the screens about calls are. */
public final class CallNavigation {

    static final String CALLS = "calls";
    static final String OPEN_CALLS = "open-calls";

    private CallNavigation() {}

    /** The staff's list of calls. */
    public static String calls() {
        return CALLS;
    }

    /** The staff's page of a call. */
    public static String call(CallId call) {
        return CALLS + "/" + call;
    }

    /** What groups read before they propose. */
    public static String openCall(CallId call) {
        return OPEN_CALLS + "/" + call;
    }

    /** What everyone may read about a call, and its results once they are published. */
    static String publicPage(CallId call) {
        return "guidelines/" + call;
    }

    /** Where everyone gets a file of a call that has been approved. */
    static String publicFile(CallId call, FileId file) {
        return publicPage(call) + "/files/" + file;
    }

    /** The groups' list of calls. */
    public static String openCalls() {
        return OPEN_CALLS;
    }

    static String design(CallId call, Section section) {
        return call(call) + "/design/" + section.path();
    }

    /** The record of what happened to a call; the screen belongs to the cases. */
    static String events(CallId call) {
        return "cases/" + call + "/events";
    }

    static String preview(CallId call) {
        return call(call) + "/preview";
    }
}
