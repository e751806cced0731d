package app.tomoni.scoring;

import app.tomoni.scoring.text.Json;
import java.util.HashMap;
import java.util.Map;

/** Where in a text each part of an input stood. */
final class Positions {

    record Position(int line, int column) {}

    private final Map<String, Position> positions = new HashMap<>();

    static Positions of(Json json) {
        var positions = new Positions();
        positions.walk("", json);
        return positions;
    }

    void put(String at, int line, int column) {
        positions.putIfAbsent(at, new Position(line, column));
    }

    /** The place of this part, or of the nearest whole around it. */
    Position of(String at) {
        var part = at;
        while (true) {
            var found = positions.get(part);
            if (found != null) {
                return found;
            }
            int slash = part.lastIndexOf('/');
            if (slash < 0) {
                return new Position(1, 1);
            }
            part = part.substring(0, slash);
        }
    }

    private void walk(String at, Json json) {
        put(at, json.line(), json.column());
        switch (json) {
            case Json.Obj object ->
                object.members().forEach((name, member) -> {
                    var key = object.names().getOrDefault(name, member);
                    put(at + "/" + name, key.line(), key.column());
                    walk(at + "/" + name, member);
                });
            case Json.Arr array -> {
                for (int i = 0; i < array.items().size(); i++) {
                    walk(at + "/" + i, array.items().get(i));
                }
            }
            default -> {}
        }
    }
}
