package app.tomoni.form.ui;

import app.tomoni.shared.Graphemes;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A row of a table of inputs. Taken away it keeps what was typed, and its place. */
abstract class InputRow extends NativeTableRow {

    private static final int LONGEST_WORD = 30;

    private List<Component> cells = List.of();

    /** Names each input by its row, for those who do not see the table and for what the browser keeps. */
    abstract void number(int index);

    /** Where the cursor goes. */
    abstract Focusable<?> first();

    /** What stands in the inputs, to be compared with that of another row. */
    abstract Object content();

    abstract boolean isEmpty();

    /** By which a person knows the row again, once it has no number any more; nothing of an empty one. */
    final String name() {
        return words().filter(word -> !word.isBlank())
                .map(word -> Graphemes.brief(word.strip().replaceAll("\\s+", " "), LONGEST_WORD))
                .collect(Collectors.joining(" "));
    }

    /** What of the content tells it from other rows. */
    abstract Stream<String> words();

    final boolean isGone() {
        return !cells.isEmpty();
    }

    final void takeAway(WayBack wayBack) {
        cells = getChildren().toList();
        removeAll();
        var place = new NativeTableCell(wayBack);
        place.setColspan(cells.size());
        place.addClassName("wide");
        add(place);
    }

    final void bringBack() {
        removeAll();
        add(cells);
        cells = List.of();
    }
}
