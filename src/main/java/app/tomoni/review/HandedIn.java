package app.tomoni.review;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Json;
import app.tomoni.shared.Sha256;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What was handed in on sheets: its rows, added and never changed, and how they read. Who may read them is not asked here. */
@Component
class HandedIn {

    private final JdbcClient jdbc;

    HandedIn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What stands on each sheet of a call, by sheet; on those of one reviewer where one is named. */
    Map<UUID, JsonNode> of(CallId call, @Nullable PersonId reviewer) {
        var contents = new HashMap<UUID, JsonNode>();
        jdbc.sql("""
                        SELECT b.sheet_id, b.content::text AS content FROM score_sheet s
                        JOIN score_submission b ON b.sheet_id = s.id AND b.number = s.submission
                        WHERE s.call_id = :call AND (:reviewer::uuid IS NULL OR s.reviewer_id = :reviewer::uuid)""")
                .param("call", call.value())
                .param("reviewer", reviewer == null ? null : reviewer.value())
                .query((row, number) ->
                        contents.put(row.getObject("sheet_id", UUID.class), Json.parse(row.getString("content"))))
                .list();
        return contents;
    }

    /** What was handed in that time; empty where nothing was. */
    JsonNode of(SheetId sheet, int number) {
        return jdbc.sql("SELECT content::text FROM score_submission WHERE sheet_id = :sheet AND number = :number")
                .param("sheet", sheet.value())
                .param("number", number)
                .query(String.class)
                .optional()
                .map(Json::parse)
                .orElseGet(Json::object);
    }

    void add(SheetId sheet, int number, JsonNode content, Instant at) {
        jdbc.sql("""
                        INSERT INTO score_submission (sheet_id, number, submitted_at, content, sha256)
                        VALUES (:sheet, :number, :now, :content::jsonb, :sha256)""")
                .param("sheet", sheet.value())
                .param("number", number)
                .param("now", at.atZone(JapaneseDates.ZONE).toOffsetDateTime())
                .param("content", new String(Json.canonical(content), StandardCharsets.UTF_8))
                .param("sha256", Sha256.of(Json.canonical(content)))
                .update();
    }

    /** What would be handed in of what is typed. */
    static JsonNode content(ScoreCard card, Map<String, Typed> typed) {
        var content = Json.object();
        var marks = content.putObject("marks");
        card.marks(typed).forEach((criterion, mark) -> marks.put(criterion, mark.toPlainString()));
        var remarks = content.putObject("remarks");
        card.remarks(typed).forEach(remarks::put);
        content.put("comment", ScoreCard.value(typed, ScoreCard.COMMENT));
        return content;
    }

    /** What counts of a sheet, in its fields; the memo is nobody's but the reviewer's and never handed in. */
    static Map<String, Typed> counted(ScoreCard card, JsonNode handedIn, Map<String, Typed> typed) {
        var texts = new HashMap<String, String>();
        var remarks = remarks(handedIn);
        marks(handedIn)
                .forEach((criterion, mark) -> card.line(criterion).ifPresent(line -> {
                    texts.put(line.markField(), mark.toPlainString());
                    texts.put(line.remarkField(), remarks.getOrDefault(criterion, ""));
                }));
        texts.put(ScoreCard.COMMENT, comment(handedIn));
        texts.put(ScoreCard.MEMO, ScoreCard.value(typed, ScoreCard.MEMO));
        var counted = new HashMap<String, Typed>();
        texts.forEach((field, text) -> counted.put(field, new Typed(text, 0, Instant.EPOCH)));
        return counted;
    }

    static Map<String, BigDecimal> marks(JsonNode content) {
        var marks = new LinkedHashMap<String, BigDecimal>();
        content.get("marks")
                .properties()
                .forEach(mark ->
                        marks.put(mark.getKey(), new BigDecimal(mark.getValue().asString())));
        return marks;
    }

    static Map<String, String> remarks(JsonNode content) {
        var remarks = new LinkedHashMap<String, String>();
        content.get("remarks")
                .properties()
                .forEach(
                        remark -> remarks.put(remark.getKey(), remark.getValue().asString()));
        return remarks;
    }

    static String comment(JsonNode content) {
        return content.get("comment").asString();
    }
}
