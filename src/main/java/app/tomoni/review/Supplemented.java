package app.tomoni.review;

import app.tomoni.proposal.SupplementRequest;

/**
 * What a group was asked to add before its proposal is checked again.
 *
 * @param before what had been handed in when the group was asked
 * @param after what it handed in as its answer; the same as before when the secretariat went on without one
 * @param remark what it said with its answer; often nothing
 */
public record Supplemented(SupplementRequest request, Paper before, Paper after, String remark) {

    public boolean isAnswered() {
        return request.revision() != null;
    }
}
