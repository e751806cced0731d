package app.tomoni.proposal;

import app.tomoni.account.PersonId;
import app.tomoni.document.FileId;
import app.tomoni.form.Answers;
import app.tomoni.shared.Json;
import app.tomoni.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a group handed in at one moment, never changed afterwards.
 *
 * @param number 1 for the first submission
 * @param bytes canonical JSON (UTF-8) of {@code answers}, {@code files}, {@code form}, the group's {@code profile} and,
 *     where it said something with them, its {@code remark}: what the receipt's hash is of
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
            ObjectNode answers,
            ObjectNode profile,
            List<AttachedFile> files,
            String formRelease,
            String remark,
            Instant at,
            PersonId by) {
        var content = Json.object();
        content.set("answers", answers);
        content.set("profile", profile);
        var attached = content.putArray("files");
        files.forEach(file -> attached.addObject()
                .put("name", file.name())
                .put("size", file.size())
                .put("sha256", file.sha256()));
        content.put("form", formRelease);
        if (!remark.isEmpty()) {
            content.put("remark", remark);
        }
        var bytes = Json.canonical(content);
        return new Revision(proposal, number, bytes, Sha256.of(bytes), formRelease, at, by, List.copyOf(files));
    }

    /** The answers by the keys of the form's fields, as typed. */
    public Map<String, JsonNode> answers() {
        return typed().values();
    }

    /** The answers for reading with the form they were given in. */
    public Answers typed() {
        return Answers.of(content().get("answers"));
    }

    /** The group's profile as it was then, by the keys of its fields, as typed. */
    public Map<String, String> profile() {
        var profile = new LinkedHashMap<String, String>();
        content()
                .get("profile")
                .properties()
                .forEach(field -> profile.put(field.getKey(), field.getValue().asString()));
        return profile;
    }

    /** What the group said to the secretariat with it; often nothing. */
    public String remark() {
        return content().path("remark").asString("");
    }

    private JsonNode content() {
        return Json.parse(new String(bytes, StandardCharsets.UTF_8));
    }
}
