package app.tomoni.call.ui;

import app.tomoni.call.CallId;

/** The address at which a proposal begins. The screen itself belongs to the proposals, which build on calls. */
final class ProposeLink {

    private ProposeLink() {}

    static String to(CallId call) {
        return "proposals/new/" + call;
    }
}
