package app.tomoni.scoring.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** A JSON value that remembers where it stood, so that a refusal can point at it. */
public sealed interface Json {

    int line();

    int column();

    record Obj(Map<String, Json> members, Map<String, Json> names, int line, int column) implements Json {}

    record Arr(List<Json> items, int line, int column) implements Json {}

    record Str(String value, int line, int column) implements Json {}

    /** A number as written; numbers with absurd exponents are not read. */
    record Num(BigDecimal value, int line, int column) implements Json {}

    record Bool(boolean value, int line, int column) implements Json {}

    record Null(int line, int column) implements Json {}

    /** Reads one value; a key may not stand twice in an object, and nothing may follow the value. */
    static Json parse(String text) {
        var factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (var parser = factory.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                throw new Malformed("empty", 1, 1);
            }
            var value = read(parser);
            if (parser.nextToken() != null) {
                var extra = parser.currentTokenLocation();
                throw new Malformed("json.more", extra.getLineNr(), extra.getColumnNr());
            }
            return value;
        } catch (JacksonException e) {
            var at = e.getLocation();
            var key = e.getOriginalMessage().startsWith("Duplicate") ? "json.twice" : "json.syntax";
            throw new Malformed(key, at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr());
        }
    }

    private static Json read(JsonParser parser) {
        var at = parser.currentTokenLocation();
        int line = at.getLineNr();
        int column = at.getColumnNr();
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, line, column);
            case START_ARRAY -> {
                var items = new ArrayList<Json>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(read(parser));
                }
                yield new Arr(items, line, column);
            }
            case VALUE_STRING -> new Str(parser.getString(), line, column);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getString(), line, column);
            case VALUE_TRUE -> new Bool(true, line, column);
            case VALUE_FALSE -> new Bool(false, line, column);
            case VALUE_NULL -> new Null(line, column);
            default -> throw new Malformed("json.syntax", line, column);
        };
    }

    private static Json object(JsonParser parser, int line, int column) {
        var members = new LinkedHashMap<String, Json>();
        var names = new LinkedHashMap<String, Json>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            var at = parser.currentTokenLocation();
            names.put(name, new Str(name, at.getLineNr(), at.getColumnNr()));
            parser.nextToken();
            members.put(name, read(parser));
        }
        return new Obj(members, names, line, column);
    }

    private static Json number(String written, int line, int column) {
        if (!written.matches("-?\\d{1,15}(\\.\\d{1,15})?")) {
            throw new Malformed("json.number", line, column);
        }
        return new Num(new BigDecimal(written), line, column);
    }

    /** A text that is not what it should be, with the place where that shows. */
    final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String key;
        private final int line;
        private final int column;

        public Malformed(String key, int line, int column) {
            super(key + " at " + line + ":" + column);
            this.key = key;
            this.line = line;
            this.column = column;
        }

        public String key() {
            return key;
        }

        public int line() {
            return line;
        }

        public int column() {
            return column;
        }
    }
}
