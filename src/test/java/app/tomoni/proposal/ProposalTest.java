package app.tomoni.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.shared.Ids;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Yen;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProposalTest {

    private static final Instant MONDAY = Instant.parse("2026-10-26T01:00:00Z");
    private static final Instant TUESDAY = MONDAY.plusSeconds(86_400);
    private static final PersonId YAMADA = new PersonId(Ids.next());
    private static final PersonId SECRETARY = new PersonId(Ids.next());

    private final Proposal proposal =
            Proposal.start(new CallId(Ids.next()), new OrganisationId(Ids.next()), YAMADA, MONDAY);

    private Proposal submitted() {
        proposal.submit("R8-市-003", new Summary("居場所を広げる", "", new Yen(196_000)), YAMADA, MONDAY);
        return proposal;
    }

    @Test
    void beginsAsADraftWithoutANumber() {
        assertThat(proposal.isDraft()).isTrue();
        assertThat(proposal.isSubmitted()).isFalse();
        assertThat(proposal.number()).isEmpty();
        assertThat(proposal.revision()).isZero();
    }

    @Test
    void isWithTheCityOnceHandedIn() {
        submitted();

        assertThat(proposal.isSubmitted()).isTrue();
        assertThat(proposal.isDraft()).isFalse();
        assertThat(proposal.submittedAt()).contains(MONDAY);
        assertThat(proposal.requested()).contains(new Yen(196_000));
        assertThat(proposal.revision()).isEqualTo(1);
        assertThat(proposal.events()).singleElement().isInstanceOfSatisfying(ProposalSubmitted.class, event -> {
            assertThat(event.number()).isEqualTo("R8-市-003");
            assertThat(event.proposal()).isEqualTo(proposal.id());
        });
    }

    @Test
    void isNotHandedInTwice() {
        submitted();

        assertThatThrownBy(() -> proposal.submit("R8-市-004", new Summary("同じもの", "", null), YAMADA, TUESDAY))
                .isInstanceOf(Refusal.class);
        assertThat(proposal.number()).contains("R8-市-003");
    }

    @Test
    void keepsItsNumberThroughARecall() {
        submitted().recall(YAMADA, TUESDAY);
        assertThat(proposal.isDraft()).isTrue();

        proposal.submit("R8-市-009", new Summary("居場所を3地区に", "", null), YAMADA, TUESDAY.plusSeconds(60));

        assertThat(proposal.number()).contains("R8-市-003");
        assertThat(proposal.revision()).isEqualTo(2);
        assertThat(proposal.isSubmitted()).isTrue();
    }

    @Test
    void isCheckedAgainAfterARecall() {
        submitted().accept(SECRETARY, MONDAY);

        proposal.recall(YAMADA, TUESDAY);

        assertThat(proposal.acceptedAt()).isEmpty();
        assertThat(proposal.acceptedBy()).isEmpty();
    }

    @Test
    void cannotComeBackOnceWithdrawn() {
        submitted().withdraw("  ", YAMADA, TUESDAY);

        assertThat(proposal.withdrawnAt()).contains(TUESDAY);
        assertThat(proposal.withdrawnReason()).isEmpty();
        for (var act : List.<Runnable>of(
                () -> proposal.recall(YAMADA, TUESDAY),
                () -> proposal.withdraw(null, YAMADA, TUESDAY),
                () -> proposal.accept(SECRETARY, TUESDAY),
                () -> proposal.declareNotSubject("対象外の地区です。", SECRETARY, TUESDAY),
                () -> proposal.submit("R8-市-004", new Summary("もう一度", "", null), YAMADA, TUESDAY))) {
            assertThatThrownBy(act::run).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void aDraftIsNeitherWithdrawnNorChecked() {
        assertThatThrownBy(() -> proposal.withdraw(null, YAMADA, MONDAY)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> proposal.accept(SECRETARY, MONDAY)).isInstanceOf(Refusal.class);
    }

    @Test
    void isToldWhyTheCallDoesNotCoverIt() {
        submitted();
        assertThatThrownBy(() -> proposal.declareNotSubject(" ", SECRETARY, TUESDAY))
                .isInstanceOf(Refusal.class);

        proposal.declareNotSubject("市外での活動が主となるため", SECRETARY, TUESDAY);

        assertThat(proposal.isOver()).isTrue();
        assertThat(proposal.notSubjectReason()).contains("市外での活動が主となるため");
    }

    @Test
    void isNotAskedToAddAnythingOnceTheCheckIsOver() {
        submitted().accept(SECRETARY, TUESDAY);

        assertThatThrownBy(() -> proposal.supplement(new Summary("居場所", "", null), YAMADA, TUESDAY))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> proposal.accept(SECRETARY, TUESDAY)).isInstanceOf(Refusal.class);
    }
}
