package app.tomoni.review;

import java.util.UUID;

/** Identifies one reviewer's sheet about one proposal. */
public record SheetId(UUID value) {

    public static SheetId of(String text) {
        return new SheetId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
