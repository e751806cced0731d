package app.tomoni.call;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.IntegrationTest;
import app.tomoni.account.Actor;
import app.tomoni.account.People;
import app.tomoni.organisation.RegisterOrganisation;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class CallRepositoryTest {

    @Autowired
    private Calls calls;

    @Autowired
    private People people;

    @Autowired
    private RegisterOrganisation registerOrganisation;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void aCallComesBackAsItWasWithItsExtensionAndItsLateAdmission() {
        var secretary = people.add("事務局", "ジムキョク", null);
        var approver = people.add("決裁者", "ケッサイシャ", null);
        var group = registerOrganisation.register("みどりの会", "みどりのかい", secretary);
        var id = transaction.execute(status -> {
            var call = CallSamples.open(secretary, approver);
            call.extend(CallSamples.CLOSES.plus(Duration.ofDays(7)), null, "システムの停止のため", CallSamples.DURING, secretary);
            call.askLateAdmission(
                    group,
                    CallSamples.CLOSES.plus(Duration.ofDays(9)),
                    "災害のため",
                    CallSamples.DURING,
                    Actor.inOwnRight(secretary));
            call.answerLateAdmission(0, true, "", CallSamples.DURING, Actor.inOwnRight(approver));
            return calls.save(call).id();
        });

        transaction.executeWithoutResult(status -> {
            var call = calls.get(id);
            assertThat(call.title()).isEqualTo("協働事業の提案");
            assertThat(call.guideline().criteria()).hasSize(5);
            assertThat(call.closesAt()).isEqualTo(CallSamples.CLOSES.plus(Duration.ofDays(7)));
            assertThat(call.extensions())
                    .singleElement()
                    .satisfies(extension -> assertThat(extension.closedAt()).isEqualTo(CallSamples.CLOSES));
            assertThat(call.accepts(CallSamples.CLOSES.plus(Duration.ofDays(8)), group))
                    .isTrue();
            assertThat(call.accepts(CallSamples.CLOSES.plus(Duration.ofDays(8))))
                    .isFalse();
        });
    }

    @Test
    void aDraftComesBackWithThoseWhoWroteOnItEvenWhileItHasNoDates() {
        var secretary = people.add("事務局", "ジムキョク", null);
        var colleague = people.add("同僚", "ドウリョウ", null);
        var id = calls.save(
                        Call.draft(Template.LEVELS.draft(), "LEVELS", CallSamples.BEFORE, Actor.inOwnRight(secretary)))
                .id();

        transaction.executeWithoutResult(status -> {
            var call = calls.get(id);
            assertThat(call.isDraft()).isTrue();
            assertThat(call.drafters()).containsExactly(secretary);
            assertThat(call.opening()).isEmpty();
            assertThat(call.lateAdmissions()).isEmpty();
            assertThat(call.accepts(CallSamples.DURING)).isFalse();
            call.revise(draft -> draft.put("/opensOn", "2026-06-01"), Actor.inOwnRight(colleague));
        });

        assertThat(calls.get(id).opening()).contains(CallSamples.OPENS);
        assertThat(calls.get(id).drafters()).containsExactlyInAnyOrder(secretary, colleague);
    }

    @Test
    void openCallsAreThoseThatTakeProposalsNow() {
        var secretary = people.add("事務局", "ジムキョク", null);
        var approver = people.add("決裁者", "ケッサイシャ", null);
        var id = calls.save(CallSamples.open(secretary, approver)).id();

        assertThat(ids(CallSamples.DURING)).contains(id);
        assertThat(ids(CallSamples.CLOSES)).doesNotContain(id);
        assertThat(ids(CallSamples.OPENS.minusMillis(1))).doesNotContain(id);
        assertThat(calls.closed(CallSamples.CLOSES)).extracting(Call::id).contains(id);
    }

    private java.util.List<CallId> ids(Instant now) {
        return calls.open(now).stream().map(Call::id).toList();
    }
}
