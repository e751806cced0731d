package app.tomoni.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Spreads what is long over pages of at most 100 KB, for whoever reads over a slow line. Several lists on one page are
 * leafed through together.
 */
public final class Pages {

    private static final int MOST_ROWS = 50;

    private final int number;
    private int last = 1;

    /** @param number as it stands in the address, from 1 */
    Pages(int number) {
        this.number = number;
    }

    /**
     * What of a list stands on this page: 50 rows, or fewer where they are long.
     *
     * @param bytes the most that they may weigh together
     * @param weight of one of them, as HTML in UTF-8
     */
    <T> List<T> of(List<T> all, int bytes, ToIntFunction<T> weight) {
        var pages = packed(all, bytes, MOST_ROWS, weight);
        last = Math.max(last, pages.size());
        return 0 < number && number <= pages.size() ? pages.get(number - 1) : List.of();
    }

    /** In their order; what weighs more than all may weigh together stands alone. */
    static <T> List<List<T>> packed(List<T> all, int bytes, int most, ToIntFunction<T> weight) {
        var packed = new ArrayList<List<T>>();
        var page = new ArrayList<T>();
        var room = bytes;
        for (var each : all) {
            var weighs = weight.applyAsInt(each);
            if (page.size() == most || weighs > room && !page.isEmpty()) {
                packed.add(page);
                page = new ArrayList<>();
                room = bytes;
            }
            page.add(each);
            room -= weighs;
        }
        packed.add(page);
        return packed;
    }

    /** What a text weighs once what HTML would take for its own is escaped. */
    static int bytes(String text) {
        return text.chars()
                .map(unit -> "&<>\"'".indexOf(unit) >= 0 ? 6 : unit < 0x80 ? 1 : 3)
                .sum();
    }

    /** @throws ResponseStatusException when there is no such page, once all lists have been put on it */
    Pages known() {
        if (number < 1 || number > last) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return this;
    }

    public int number() {
        return number;
    }

    public int last() {
        return last;
    }
}
