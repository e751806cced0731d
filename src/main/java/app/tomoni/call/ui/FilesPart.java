package app.tomoni.call.ui;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallFile;
import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.call.ReviseCall;
import app.tomoni.document.FileId;
import app.tomoni.document.Files;
import app.tomoni.form.ui.FileIntake;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.ui.Buttons;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.FieldSet;
import com.vaadin.flow.component.html.Paragraph;

/** The files that go with the guideline: chosen or dropped, each with its title for everybody. */
class FilesPart extends Div {

    /** What files are taken in with. */
    @org.springframework.stereotype.Component
    record Tools(Calls calls, ReviseCall revise, Files files, FileLinks links) {}

    private final CallId call;
    private final PersonId person;
    private final DraftFields fields;
    private final Words words;
    private final Tools tools;
    private final Runnable changed;
    private final Div list = new Div();
    private final FileIntake intake;

    /** @param changed runs after a file was added or taken out */
    FilesPart(CallId call, PersonId person, DraftFields fields, Words words, Tools tools, Runnable changed) {
        this.call = call;
        this.person = person;
        this.fields = fields;
        this.words = words;
        this.tools = tools;
        this.changed = changed;
        addClassName("stack-5");
        list.addClassName("stack-5");
        intake = new FileIntake(
                tools.files(), person, file -> tools.revise().addFile(call, file, person), this::changed);
        add(
                new Paragraph(words.say("call.files.lead", CallFile.MOST)),
                new Paragraph(words.say("call.files.fixed")),
                list,
                intake);
        draw();
    }

    /** Only the list is drawn anew: what was refused meanwhile stays to be read. */
    private void draw() {
        var now = tools.calls().get(call);
        fields.begin(now.draft());
        list.removeAll();
        words.takenOver(now.draft().files()).ifPresent(list::add);
        var files = now.draft().files();
        for (var at = 0; at < files.size(); at++) {
            var file = files.get(at);
            var box = new FieldSet(words.say("call.files.legend", at + 1));
            box.addClassNames("call-criterion", "stack");
            box.add(
                    tools.links().link(now, file, file.name(), words),
                    fields.line("/files/" + at + "/label", true, "call.help.files"),
                    remove(file));
            list.add(box);
        }
        var count = new Paragraph(words.say("call.files.count", files.size(), CallFile.MOST));
        count.addClassNames("small", "mute");
        list.add(count);
    }

    private Component remove(CallFile file) {
        var box = new Div(Buttons.quiet(
                words.say("call.files.remove"),
                words.say("call.files.remove.of", file.name()),
                Buttons.once(() -> remove(file.id()))));
        box.addClassName("actions");
        return box;
    }

    private void remove(FileId file) {
        intake.clear();
        try {
            tools.revise().removeFile(call, file, person);
        } catch (Refusal refusal) {
            intake.refuse(refusal);
        }
        changed();
    }

    private void changed() {
        draw();
        changed.run();
    }
}
