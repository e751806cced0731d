package app.tomoni.call.ui;

import app.tomoni.account.PersonId;
import app.tomoni.call.Call;
import app.tomoni.call.LateAdmission;
import app.tomoni.organisation.OrganisationChoice;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Facts;
import app.tomoni.shared.ui.FieldLabel;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.PageRequest;

/** Groups that may propose later than the others: asked by the secretariat, granted by an approver. */
class LateAdmissions extends ActForm {

    private final Call call;
    private final CallView.Tools tools;

    LateAdmissions(Call call, Words words, Acts acts, CallView.Tools tools, boolean secretariat, boolean approver) {
        super(words, acts, "call.late.title", "call.late.why");
        this.call = call;
        this.tools = tools;
        list(approver);
        if (secretariat && tools.extend().canAdmitLate(call.id())) {
            ask();
        } else if (secretariat) {
            add(new Paragraph(words.say("call.exception.scored")));
        }
    }

    private void list(boolean approver) {
        var all = call.lateAdmissions();
        if (all.isEmpty()) {
            add(new Paragraph(words.say("call.late.empty")));
            return;
        }
        var groups = tools.memberships()
                .names(all.stream().map(LateAdmission::organisation).toList());
        var people = new HashSet<PersonId>();
        all.forEach(late -> {
            people.add(late.askedBy());
            late.answeredBy().ifPresent(people::add);
        });
        var names = tools.people().names(people);
        for (var number = 0; number < all.size(); number++) {
            var late = all.get(number);
            var facts = new Facts()
                    .fact(words.say("call.late.until"), words.at(late.until()))
                    .fact(words.say("call.late.reason"), late.reason())
                    .fact(
                            words.say("call.late.asked"),
                            words.say(
                                    "call.fact.who", words.at(late.askedAt()), names.getOrDefault(late.askedBy(), "")))
                    .fact(words.say("call.late.answer"), answer(late, names));
            var box = new Div(new H3(groups.getOrDefault(late.organisation(), "")), facts);
            box.addClassName("stack");
            box.setId("late-" + number);
            if (late.waits() && approver) {
                box.add(answering(number));
            }
            add(box);
        }
    }

    private String answer(LateAdmission late, Map<PersonId, String> names) {
        if (late.waits()) {
            return words.say("call.late.waits");
        }
        var who =
                late.answeredBy().map(person -> names.getOrDefault(person, "")).orElse("");
        return late.granted()
                ? words.say("call.late.granted", who)
                : words.say("call.late.declined", who, late.answerReason().orElse(""));
    }

    private Component answering(int number) {
        var why = area("call.late.whyNot", id("call.late.whyNot") + "-" + number, true);
        why.setHelperText(words.say("call.late.whyNot.help"));
        var by = tools.signedIn().person();
        var buttons = new Div(
                Buttons.secondary(
                        words.say("call.late.grant"),
                        event -> act(
                                List.of(why),
                                () -> tools.extend().answerForOne(call.id(), number, true, "", by),
                                "call.late.grantDone")),
                Buttons.secondary(words.say("call.late.decline"), event -> {
                    if (filled(why, "call.exception.reason")) {
                        act(
                                List.of(why),
                                () -> tools.extend().answerForOne(call.id(), number, false, why.getValue(), by),
                                "call.late.declineDone");
                    }
                }));
        buttons.addClassName("actions");
        return new Div(counted(why), buttons);
    }

    private void ask() {
        var group = FieldLabel.on(new ComboBox<OrganisationChoice>(), words.say("call.late.group"), true);
        group.setId("call-late-group");
        group.setManualValidation(true);
        group.setItems(query -> tools
                .organisations()
                .choices(query.getFilter().orElse("").strip(), PageRequest.of(query.getPage(), query.getPageSize()))
                .stream());
        group.setItemLabelGenerator(OrganisationChoice::name);
        var day = day("call.late.day");
        var time = line("call.late.time");
        time.addClassName("short");
        time.setValue(call.draft().text("/closesTime"));
        var pair = new Div(day, time);
        pair.addClassName("call-pair");
        var reason = area("call.late.askReason");
        reason.setHelperText(words.say("call.late.askReason.help"));
        add(
                new H3(words.say("call.late.ask.title")),
                group,
                pair,
                counted(reason),
                Buttons.secondary(words.say("call.late.ask"), event -> {
                    var until = instant(day, time);
                    if (filled(group, "call.late.needGroup")
                            & filled(reason, "call.exception.reason")
                            & until.isPresent()) {
                        act(
                                List.of(time, reason),
                                () -> tools.extend()
                                        .askForOne(
                                                call.id(),
                                                group.getValue().organisation(),
                                                until.orElseThrow(),
                                                reason.getValue(),
                                                tools.signedIn().person()),
                                "call.late.askDone");
                    }
                }));
    }
}
