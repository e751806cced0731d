package app.tomoni.proposal.ui;

import app.tomoni.shared.JapaneseDates;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A date that something is due on, with the days left; what is near stands out by its words and its ground. */
class DueDate extends Paragraph {

    private static final long SOON = 7;

    DueDate(Instant due, Instant now) {
        addClassName("due");
        var label = new Span(getTranslation("proposal.due"));
        label.addClassNames("small", "mute");
        var date = new Span(JapaneseDates.brief(due, getLocale()));
        date.addClassNames("b", "nb");
        add(label, new Text(" "), date);
        var days = ChronoUnit.DAYS.between(JapaneseDates.day(now), JapaneseDates.day(due));
        var left = new Span(words(due, now, days));
        left.addClassName("left");
        add(new Text(" "), left);
        setClassName("soon", days <= SOON);
    }

    private String words(Instant due, Instant now, long days) {
        if (!due.isAfter(now)) {
            return getTranslation("proposal.due.over");
        }
        return days == 0 ? getTranslation("proposal.due.today") : getTranslation("proposal.due.days", days);
    }
}
