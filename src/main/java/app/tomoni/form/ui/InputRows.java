package app.tomoni.form.ui;

import app.tomoni.shared.ui.Spoken;
import com.vaadin.flow.component.html.NativeTableBody;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The rows of a table of inputs, with always one to write in. A row that is taken away can be brought back as long as
 * the page stands.
 */
final class InputRows<R extends InputRow> extends NativeTableBody {

    private final Supplier<R> empty;
    private final Runnable changed;
    private final Spoken spoken;
    /** As they stand on the screen, with those that were taken away. */
    private final List<R> all = new ArrayList<>();

    /**
     * @param empty makes a row to write in
     * @param changed told when a row has been taken away or brought back
     */
    InputRows(Supplier<R> empty, Runnable changed, Spoken spoken) {
        this.empty = empty;
        this.changed = changed;
        this.spoken = spoken;
        WayBack.guard(this);
    }

    /** Those that have not been taken away. */
    List<R> rows() {
        return all.stream().filter(row -> !row.isGone()).toList();
    }

    R append() {
        var row = insert(all.size(), empty.get());
        number();
        return row;
    }

    R appendBelow(R above) {
        var row = insert(all.indexOf(above) + 1, empty.get());
        number();
        return row;
    }

    /** Still to be numbered. */
    private R insert(int index, R row) {
        all.add(index, row);
        addComponentAtIndex(index, row);
        return row;
    }

    private void number() {
        var rows = rows();
        for (var i = 0; i < rows.size(); i++) {
            rows.get(i).number(i);
        }
    }

    /** At least so many rows. */
    void reach(int count) {
        var missing = count - rows().size();
        for (var i = 0; i < missing; i++) {
            insert(all.size(), empty.get());
        }
        number();
    }

    /** The rows that were taken away keep their places, unless they are among these. */
    void fill(List<R> rows) {
        var before = List.copyOf(all);
        removeAll();
        all.clear();
        rows.forEach(row -> insert(all.size(), row));
        for (var i = 0; i < before.size(); i++) {
            var gone = before.get(i);
            if (gone.isGone() && rows.stream().noneMatch(row -> row.content().equals(gone.content()))) {
                insert(Math.min(i, all.size()), gone);
            }
        }
        reach(1);
    }

    void takeAway(R row) {
        var place = rows().indexOf(row);
        if (place < 0) {
            return;
        }
        if (row.isEmpty()) {
            all.remove(row);
            remove(row);
            reach(1);
            changed.run();
            var rows = rows();
            rows.get(Math.min(place, rows.size() - 1)).first().focus();
            return;
        }
        var sentence = getTranslation("form.row.gone", row.name());
        var wayBack = new WayBack(sentence, getTranslation("form.row.back.of", row.name()), () -> bringBack(row));
        row.takeAway(wayBack);
        spoken.say(sentence);
        reach(1);
        changed.run();
        wayBack.focus();
    }

    private void bringBack(R row) {
        if (!row.isGone()) {
            return;
        }
        var rows = rows();
        if (rows.size() == 1 && rows.getFirst().isEmpty()) { // only stood there to be written in
            all.remove(rows.getFirst());
            remove(rows.getFirst());
        }
        row.bringBack();
        number();
        changed.run();
        spoken.say(getTranslation("form.row.back.done", row.name()));
        row.first().focus();
    }
}
