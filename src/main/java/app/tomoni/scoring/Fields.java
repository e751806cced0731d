package app.tomoni.scoring;

import app.tomoni.scoring.ScoringRefusal.Source;
import app.tomoni.scoring.text.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The members of one JSON object: what is missing, unknown or of the wrong kind is refused with its path. */
final class Fields {

    private final Source source;
    private final String at;
    private final Json.Obj object;
    private final Set<String> asked = new LinkedHashSet<>();

    private Fields(Source source, String at, Json.Obj object) {
        this.source = source;
        this.at = at;
        this.object = object;
    }

    static Fields of(Source source, String at, Json json) {
        if (json instanceof Json.Obj object) {
            return new Fields(source, at, object);
        }
        throw new ScoringRefusal(source, at, "json.notObject");
    }

    /** Reads a whole text and gives every refusal its line and column. */
    static <T> T parse(Source source, String text, Function<Json, T> read) {
        Json json;
        try {
            json = Json.parse(text);
        } catch (Json.Malformed e) {
            throw new ScoringRefusal(source, "", e.line(), e.column(), e.key(), List.of());
        }
        try {
            return read.apply(json);
        } catch (ScoringRefusal refusal) {
            throw refusal.source() == source ? refusal.located(Positions.of(json)) : refusal;
        }
    }

    void format(String format) {
        if (!text("format").equals(format)) {
            throw unknown("format", format);
        }
    }

    Set<String> names() {
        return object.members().keySet();
    }

    <T> List<T> optionalList(String name, Function<Fields, T> item) {
        return has(name) ? list(name, item) : List.of();
    }

    /** A figure that we wrote ourselves, of any length. */
    Ratio computed(String name) {
        try {
            return Ratio.parseComputed(
                    json(name) instanceof Json.Num number ? number.value().toPlainString() : text(name));
        } catch (NumberFormatException e) {
            throw new ScoringRefusal(source, path(name), "json.notNumber", name);
        }
    }

    String path(String name) {
        return at + "/" + name;
    }

    boolean has(String name) {
        asked.add(name);
        return object.members().containsKey(name);
    }

    Json json(String name) {
        asked.add(name);
        var json = object.members().get(name);
        if (json == null) {
            throw new ScoringRefusal(source, at, "key.missing", name);
        }
        return json;
    }

    Fields fields(String name) {
        return of(source, path(name), json(name));
    }

    <T> List<T> list(String name, Function<Fields, T> item) {
        var items = new ArrayList<T>();
        var jsons = array(name);
        for (int i = 0; i < jsons.size(); i++) {
            items.add(item.apply(of(source, path(name) + "/" + i, jsons.get(i))));
        }
        return items;
    }

    List<String> texts(String name) {
        var texts = new ArrayList<String>();
        var jsons = array(name);
        for (int i = 0; i < jsons.size(); i++) {
            if (!(jsons.get(i) instanceof Json.Str text)) {
                throw new ScoringRefusal(source, path(name) + "/" + i, "json.notText", name);
            }
            texts.add(text.value());
        }
        return texts;
    }

    private List<Json> array(String name) {
        if (json(name) instanceof Json.Arr array) {
            return array.items();
        }
        throw new ScoringRefusal(source, path(name), "json.notArray", name);
    }

    String text(String name) {
        if (json(name) instanceof Json.Str text && !text.value().isBlank()) {
            return text.value();
        }
        throw new ScoringRefusal(source, path(name), "json.notText", name);
    }

    Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    /** A number, or a text such as {@code "0.5"} or {@code "5/7"}; never read as binary floating point. */
    Ratio ratio(String name) {
        var json = json(name);
        try {
            if (json instanceof Json.Num number) {
                return Ratio.of(number.value());
            }
            if (json instanceof Json.Str text) {
                return Ratio.parse(text.value());
            }
        } catch (NumberFormatException e) {
            throw new ScoringRefusal(source, path(name), "json.notNumber", name);
        }
        throw new ScoringRefusal(source, path(name), "json.notNumber", name);
    }

    Ratio atLeast(String name, Ratio least) {
        var ratio = ratio(name);
        if (ratio.compareTo(least) < 0) {
            throw new ScoringRefusal(source, path(name), "number.below", name, least);
        }
        return ratio;
    }

    Ratio positive(String name) {
        var ratio = ratio(name);
        if (ratio.signum() <= 0) {
            throw new ScoringRefusal(source, path(name), "number.notPositive", name);
        }
        return ratio;
    }

    long whole(String name, long least, long most) {
        if (!(json(name) instanceof Json.Num number)
                || number.value().stripTrailingZeros().scale() > 0) {
            throw new ScoringRefusal(source, path(name), "json.notWhole", name);
        }
        long value = number.value().longValueExact();
        if (value < least || value > most) {
            throw new ScoringRefusal(source, path(name), "number.range", name, least, most);
        }
        return value;
    }

    /** A whole amount of yen. */
    long yen(String name) {
        return whole(name, 0, 999_999_999_999L);
    }

    <E extends Enum<E>> E one(String name, Class<E> of) {
        var text = text(name);
        for (var each : of.getEnumConstants()) {
            if (each.name().equals(text)) {
                return each;
            }
        }
        throw unknown(name, Arrays.toString(of.getEnumConstants()));
    }

    <E extends Enum<E>> E one(String name, Class<E> of, E otherwise) {
        return has(name) ? one(name, of) : otherwise;
    }

    ScoringRefusal refused(String key, Object... arguments) {
        return new ScoringRefusal(source, at, key, arguments);
    }

    ScoringRefusal unknown(String name, String allowed) {
        return new ScoringRefusal(source, path(name), "value.unknown", name, text(name), allowed);
    }

    /** To be called last: refuses whatever was not asked for. */
    <T> T end(T value) {
        for (var name : object.members().keySet()) {
            if (!asked.contains(name)) {
                throw new ScoringRefusal(source, path(name), "key.unknown", name);
            }
        }
        return value;
    }
}
