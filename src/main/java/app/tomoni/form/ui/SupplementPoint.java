package app.tomoni.form.ui;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A field that the secretariat asks the group to add to.
 *
 * @param from who asks and when, in words: 「11月19日・市民活動推進課」
 * @param before what was handed in there; none where nothing was
 * @param done whether the group has marked it as put right
 */
public record SupplementPoint(
        String field, String comment, String from, @Nullable JsonNode before, boolean done) {}
