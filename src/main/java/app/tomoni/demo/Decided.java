package app.tomoni.demo;

import app.tomoni.proposal.ProposalId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A proposal of the demo's closed call.
 *
 * @param tied the member of the panel who has a tie to its group
 */
record Decided(ProposalId id, JsonNode texts, @Nullable String tied) {

    static Decided of(ProposalId id, JsonNode texts) {
        var tied = DemoPeople.text(texts, "tie");
        return new Decided(id, texts, tied.isEmpty() ? null : tied);
    }
}
