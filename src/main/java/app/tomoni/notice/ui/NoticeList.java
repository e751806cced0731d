package app.tomoni.notice.ui;

import app.tomoni.account.PersonId;
import app.tomoni.notice.Notices;
import app.tomoni.notice.Notices.Notice;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.ui.Chip;
import app.tomoni.shared.ui.PageTop;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** What somebody was told, one line each; a press on one leads to its page and marks it as read. */
class NoticeList extends UnorderedList {

    /** Also where another tab is opened. */
    private static final List<String> PRESSES = List.of("click", "auxclick");

    private static final String NOT_BY_THE_RIGHT_BUTTON = "event.button !== 2";

    private final transient Notices notices;
    private final transient PersonId reader;
    private final int year;
    private final SerializableRunnable onRead;

    /**
     * @param now whose year need not be said
     * @param onRead what else changes on the page, which stays where another tab is opened
     */
    NoticeList(Notices notices, PersonId reader, List<Notice> shown, Instant now, SerializableRunnable onRead) {
        this.onRead = onRead;
        this.notices = notices;
        this.reader = reader;
        this.year = year(now);
        addClassName("lines");
        shown.forEach(notice -> add(line(notice)));
    }

    private ListItem line(Notice notice) {
        var when = new Div(new Span(
                year(notice.at()) == year
                        ? JapaneseDates.brief(notice.at(), getLocale())
                        : JapaneseDates.full(notice.at(), getLocale())));
        when.addClassNames("row", "small", "mute");
        var way = new Anchor(notice.path().substring(1), getTranslation("notice." + notice.template() + ".subject"));
        var line = new ListItem(when, way);
        if (notice.unread()) {
            mark(notice, when, way);
        }
        if (notice.title() != null) {
            line.add(about(getTranslation("notice.about", notice.title())));
        }
        if (notice.day() != null) {
            line.add(about(getTranslation(
                    "notice." + notice.template() + ".day", JapaneseDates.full(notice.day(), getLocale()))));
        }
        return line;
    }

    private void mark(Notice notice, Div when, Anchor way) {
        var unread = new Chip(Chip.Kind.INFO, getTranslation("notice.unread"));
        when.add(unread);
        way.addClassName("b");
        PRESSES.forEach(press -> way.getElement()
                .addEventListener(press, event -> {
                    notices.read(notice.id(), reader);
                    unread.removeFromParent();
                    way.removeClassName("b");
                    onRead.run();
                    Optional.ofNullable(findAncestor(PageTop.class)).ifPresent(PageTop::count);
                })
                .setFilter(NOT_BY_THE_RIGHT_BUTTON));
    }

    private static Div about(String words) {
        var about = new Div(words);
        about.addClassName("small");
        return about;
    }

    private static int year(Instant at) {
        return ZonedDateTime.ofInstant(at, JapaneseDates.ZONE).getYear();
    }
}
