package app.tomoni.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tomoni.process.gate.ProcessContract;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RepeatedIdsTest {

    @Test
    void aListComesBackInItsOrder() {
        var ids = List.of(new UUID(7, 7), new UUID(1, 1));

        assertThat(RepeatedIds.of(RepeatedIds.variable(ids), "proposals"))
                .containsExactly(new UUID(7, 7).toString(), new UUID(1, 1).toString());
    }

    @Test
    void olderCasesHoldItAsText() {
        assertThat(RepeatedIds.of("[\"a\",\"b\"]", "proposals")).containsExactly("a", "b");
    }

    @Test
    void whatIsNoListOrTooLongIsRefused() {
        assertThatThrownBy(() -> RepeatedIds.of(null, "proposals")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> RepeatedIds.of(5, "proposals")).isInstanceOf(IllegalStateException.class);
        var most = RepeatedIds.variable(Collections.nCopies(ProcessContract.LONGEST_LIST, "id"));
        assertThat(RepeatedIds.of(most, "proposals")).hasSize(1_000);
        var more = RepeatedIds.variable(Collections.nCopies(ProcessContract.LONGEST_LIST + 1, "id"));
        assertThatThrownBy(() -> RepeatedIds.of(more, "proposals")).hasMessageContaining("1000");
    }
}
