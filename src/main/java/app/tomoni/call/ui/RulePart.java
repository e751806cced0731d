package app.tomoni.call.ui;

import app.tomoni.call.Disclosure;
import app.tomoni.call.Ranking;
import app.tomoni.shared.ui.Buttons;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** How sheets become a total, and totals a choice. */
class RulePart extends Div {

    private static final List<String> TIES =
            List.of("CRITERION", "SMALLER_REQUEST", "DELIBERATION", "MAJORITY_VOTE", "CHAIR");

    private final DraftFields fields;
    private final Words words;
    private final Consumer<StructureChange> change;

    RulePart(DraftFields fields, Words words, Consumer<StructureChange> change) {
        this.fields = fields;
        this.words = words;
        this.change = change;
        addClassName("stack-5");
        add(
                fields.area("/howDecided", true, "call.help.howDecided"),
                new H3(words.say("call.rule.total")),
                fields.choice(
                        "/ranking/method",
                        names(Ranking.Method.values()),
                        method -> words.say("call.method." + method),
                        ""),
                fields.radio(
                        "/ranking/missing",
                        names(Ranking.Missing.values()),
                        missing -> words.say("call.missing." + missing),
                        "call.help.missing"),
                fields.whole("/ranking/decimals", true, "call.help.decimals"),
                new H3(words.say("call.rule.pass")),
                fields.decimal("/ranking/passPercent", false, "call.help.passPercent"),
                fields.decimal("/ranking/eachPercent", false, "call.help.eachPercent"),
                new H3(words.say("call.rule.choice")),
                redrawing(
                        "/ranking/choice",
                        fields.radio(
                                "/ranking/choice",
                                names(Ranking.Choice.values()),
                                choice -> words.say("call.choice." + choice),
                                "")));
        if (fields.draft().text("/ranking/choice").equals(Ranking.Choice.TOP.name())) {
            add(
                    fields.whole("/ranking/places", true, ""),
                    fields.whole("/ranking/reserves", false, "call.help.reserves"));
        }
        add(new H3(words.say("call.rule.ties")), new Paragraph(words.say("call.rule.ties.lead")));
        var ties = fields.draft().entries("/ranking/ties");
        for (var i = 0; i < ties.size(); i++) {
            add(tie(ties.get(i), i));
        }
        add(
                Buttons.secondary(
                        words.say("call.rule.addTie"),
                        event -> change.accept((revise, call, by) -> revise.addTie(call, "", by))),
                new H3(words.say("call.rule.disclosure")),
                fields.radio(
                        "/disclosure",
                        names(Disclosure.values()),
                        disclosure -> words.say("call.disclosure." + disclosure),
                        "call.help.disclosure"));
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    private Component tie(String place, int at) {
        var row = new Div(
                redrawing(place + "/by", fields.choice(place + "/by", TIES, tie -> words.say("call.tie." + tie), "")));
        row.addClassName("call-tie");
        if (fields.draft().text(place + "/by").equals("CRITERION")) {
            var draft = fields.draft();
            var criteria = draft.entries("/criteria");
            row.add(fields.choice(
                    place + "/criterion",
                    criteria.stream()
                            .map(criterion -> draft.text(criterion + "/id"))
                            .toList(),
                    id -> criteria.stream()
                            .filter(criterion -> draft.text(criterion + "/id").equals(id))
                            .map(criterion -> draft.text(criterion + "/name"))
                            .findFirst()
                            .orElse(""),
                    ""));
        }
        row.add(Buttons.quiet(
                words.say("call.rule.removeTie", at + 1),
                Buttons.once(() ->
                        change.accept((revise, call, by) -> revise.remove(call, place, fields.seenOf(place), by)))));
        return row;
    }

    /** A choice that decides which other fields there are. */
    private Component redrawing(String place, Component box) {
        if (fields.at(place) instanceof AbstractField<?, ?> field) {
            field.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    change.accept((revise, call, by) -> {});
                }
            });
        }
        return box;
    }
}
