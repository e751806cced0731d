package app.tomoni.call.ui;

import com.vaadin.flow.component.html.Div;
import java.util.List;

/** What the city can pay. */
class MoneyPart extends Div {

    MoneyPart(DraftFields fields, Words words) {
        addClassName("stack-5");
        var rate = new Div(
                fields.whole("/money/rateNumerator", true, ""), fields.whole("/money/rateDenominator", true, ""));
        rate.addClassName("call-pair");
        add(
                fields.whole("/money/budget", false, "call.help.budget"),
                fields.whole("/money/ceiling", true, "call.help.yen"),
                rate,
                fields.whole("/money/roundingUnit", true, "call.help.unit"),
                fields.radio(
                        "/money/basis",
                        List.of("BEFORE_VOTE", "AFTER_VOTE"),
                        basis -> words.say("call.basis." + basis),
                        "call.help.basis"));
    }
}
