package app.tomoni.call;

import app.tomoni.document.FileId;
import app.tomoni.document.StoredFile;
import app.tomoni.shared.FileSize;
import app.tomoni.shared.Json;
import app.tomoni.shared.Translations;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file that goes with a guideline: the guideline as a document, or a blank form.
 *
 * @param label its title for everybody, as typed
 * @param takenOver whether it comes from the call that this one was copied from
 */
public record CallFile(
        FileId id, String name, String mediaType, long size, String sha256, String label, boolean takenOver) {

    /** The most that go with one call. */
    public static final int MOST = 10;

    /** What a draft keeps of a file that has just come in; its title is the file's name until somebody types another. */
    static ObjectNode json(StoredFile file) {
        var dot = file.name().lastIndexOf('.');
        return Json.object()
                .put("id", file.id().toString())
                .put("name", file.name())
                .put("mediaType", file.mediaType())
                .put("size", file.size())
                .put("sha256", file.sha256())
                .put("label", dot > 0 ? file.name().substring(0, dot) : file.name());
    }

    static CallFile of(JsonNode json) {
        return new CallFile(
                FileId.of(json.path("id").asString()),
                json.path("name").asString(),
                json.path("mediaType").asString(),
                json.path("size").asLong(),
                json.path("sha256").asString(),
                json.path("label").asString(),
                json.path("takenOver").asBoolean(false));
    }

    /** Under what it is offered. */
    public String title() {
        return label.isBlank() ? name : label.strip();
    }

    /** What opens it, and how large it is. */
    public String about(Translations translations, Locale locale) {
        var type = translations.getTranslation("call.file.type." + mediaType.replaceAll(".*[./]", ""), locale);
        var large = new FileSize(size);
        return translations.getTranslation(
                "call.file.type.size", locale, type, translations.getTranslation(large.key(), locale, large.amount()));
    }
}
