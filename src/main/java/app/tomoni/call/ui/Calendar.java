package app.tomoni.call.ui;

import app.tomoni.call.Timetable;
import app.tomoni.shared.JapaneseDates;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** The days of a call, one after the other, with their weekdays. */
class Calendar extends Div {

    private final String names;
    private final Words words;

    /** For those who prepare the call: what is due by when. */
    Calendar(Words words) {
        this("call.stop.", words);
    }

    /** @param names the beginning of the keys of what happens on each day */
    Calendar(String names, Words words) {
        this.names = names;
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
            var meeting = stop.key().equals("meeting");
            var when = new Span(
                    meeting ? JapaneseDates.full(JapaneseDates.day(stop.at()), words.locale()) : words.at(stop.at()));
            when.addClassName("when");
            var what = new Span(words.say(names + stop.key()));
            what.addClassName("what");
            var item = new ListItem(when, what);
            if (stop.planned()) {
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
