package app.tomoni.account.ui;

import app.tomoni.shared.JapaneseDates;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Offices or deputies, a line each: what it is, from when to when, and what can be done about it. */
class OfficeLines extends UnorderedList {

    OfficeLines() {
        addClassName("lines");
    }

    boolean isEmpty() {
        return getComponentCount() == 0;
    }

    void line(String what, LocalDate from, @Nullable LocalDate to, Component... beside) {
        line(what, period(from, to), beside);
    }

    void line(String what, String when, Component... beside) {
        var words = new Span(what);
        words.addClassName("b");
        var times = new Div(when);
        times.addClassNames("small", "mute");
        var line = new ListItem(new Div(words, times));
        line.add(beside);
        line.addClassNames("row", "between");
        add(line);
    }

    private String period(LocalDate from, @Nullable LocalDate to) {
        var first = JapaneseDates.full(from, getLocale());
        if (to == null) {
            return getTranslation("account.office.since", first);
        }
        return to.isBefore(from) // ended on the day on which it would have begun
                ? getTranslation("account.office.sameDay", first)
                : getTranslation("account.office.period", first, JapaneseDates.full(to, getLocale()));
    }
}
