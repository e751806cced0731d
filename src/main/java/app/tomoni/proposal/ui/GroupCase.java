package app.tomoni.proposal.ui;

import app.tomoni.process.OpenTask;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.SupplementRequest;
import app.tomoni.proposal.Terms;
import java.time.Instant;
import java.util.Optional;

/**
 * A proposal as the pages of its group need it, besides where its case stands.
 *
 * @param title as typed so far or as handed in; empty while it has none
 * @param supplement what the group is being asked now
 * @param task that waits for somebody of the group
 * @param toldAt when the group was told what the city decided
 * @param mayWrite whether the reader writes for the group
 * @param mayHandIn whether the reader represents the group
 */
record GroupCase(
        Proposal proposal,
        String title,
        Terms terms,
        Optional<SupplementRequest> supplement,
        Optional<OpenTask> task,
        Optional<Instant> toldAt,
        boolean mayWrite,
        boolean mayHandIn) {}
