package app.tomoni.call.ui;

import app.tomoni.call.Call;
import app.tomoni.call.Problem;
import app.tomoni.call.Timetable;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.ErrorSummary;
import app.tomoni.shared.ui.Note;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is still to be done, how groups will see the call, and the button that puts it forward. */
class CheckPart extends Div {

    /**
     * @param stops its calendar
     * @param atOnce whether it would open as soon as it is approved
     */
    CheckPart(
            Call call,
            List<Problem> problems,
            List<Timetable.Stop> stops,
            boolean atOnce,
            Words words,
            Runnable putForward) {
        addClassName("stack-5");
        var errors = new ErrorSummary();
        add(errors);
        var state = new Div(
                problems.isEmpty()
                        ? new Note(Note.Kind.OK, words.say("call.check.ready"))
                        : todo(Note.Kind.WARN, call, problems, words));
        add(state);
        if (atOnce) {
            add(new Note(Note.Kind.INFO, words.say("call.check.opensAtOnce", words.at(call.opensAt()))));
        }
        // A copy's days are those of another year
        add(DayRemarks.of(stops, stops.stream().map(Timetable.Stop::key).toList(), words));
        words.takenOver(call.draft().files()).ifPresent(this::add);
        var preview = new Anchor(CallNavigation.preview(call.id()), words.say("call.check.preview"));
        preview.addClassName("btn");
        add(new Paragraph(words.say("call.check.preview.why")), preview);
        add(new Paragraph(words.say("call.check.putForward.why")));
        var act = Buttons.primary(words.say("call.check.putForward"), event -> {
            if (problems.isEmpty()) {
                try {
                    putForward.run();
                } catch (Refusal refusal) {
                    errors.show(List.of(new ErrorSummary.Entry(words.refusal(refusal), null)));
                }
            } else {
                var todo = todo(Note.Kind.ERROR, call, problems, words);
                todo.getElement().setAttribute("tabindex", "-1");
                todo.getElement().callJsFunction("focus");
                state.removeAll();
                state.add(todo);
            }
        });
        var actions = new Div(act);
        actions.addClassName("actions");
        add(actions);
    }

    /** Each with the way to its field. */
    private static Note todo(Note.Kind kind, Call call, List<Problem> problems, Words words) {
        var list = new UnorderedList();
        list.addClassName("call-problems");
        for (var problem : problems) {
            var section = Section.of(problem.place());
            var link = new Anchor(
                    CallNavigation.design(call.id(), section)
                            + "?at="
                            + URLEncoder.encode(problem.place(), StandardCharsets.UTF_8),
                    words.problem(problem));
            list.add(new ListItem(link));
        }
        return new Note(kind, new Paragraph(words.say("call.check.problems", problems.size())), list);
    }
}
