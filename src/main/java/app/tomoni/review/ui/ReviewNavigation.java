package app.tomoni.review.ui;

import app.tomoni.call.CallId;
import app.tomoni.proposal.ProposalId;
import com.vaadin.flow.router.RouteParameters;
import java.util.Optional;
import java.util.function.Function;

/** Where the screens of the review are. */
public final class ReviewNavigation {

    static final String REVIEWS = "reviews";

    private ReviewNavigation() {}

    /** A reviewer's own page. */
    public static String reviews() {
        return REVIEWS;
    }

    /** The list of declarations that opens everything else. */
    public static String declarations(CallId call) {
        return REVIEWS + "/" + call + "/declarations";
    }

    /** A reviewer's sheet beside the proposal. */
    public static String sheet(CallId call, ProposalId proposal) {
        return REVIEWS + "/" + call + "/" + proposal;
    }

    /** How far the panel is, for the secretariat. */
    public static String progress(CallId call) {
        return "calls/" + call + "/reviews";
    }

    static String next(CallId call) {
        return REVIEWS + "/" + call + "/next";
    }

    static String scores(CallId call) {
        return REVIEWS + "/" + call + "/scores";
    }

    static String print(CallId call) {
        return REVIEWS + "/" + call + "/print";
    }

    static Optional<CallId> call(RouteParameters parameters) {
        return id(parameters, "call", CallId::of);
    }

    static Optional<ProposalId> proposal(RouteParameters parameters) {
        return id(parameters, "proposal", ProposalId::of);
    }

    private static <T> Optional<T> id(RouteParameters parameters, String name, Function<String, T> reader) {
        try {
            return parameters.get(name).map(reader);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // what is no id names nothing
        }
    }
}
