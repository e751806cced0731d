package app.tomoni.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

    /** The database compares the bytes as unsigned, as these texts are compared. */
    @Test
    void whatIsMadeLaterSortsLaterAlsoWithinAMillisecond() {
        var ids = Stream.generate(Ids::next).limit(100_000).toList();

        assertThat(ids.stream().map(UUID::toString).toList()).isSorted().doesNotHaveDuplicates();
        assertThat(ids).allSatisfy(id -> {
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
        });
    }
}
