package app.tomoni.call.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.SignedIn;
import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.call.DraftCall;
import app.tomoni.call.Template;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Crumbs;
import app.tomoni.shared.ui.PageHead;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;

/** Where a call begins: from a template, or from an earlier call. */
@Route(CallNavigation.CALLS + "/new")
@ForOffices(Office.SECRETARIAT)
@StyleSheet("context://tomoni/call.css")
class NewCallView extends Div implements HasDynamicTitle {

    private final Words words;

    NewCallView(Calls calls, DraftCall draftCall, SignedIn signedIn, Translations translations) {
        this.words = new Words(translations, getLocale());
        addClassName("stack-5");
        add(
                new Crumbs()
                        .step(words.say("call.list.title"), CallNavigation.CALLS)
                        .here(words.say("call.new.title")),
                new PageHead(words.say("call.new.title")),
                new Paragraph(words.say("call.new.lead")));
        var templates = new Card(words.say("call.new.templates"));
        for (var template : Template.values()) {
            var name = words.say(template.labelKey());
            templates.add(choice(
                    name,
                    words.say(template.labelKey() + ".what"),
                    words.say("call.new.template", name),
                    () -> draftCall.from(template, name, signedIn.person())));
        }
        add(templates);
        var earlier = calls.all().stream().filter(call -> call.isApproved()).toList();
        if (!earlier.isEmpty()) {
            var copies = new Card(words.say("call.new.copies"));
            copies.add(new Paragraph(words.say("call.new.copies.what")));
            for (var call : earlier) {
                copies.add(choice(
                        words.title(call),
                        words.fiscalYear(call),
                        words.say("call.new.copy", words.title(call)),
                        () -> draftCall.copyOf(
                                call.id(),
                                words.say("call.new.origin", words.title(call), words.fiscalYear(call)),
                                signedIn.person())));
            }
            add(copies);
        }
    }

    private Div choice(String name, String what, String action, java.util.function.Supplier<CallId> begin) {
        var choice = new Div(
                new H3(name),
                new Paragraph(what),
                Buttons.secondary(
                        action,
                        event -> getUI().ifPresent(
                                        ui -> ui.navigate(CallNavigation.design(begin.get(), Section.CONTENT)))));
        choice.addClassName("call-choice");
        return choice;
    }

    @Override
    public String getPageTitle() {
        return words.say("call.new.title");
    }
}
