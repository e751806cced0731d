package app.tomoni.process;

import app.tomoni.process.gate.ProcessContract;
import app.tomoni.shared.Json;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A list over which a drawing repeats, as the variable of a case: the ids in a JSON array, in UTF-8, since the engine
 * keeps no text of more than 4,000 characters.
 */
public final class RepeatedIds {

    private RepeatedIds() {}

    /** The value of the variable that the drawing names. */
    public static byte[] variable(Collection<?> ids) {
        return Json.write(ids.stream().map(Object::toString).toList()).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * @param value as written here, or as text as older cases hold it
     * @throws IllegalStateException when it is no such list, or longer than {@link ProcessContract#LONGEST_LIST}
     */
    public static List<String> of(@Nullable Object value, String name) {
        var json = switch (value) {
            case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
            case String text -> text;
            case null, default -> throw new IllegalStateException(name + " is not a list of ids");
        };
        var ids = StreamSupport.stream(Json.parse(json).spliterator(), false)
                .map(id -> id.asString())
                .toList();
        if (ids.size() > ProcessContract.LONGEST_LIST) {
            throw new IllegalStateException(name + " holds more than " + ProcessContract.LONGEST_LIST + " ids");
        }
        return ids;
    }
}
