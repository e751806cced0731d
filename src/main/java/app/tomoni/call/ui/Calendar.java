package app.tomoni.call.ui;

import app.tomoni.call.Timetable;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** The days of a call, one after the other, with their weekdays. */
class Calendar extends Div {

    private final String names;
    private final String steps;
    private final Words words;

    /** For the city: what is due by when, and what is done. */
    Calendar(Words words) {
        this("call.stop.", "call.deadline.", words);
    }

    /** For groups. */
    static Calendar forGroups(Words words) {
        return new Calendar("call.guide.stop.", "call.guide.stop.", words);
    }

    /**
     * @param names the beginning of the keys of what happens on each day
     * @param steps the same of a step that had a deadline and is done
     */
    private Calendar(String names, String steps, Words words) {
        this.names = names;
        this.steps = steps;
        this.words = words;
        addClassName("call-calendar");
    }

    void show(List<Timetable.Stop> stops) {
        removeAll();
        if (stops.isEmpty()) {
            var empty = new Paragraph(words.say("call.calendar.empty"));
            empty.addClassName("help");
            add(empty);
            return;
        }
        var list = new OrderedList();
        for (var stop : stops) {
            var when = new Span(
                    stop.underWay()
                            ? words.say("call.calendar.underWay")
                            : stop.wholeDay().map(words::day).orElseGet(() -> words.at(stop.at())));
            when.addClassName("when");
            var what = new Span(words.say((stop.planned() && stop.isDone() ? steps : names) + stop.key()));
            what.addClassName("what");
            var item = new ListItem(when, what);
            if (stop.isDone()) {
                var done = new Span(words.say("call.calendar.done"));
                done.addClassName("done");
                item.add(done);
            } else if (stop.planned()) {
                item.addClassName("planned");
            }
            if (stop.closedDay()) {
                var closed = new Span(words.say("call.calendar.closedDay"));
                closed.addClassName("closed");
                item.add(closed);
            }
            list.add(item);
        }
        add(list);
    }
}
