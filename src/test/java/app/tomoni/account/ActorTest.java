package app.tomoni.account;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.shared.Ids;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ActorTest {

    private final PersonId deputy = new PersonId(Ids.next());
    private final PersonId one = new PersonId(Ids.next());
    private final PersonId other = new PersonId(Ids.next());

    @Test
    void whatADeputyDoesIsDoneByThoseInWhosePlaceToo() {
        assertThat(new Actor(deputy, Set.of(one, other)).doers()).containsExactlyInAnyOrder(deputy, one, other);
    }

    @Test
    void whoMayDoItThemselvesDoesItForNobody() {
        assertThat(new Actor(deputy, Set.of(deputy, one)).doers()).containsExactly(deputy);
    }

    @Test
    void whoStandsInForTwoIsASecondPersonWhereOneOfThemIs() {
        var actor = new Actor(deputy, Set.of(one, other));
        assertThat(actor.isSecondTo(List.of(one))).isTrue();
        assertThat(actor.isSecondTo(List.of(one, other))).isFalse();
        assertThat(actor.isSecondTo(List.of(deputy))).isFalse();
    }
}
