package app.tomoni.form;

import app.tomoni.document.FileId;
import app.tomoni.shared.Json;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A file named by an answer, with the facts that a receipt certifies. */
public record Attachment(FileId file, String name, String mediaType, long size, String sha256) {

    public static List<Attachment> list(JsonNode array) {
        if (!array.isArray()) {
            return List.of();
        }
        return StreamSupport.stream(array.spliterator(), false)
                .filter(node -> node.path("file").asString("").length() == 36)
                .map(node -> new Attachment(
                        new FileId(UUID.fromString(node.path("file").asString())),
                        node.path("name").asString(""),
                        node.path("mediaType").asString(""),
                        node.path("size").asLong(0),
                        node.path("sha256").asString("")))
                .toList();
    }

    /** As it is kept in an answer. */
    public JsonNode json() {
        return Json.object()
                .put("file", file.value().toString())
                .put("name", name)
                .put("mediaType", mediaType)
                .put("size", size)
                .put("sha256", sha256);
    }
}
