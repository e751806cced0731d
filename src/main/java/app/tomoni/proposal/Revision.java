package app.tomoni.proposal;

import app.tomoni.account.PersonId;
import app.tomoni.document.FileId;
import app.tomoni.shared.Json;
import app.tomoni.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a group handed in at one moment, never changed afterwards.
 *
 * @param number 1 for the first submission
 * @param bytes canonical JSON (UTF-8) of {@code answers}, {@code files} and {@code form}: what the receipt's hash is of
 * @param sha256 of exactly these bytes, 64 lower-case hexadecimal digits
 * @param formRelease the release of models and forms that the answers belong to
 */
public record Revision(
        ProposalId proposal,
        int number,
        byte[] bytes,
        String sha256,
        String formRelease,
        Instant submittedAt,
        PersonId submittedBy,
        List<AttachedFile> files) {

    /** A file as it was handed in. */
    public record AttachedFile(FileId id, String name, long size, String sha256) {}

    /** Freezes the answers as typed. */
    static Revision of(
            ProposalId proposal,
            int number,
            Map<String, JsonNode> answers,
            List<AttachedFile> files,
            String formRelease,
            Instant at,
            PersonId by) {
        var content = Json.object();
        var typed = content.putObject("answers");
        answers.forEach(typed::set);
        var attached = content.putArray("files");
        files.forEach(file -> attached.addObject()
                .put("name", file.name())
                .put("size", file.size())
                .put("sha256", file.sha256()));
        content.put("form", formRelease);
        var bytes = Json.canonical(content);
        return new Revision(proposal, number, bytes, Sha256.of(bytes), formRelease, at, by, List.copyOf(files));
    }

    /** The answers by the keys of the form's fields, as typed. */
    public Map<String, JsonNode> answers() {
        var answers = new LinkedHashMap<String, JsonNode>();
        Json.parse(new String(bytes, StandardCharsets.UTF_8))
                .get("answers")
                .properties()
                .forEach(answer -> answers.put(answer.getKey(), answer.getValue()));
        return answers;
    }
}
