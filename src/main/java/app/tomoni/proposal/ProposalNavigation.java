package app.tomoni.proposal;

import app.tomoni.call.CallId;

/** Where the screens about proposals are. */
public final class ProposalNavigation {

    private ProposalNavigation() {}

    /** What a group is doing: its home. */
    public static String ofGroup() {
        return "proposals";
    }

    public static String start() {
        return "proposals/new";
    }

    public static String start(CallId call) {
        return "proposals/new/" + call.value();
    }

    /** The page of the case: for the group, and for the city once it was handed in. */
    public static String overview(ProposalId proposal) {
        return "proposals/" + proposal.value();
    }

    public static String content(ProposalId proposal) {
        return overview(proposal) + "/content";
    }

    public static String history(ProposalId proposal) {
        return overview(proposal) + "/history";
    }

    public static String compare(ProposalId proposal, int before, int after) {
        return overview(proposal) + "/compare/" + before + "/" + after;
    }

    public static String write(ProposalId proposal) {
        return overview(proposal) + "/write";
    }

    public static String write(ProposalId proposal, String section) {
        return write(proposal) + "?section=" + section;
    }

    /** The field in its section, with the cursor in it. */
    public static String write(ProposalId proposal, String section, String field) {
        return write(proposal, section) + "&field=" + field;
    }

    public static String submit(ProposalId proposal) {
        return overview(proposal) + "/submit";
    }

    public static String receipt(ProposalId proposal) {
        return overview(proposal) + "/receipt";
    }

    public static String recall(ProposalId proposal) {
        return overview(proposal) + "/recall";
    }

    public static String withdraw(ProposalId proposal) {
        return overview(proposal) + "/withdraw";
    }

    public static String supplement(ProposalId proposal) {
        return overview(proposal) + "/supplement";
    }

    public static String result(ProposalId proposal) {
        return overview(proposal) + "/result";
    }

    /** What was handed in for a call. */
    public static String ofCall(CallId call) {
        return "calls/" + call.value() + "/proposals";
    }

    /** The public page that checks receipts. */
    public static String receiptCheck() {
        return "receipts";
    }
}
