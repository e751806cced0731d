package app.tomoni.call.ui;

import app.tomoni.account.MailServer;
import app.tomoni.account.Namesakes;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.account.SignedIn;
import app.tomoni.call.AppointPanel;
import app.tomoni.call.CallId;
import app.tomoni.call.Panels;
import app.tomoni.organisation.Memberships;
import app.tomoni.shared.JapaneseText;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.PublicAddress;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.CodeNote;
import app.tomoni.shared.ui.FieldLabel;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.SameName;
import app.tomoni.shared.ui.ShortForm;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.FieldSet;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Who reviews, who chairs, and how many it takes. */
class PanelEditor extends Div {

    /** What the panel is appointed with. */
    @org.springframework.stereotype.Component
    record Tools(
            AppointPanel appoint,
            Panels panels,
            People people,
            Memberships memberships,
            SignedIn signedIn,
            PanelInvitation invitation,
            Namesakes namesakes,
            MailServer mails,
            PublicAddress installation) {

        /** Where a code is typed in. */
        String address() {
            return installation.of("/invitation");
        }
    }

    private final CallId call;
    private final Words words;
    private final Tools tools;
    private final Runnable changed;
    private final Div members = new Div();
    private final Div answer = new Div();
    private final Div knownBox = new Div();
    private final Select<PersonId> known = new Select<>();

    PanelEditor(CallId call, DraftFields fields, Words words, Tools tools, Runnable changed) {
        this(call, words, tools, changed);
        add(
                new H3(words.say("call.panel.numbers")),
                fields.whole("/quorum", true, "call.help.quorum"),
                fields.whole("/minimumSheets", true, "call.help.minimumSheets"));
    }

    /** For a call that can no longer be changed: only the people. */
    PanelEditor(CallId call, Words words, Tools tools, Runnable changed) {
        this.call = call;
        this.words = words;
        this.tools = tools;
        this.changed = changed;
        addClassName("stack-5");
        answer.getElement().setAttribute("role", "status");
        add(new Paragraph(words.say("call.panel.lead")), answer, members, addKnown(), addNew());
        show();
    }

    private void show() {
        members.removeAll();
        members.add(new PanelList(call, words, tools, (row, member) -> row.add(actions(member))));
        offerKnown();
    }

    private Component actions(PanelList.Member member) {
        var person = member.person();
        var name = member.name();
        var actions = new Div();
        actions.addClassName("actions");
        if (!member.chair()) {
            actions.add(Buttons.secondary(
                    words.say("call.panel.makeChair"),
                    words.say("call.panel.makeChair.of", name),
                    event -> act(
                            () -> tools.appoint()
                                    .chair(call, person, tools.signedIn().person()),
                            words.say("call.panel.madeChair", name))));
        }
        if (!member.acting()) {
            actions.add(Buttons.secondary(
                    words.say("call.panel.makeActing"),
                    words.say("call.panel.makeActing.of", name),
                    event -> act(
                            () -> tools.appoint()
                                    .actingChair(call, person, tools.signedIn().person()),
                            words.say("call.panel.madeActing", name))));
        }
        if (member.newcomer()) {
            actions.add(Buttons.quiet(
                    words.say("call.panel.inviteAgain"),
                    words.say("call.panel.inviteAgain.of", name),
                    event -> inviteAgain(person, name)));
        }
        actions.add(Buttons.quiet(
                words.say("call.panel.remove"),
                words.say("call.panel.remove.of", name),
                Buttons.once(() -> act(
                        () -> {
                            tools.appoint()
                                    .remove(call, person, tools.signedIn().person());
                            forgetCodes(name);
                        },
                        words.say("call.panel.removed", name)))));
        return actions;
    }

    private void inviteAgain(PersonId person, String name) {
        act(
                () -> {
                    var code = tools.appoint()
                            .invite(call, person, tools.signedIn().person());
                    forgetCodes(name);
                    say(code.<Note>map(printed -> code("call.panel.codeAgain", name, printed))
                            .orElseGet(() -> new Note(Note.Kind.OK, words.say("call.panel.invitedAgain", name))));
                },
                "");
    }

    private CodeNote code(String said, String name, String code) {
        return new CodeNote(words.say(said, name), code, words.say("call.panel.code.hand", tools.address()));
    }

    private Component addKnown() {
        known.setLabel(words.say("call.panel.known"));
        known.setManualValidation(true);
        var add = Buttons.secondary(words.say("call.panel.add"), Buttons.once(() -> {
            Note.forget(answer);
            var person = known.getValue();
            known.setInvalid(person == null);
            known.setErrorMessage(person == null ? words.say("call.panel.chooseKnown") : "");
            if (person != null) {
                act(
                        () -> say(joined(
                                tools.people().name(person),
                                tools.invitation()
                                        .addAndInvite(
                                                call, person, tools.signedIn().person()))),
                        "");
            }
        }));
        knownBox.add(known, add);
        knownBox.addClassName("call-inline");
        return knownBox;
    }

    /** Offers those who were on a panel and are not on this one. */
    private void offerKnown() {
        var present = tools.panels().members(call);
        var others = tools.panels().formerMembers().stream()
                .filter(person -> !present.contains(person))
                .toList();
        var names = tools.people().names(others);
        known.setItemLabelGenerator(person -> person == null ? "" : names.getOrDefault(person, ""));
        known.setItems(others);
        knownBox.setVisible(!others.isEmpty());
    }

    private Component addNew() {
        var name = field("call.panel.name", true);
        var kana = field("call.panel.kana", true);
        var mail = field("call.panel.mail", false);
        mail.setHelperText(words.say(tools.mails().isSet() ? "call.panel.mail.help" : "call.panel.mail.noServer"));
        var by = tools.signedIn().person();
        var form = new ShortForm("call-panel:" + call, by.value());
        var same = new SameName(name, kana, mail);
        Consumer<Supplier<Optional<String>>> join = joining -> form.act(() -> {
            var called = JapaneseText.line(name.getValue());
            var said = joined(called, joining.get());
            say(said);
            said.lead();
            name.clear();
            kana.clear();
            mail.clear();
            show();
            changed.run();
        });
        Runnable joinAnew = () -> join.accept(
                () -> tools.invitation().addAndInvite(call, name.getValue(), kana.getValue(), mail.getValue(), by));
        form.add(
                form.hold(name, Lengths.NAME),
                form.hold(kana, Lengths.NAME),
                form.hold(mail, Lengths.LINE),
                Buttons.secondary(words.say("call.panel.addNew"), Buttons.once(() -> {
                    Note.forget(answer);
                    if (!form.filled(
                            ShortForm.need(name, words.say("call.panel.needName")),
                            ShortForm.reading(kana, words.say("call.panel.needKana")))) {
                        return;
                    }
                    same.ask(
                            name.getValue(),
                            tools.namesakes().of(name.getValue(), mail.getValue(), words.locale()).stream()
                                    .map(one -> new SameName.Candidate(
                                            one.name(),
                                            one.kana(),
                                            one.offices(),
                                            () -> join.accept(
                                                    () -> tools.invitation().addAndInvite(call, one.person(), by))))
                                    .toList(),
                            joinAnew);
                })),
                same);
        var box = new FieldSet(words.say("call.panel.new"));
        box.add(form);
        box.addClassName("call-criterion");
        return box;
    }

    /** Without a code a mail goes out, or the person can sign in already. */
    private Note joined(String name, Optional<String> code) {
        return code.<Note>map(printed -> code("call.panel.code", name, printed))
                .orElseGet(() -> new Note(
                        Note.Kind.OK,
                        words.say(tools.mails().isSet() ? "call.panel.invited" : "call.panel.invited.tell", name)));
    }

    private TextField field(String key, boolean required) {
        var field = new TextField();
        FieldLabel.on(field, words.say(key), required);
        field.setId("panel-" + key.substring(key.lastIndexOf('.') + 1));
        return field;
    }

    private void act(Runnable action, String said) {
        try {
            action.run();
            if (!said.isEmpty()) {
                say(new Note(Note.Kind.OK, said));
            }
            show();
            changed.run();
        } catch (Refusal refusal) {
            say(new Note(Note.Kind.ERROR, words.refusal(refusal)));
        }
    }

    /** Those of that name are of no use any more. */
    private void forgetCodes(String name) {
        var said = List.of(words.say("call.panel.code", name), words.say("call.panel.codeAgain", name));
        answer.getChildren()
                .filter(CodeNote.class::isInstance)
                .filter(note -> said.stream().anyMatch(note.getElement().getTextRecursively()::contains))
                .toList()
                .forEach(answer::remove);
    }

    /** A code that is shown once stays beside it: whoever adds several members copies the codes at the end. */
    private void say(Note note) {
        Note.forget(answer);
        answer.addComponentAsFirst(note);
    }
}
