package app.tomoni.call.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.call.Calls;
import app.tomoni.call.Panels;
import app.tomoni.call.ProposalForm;
import app.tomoni.call.Timetable;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Crumbs;
import app.tomoni.shared.ui.EmptyState;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PageHead;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;

/** A call as groups see it, or will see it once it has been approved. */
@Route(CallNavigation.CALLS + "/:call/preview")
@ForOffices({Office.SECRETARIAT, Office.APPROVER, Office.AUDITOR})
@StyleSheet("context://tomoni/call.css")
class PreviewView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Calls calls;
    private final Panels panels;
    private final Timetable timetable;
    private final ProposalForm form;
    private final FileLinks files;
    private final Words words;

    PreviewView(
            Calls calls,
            Panels panels,
            Timetable timetable,
            ProposalForm form,
            FileLinks files,
            Translations translations) {
        this.calls = calls;
        this.panels = panels;
        this.timetable = timetable;
        this.form = form;
        this.files = files;
        this.words = new Words(translations, getLocale());
        addClassName("stack-5");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var found = CallAddress.find(event.getRouteParameters(), calls);
        if (found.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        var call = found.get();
        add(
                new Crumbs()
                        .step(words.say("call.list.title"), CallNavigation.CALLS)
                        .step(words.title(call), CallNavigation.call(call.id()))
                        .here(words.say("call.preview.title")),
                new PageHead(words.title(call)),
                new Note(
                        Note.Kind.INFO,
                        words.say(call.isApproved() ? "call.preview.note.public" : "call.preview.note")));
        var guideline = call.guidelineIfComplete();
        if (guideline.isEmpty() || call.opening().isEmpty() || call.closing().isEmpty()) {
            var check = new Anchor(CallNavigation.design(call.id(), Section.CHECK), words.say("call.preview.check"));
            check.addClassName("btn");
            add(new EmptyState(words.say("call.preview.empty"), words.say("call.preview.empty.why"), check));
            return;
        }
        add(new Paragraph(words.say("call.preview.propose", words.say("portal.call.propose"))));
        add(new Guide(
                call,
                guideline.get(),
                timetable.shown(call),
                form.of(call).attachments(),
                panels.members(call.id()).size(),
                words,
                files));
    }

    @Override
    public String getPageTitle() {
        return words.say("call.preview.title");
    }
}
