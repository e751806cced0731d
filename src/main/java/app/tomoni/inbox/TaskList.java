package app.tomoni.inbox;

import app.tomoni.process.OpenTask;
import app.tomoni.process.OpenTasks;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.ui.Chip;
import app.tomoni.shared.ui.PlainTable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of the inbox, as a list to work from or as a plain table to read and print. */
final class TaskList {

    private static final int SOON = 7;

    private final OpenTasks tasks;
    private final Function<OpenTask, String> offices;
    private final Function<OpenTask, String> back;
    private final Clock clock;
    private final Locale locale;
    private final Div words = new Div();

    /**
     * @param offices in which it is done
     * @param back how it came back; empty for what did not
     */
    TaskList(
            OpenTasks tasks,
            Function<OpenTask, String> offices,
            Function<OpenTask, String> back,
            Clock clock,
            Locale locale) {
        this.tasks = tasks;
        this.offices = offices;
        this.back = back;
        this.clock = clock;
        this.locale = locale;
    }

    private String text(String key, Object... arguments) {
        return words.getTranslation(locale, key, arguments);
    }

    Component list(List<OpenTask> shown, OpenTask chosen, InboxState state) {
        var list = new UnorderedList();
        list.addClassName("inbox-rows");
        for (var task : shown) {
            list.add(row(task, task.equals(chosen), state));
        }
        return list;
    }

    private Component row(OpenTask task, boolean chosen, InboxState state) {
        var title = new Anchor(task.address(), task.title());
        title.addClassName("inbox-title");
        var doing = new Paragraph(title);
        var about = new Paragraph(about(task));
        about.addClassNames("small", "mute");
        var facts = new Div(doing, about);
        facts.addClassName("inbox-what");
        var returned = back.apply(task);
        if (!returned.isEmpty()) {
            var came = new Paragraph(returned);
            came.addClassNames("small", "b");
            facts.add(came);
        }
        var look = InboxView.link(
                text("inbox.look"), state.choosing(UUID.fromString(task.id().value())));
        look.getElement().setAttribute("aria-label", text("inbox.look.at", task.title()));
        look.addClassNames("small", "inbox-look");
        var due = new Div(due(task), look);
        due.addClassName("inbox-due");
        var row = new ListItem(facts, due);
        if (chosen) {
            row.addClassName("chosen");
            row.getElement().setAttribute("aria-current", "true");
            title.getElement().setAttribute("data-first", ""); // who looked at it goes on from there
        }
        return row;
    }

    private String about(OpenTask task) {
        var name = tasks.name(task, locale);
        var office = offices.apply(task);
        return task.number() == null
                ? text("inbox.row", name, office)
                : text("inbox.row.number", name, office, task.number());
    }

    private Component due(OpenTask task) {
        var at = task.dueAt();
        if (at == null) {
            var none = new Span(text("inbox.due.none"));
            none.addClassNames("small", "mute");
            return none;
        }
        long days = ChronoUnit.DAYS.between(LocalDate.now(clock), JapaneseDates.day(at));
        var when = new Span(JapaneseDates.brief(at, locale));
        when.addClassNames("small", "mute");
        var chip = at.isBefore(clock.instant())
                ? new Chip(Chip.Kind.ERROR, text("inbox.due.over"))
                : days == 0
                        ? new Chip(Chip.Kind.WARN, text("inbox.due.today"))
                        : new Chip(days <= SOON ? Chip.Kind.WARN : Chip.Kind.PLAIN, text("inbox.due.days", days));
        var due = new Div(chip, when);
        due.addClassName("inbox-when");
        return due;
    }

    Component table(List<OpenTask> shown, String caption) {
        var table = new PlainTable(
                caption,
                List.of(
                        text("inbox.column.number"),
                        text("inbox.column.title"),
                        text("inbox.column.task"),
                        text("inbox.column.office"),
                        text("inbox.column.due")),
                Set.of());
        for (var task : shown) {
            table.row(
                    new Span(task.number() == null ? text("inbox.number.none") : task.number()),
                    new Anchor(task.address(), task.title()),
                    new Span(Stream.of(tasks.name(task, locale), back.apply(task))
                            .filter(text -> !text.isEmpty())
                            .collect(Collectors.joining(text("inbox.back.table")))),
                    new Span(offices.apply(task)),
                    new Span(
                            task.dueAt() == null ? text("inbox.due.none") : JapaneseDates.brief(task.dueAt(), locale)));
        }
        return table;
    }
}
