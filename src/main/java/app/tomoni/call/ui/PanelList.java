package app.tomoni.call.ui;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.organisation.Organisation;
import app.tomoni.shared.ui.Chip;
import app.tomoni.shared.ui.Note;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.BiConsumer;

/** Who reviews, who chairs, and for which groups they act. */
class PanelList extends Div {

    /** @param newcomer whether this person cannot sign in yet */
    record Member(PersonId person, String name, boolean chair, boolean acting, boolean newcomer, boolean closed) {}

    /** @param further adds to the row of a member what can be done there */
    PanelList(CallId call, Words words, PanelEditor.Tools tools, BiConsumer<Div, Member> further) {
        addClassName("stack");
        var all = tools.panels().members(call);
        if (all.isEmpty()) {
            add(new Paragraph(words.say("call.panel.empty")));
        }
        var names = tools.people().names(all);
        var groups = tools.memberships().organisationsOf(all);
        var chair = tools.panels().chair(call);
        var acting = tools.panels().actingChair(call);
        var newcomers = tools.people().newcomers(all);
        var closed = tools.people().closed(all);
        for (var person : all) {
            var member = new Member(
                    person,
                    names.getOrDefault(person, ""),
                    chair.filter(person::equals).isPresent(),
                    acting.filter(person::equals).isPresent(),
                    newcomers.contains(person),
                    closed.contains(person));
            var row = row(words, member, groups.getOrDefault(person, List.of()));
            further.accept(row, member);
            add(row);
        }
    }

    private static Div row(Words words, Member member, List<Organisation> actsFor) {
        var title = new Span(member.name());
        title.addClassName("b");
        var row = new Div(title);
        row.addClassName("call-member");
        if (member.chair()) {
            row.add(new Chip(Chip.Kind.INFO, words.say("call.panel.chair")));
        }
        if (member.acting()) {
            row.add(new Chip(Chip.Kind.INFO, words.say("call.panel.acting")));
        }
        if (member.closed()) {
            row.add(new Chip(Chip.Kind.WARN, words.say("call.panel.closed")));
        }
        var groups = actsFor.stream().map(Organisation::name).toList();
        if (!groups.isEmpty()) {
            row.add(new Note(Note.Kind.WARN, words.say("call.panel.memberOf", groups)));
        }
        return row;
    }
}
