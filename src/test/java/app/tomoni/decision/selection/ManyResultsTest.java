package app.tomoni.decision.selection;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.account.PersonId;
import app.tomoni.decision.Outcome;
import app.tomoni.process.RepeatedIds;
import app.tomoni.proposal.ProposalId;
import app.tomoni.review.CheckOutcome;
import app.tomoni.review.FormalChecks;
import app.tomoni.review.Participation;
import app.tomoni.review.StageClosing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A call with more proposals than the engine can name in one text of its own goes to its end as any other. */
class ManyResultsTest extends SelectionCase {

    private static final int MANY = 103;

    @Test
    void everyGroupReadsItsResultAndAllAreOnThePublicPage() {
        var points = new int[MANY];
        Arrays.fill(points, 60);
        var ids = new ArrayList<ProposalId>();
        IntStream.rangeClosed(1, MANY).forEach(group -> ids.add(enter("P" + group)));
        sample =
                Samples.passing(points).of(call, ids.stream().map(proposed::get).toList(), panel);
        allToTheDecision(ids);

        release();

        assertThat(RepeatedIds.variable(ids))
                .as("more than the engine keeps as text")
                .hasSizeGreaterThan(4_000);
        assertThat(decisions.standing(call.value()).orElseThrow().lines())
                .hasSize(MANY)
                .allSatisfy(line -> {
                    assertThat(line.outcome()).isEqualTo(Outcome.ADOPTED);
                    assertThat(line.releasedAt()).isPresent();
                });
        assertThat(cases.waitsAt(key(call), "awaitPublication")).isTrue();
        var published = planned().plusSeconds(1);
        engine.passTo(published);
        clock.stopAt(published);
        publisher.publishWhatIsDue();
        assertThat(results.of(call).orElseThrow().lines()).hasSize(MANY);
    }

    private void allToTheDecision(Iterable<ProposalId> ids) {
        ids.forEach(id -> {
            var task = cases.taskFor(secretary, key(id), FormalChecks.TASK).orElseThrow();
            checks.of(task);
            cases.complete(task.id(), secretary, FormalChecks.answers(CheckOutcome.ACCEPTED));
        });
        settle();
        var missing = new HashMap<PersonId, StageClosing.Missing>();
        panel.forEach(member -> missing.put(member, new StageClosing.Missing(Participation.ABSENT, "試験")));
        ids.forEach(id -> closing.close(id, missing, secretary));
        settle();
    }
}
