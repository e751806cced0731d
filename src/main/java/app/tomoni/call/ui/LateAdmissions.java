package app.tomoni.call.ui;

import app.tomoni.account.PersonId;
import app.tomoni.call.Call;
import app.tomoni.call.LateAdmission;
import app.tomoni.organisation.OrganisationChoice;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Facts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.HashSet;
import java.util.Map;
import org.springframework.data.domain.PageRequest;

/** Groups that may propose later than the others: asked by the secretariat, granted by an approver. */
class LateAdmissions extends Card {

    private final ActForm.Page page;
    private final Words words;
    private final Call call;
    private final CallView.Tools tools;

    LateAdmissions(ActForm.Page page, Call call, CallView.Tools tools, boolean secretariat, boolean approver) {
        super(page.words().say("call.late.title"), new Paragraph(page.words().say("call.late.why")));
        this.page = page;
        this.words = page.words();
        this.call = call;
        this.tools = tools;
        list(approver);
        if (secretariat) {
            add(tools.extend()
                    .tooLateForOne(call.id())
                    .<Component>map(refusal -> new Paragraph(words.refusal(refusal)))
                    .orElseGet(Request::new));
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
                box.add(new Reply(number));
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
        var when = late.answeredAt().map(words::at).orElse("");
        return late.granted()
                ? words.say("call.late.granted", when, who)
                : words.say("call.late.declined", when, who, late.answerReason().orElse(""));
    }

    /** The approver grants it, or says why not. */
    private final class Reply extends ActForm {

        Reply(int number) {
            super(LateAdmissions.this.page, call.id(), "late-" + number);
            var why = new TextArea(words.say("call.late.whyNot")); // only who declines needs one
            why.setId("call-late-whyNot-" + number);
            why.setHelperText(words.say("call.late.whyNot.help"));
            var buttons = new Div(
                    Buttons.primary(
                            words.say("call.late.grant"),
                            event -> act(() -> answer(number, true, ""), "call.late.grantDone")),
                    Buttons.secondary(
                            words.say("call.late.decline"),
                            event -> send(
                                    () -> answer(number, false, why.getValue()),
                                    "call.late.declineDone",
                                    need(why, words.say("call.exception.reason")))));
            buttons.addClassName("actions");
            add(counted(why), buttons);
        }

        private void answer(int number, boolean granted, String reason) {
            tools.extend().answerForOne(call.id(), number, granted, reason, page.person());
        }
    }

    /** The secretariat asks for a group. */
    private final class Request extends ActForm {

        Request() {
            super(
                    LateAdmissions.this.page,
                    call.id(),
                    "late",
                    new H3(LateAdmissions.this.words.say("call.late.ask.title")));
            var group = labelled(new ComboBox<OrganisationChoice>(), "call.late.group");
            group.setManualValidation(true);
            group.setItems(query -> tools
                    .organisations()
                    .choices(query.getFilter().orElse("").strip(), PageRequest.of(query.getPage(), query.getPageSize()))
                    .stream());
            group.setItemLabelGenerator(OrganisationChoice::name);
            var until = new Until(this, "call.late", call);
            until.sayAtDay(
                    this,
                    "call.exception.notLater",
                    "call.exception.closedDay",
                    "call.exception.room",
                    "call.extend.publication",
                    "call.extend.holidays",
                    "shared.holidays.unknown");
            until.onChange(() -> until.judge(at -> tools.extend().requireRoomForOne(call.id(), at)));
            var reason = area("call.late.askReason");
            reason.setHelperText(words.say("call.late.askReason.help"));
            add(
                    group,
                    until,
                    counted(reason),
                    Buttons.secondary(
                            words.say("call.late.ask"),
                            event -> send(
                                    () -> tools.extend()
                                            .askForOne(
                                                    call.id(),
                                                    group.getValue().organisation(),
                                                    until.at(),
                                                    reason.getValue(),
                                                    page.person()),
                                    "call.late.askDone",
                                    need(group, words.say("call.late.needGroup")),
                                    until.needDay(),
                                    until.needTime(),
                                    need(reason, words.say("call.exception.reason")))));
        }
    }
}
