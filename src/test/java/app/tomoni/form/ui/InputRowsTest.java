package app.tomoni.form.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.shared.ui.Spoken;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InputRowsTest {

    private static final class Row extends InputRow {

        private final List<Integer> numbers = new ArrayList<>();

        @Override
        void number(int index) {
            numbers.add(index);
        }

        @Override
        Focusable<?> first() {
            return new TextField();
        }

        @Override
        Object content() {
            return this;
        }

        @Override
        Stream<String> words() {
            return Stream.of();
        }

        @Override
        boolean isEmpty() {
            return true;
        }
    }

    private final InputRows<Row> rows = new InputRows<>(Row::new, () -> {}, new Spoken());

    @Test
    void eachRowIsNumberedOnceHoweverManyThereAre() {
        rows.fill(Stream.generate(Row::new).limit(50).toList());

        assertThat(rows.rows())
                .hasSize(50)
                .allSatisfy(row -> assertThat(row.numbers).hasSize(1));
        assertThat(rows.rows()).flatExtracting(row -> row.numbers).isSorted();
    }

    @Test
    void thereIsAlwaysARowToWriteIn() {
        rows.fill(List.of());
        assertThat(rows.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.numbers).containsExactly(0));

        rows.reach(20);

        assertThat(rows.rows()).hasSize(20);
        assertThat(rows.rows().getLast().numbers).containsExactly(19);
    }
}
