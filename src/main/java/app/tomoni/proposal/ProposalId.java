package app.tomoni.proposal;

import java.util.UUID;

/** Identifies a proposal; the key of its case is the same. */
public record ProposalId(UUID value) {

    /** @throws IllegalArgumentException when the text is no id */
    public static ProposalId of(String text) {
        return new ProposalId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
