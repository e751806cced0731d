package app.tomoni.review;

import app.tomoni.shared.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * One thing that the eligibility table noticed; a proposal to a person, never a decision.
 *
 * @param field of the form that the group could be asked to add to; empty when none
 */
public record Finding(
        String criterion,
        String finding,
        String criterionEnglish,
        String findingEnglish,
        Consequence consequence,
        String field) {

    /** What the table suggests to do about it. */
    public enum Consequence {
        SUPPLEMENT,
        NOT_SUBJECT,
        CHECK
    }

    public static Finding of(Map<String, ?> row) {
        return new Finding(
                text(row, "criterion"),
                text(row, "finding"),
                text(row, "criterionEn"),
                text(row, "findingEn"),
                Consequence.valueOf(text(row, "consequence")),
                text(row, "field"));
    }

    private static String text(Map<String, ?> row, String column) {
        var value = row.get(column);
        return value == null ? "" : value.toString();
    }

    public String criterion(Locale locale) {
        return in(locale, criterion, criterionEnglish);
    }

    public String finding(Locale locale) {
        return in(locale, finding, findingEnglish);
    }

    private static String in(Locale locale, String japanese, String english) {
        return locale.getLanguage().equals("ja") || english.isEmpty() ? japanese : english;
    }

    public static String write(List<Finding> findings) {
        return Json.write(findings);
    }

    public static List<Finding> read(String json) {
        return Json.parse(json).valueStream().map(Finding::read).toList();
    }

    private static Finding read(JsonNode node) {
        return new Finding(
                node.get("criterion").asString(),
                node.get("finding").asString(),
                node.get("criterionEnglish").asString(),
                node.get("findingEnglish").asString(),
                Consequence.valueOf(node.get("consequence").asString()),
                node.get("field").asString());
    }
}
