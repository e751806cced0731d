package app.tomoni.process.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.process.StuckWork;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Chip;
import app.tomoni.shared.ui.EmptyState;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PageHead;
import app.tomoni.shared.ui.PlainTable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the application could not finish by itself; names no content, since who keeps it running need not see any. */
@Route("stuck-work")
@ForOffices({Office.ADMINISTRATOR, Office.SECRETARIAT})
class StuckWorkView extends Div implements HasDynamicTitle {

    private final StuckWork work;
    private final Translations texts;

    StuckWorkView(StuckWork work, Translations texts) {
        this.work = work;
        this.texts = texts;
        addClassName("stack-5");
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("process.stuck.title");
    }

    private void show() {
        removeAll();
        add(new PageHead(getTranslation("process.stuck.title")), new Paragraph(getTranslation("process.stuck.about")));
        var late = work.late();
        late.ifPresent(some ->
                add(new Note(Note.Kind.WARN, getTranslation("process.stuck.late", some.count(), at(some.since())))));
        var stuck = work.list(getLocale());
        if (stuck.isEmpty() && late.isPresent()) {
            return;
        }
        if (stuck.isEmpty()) {
            add(new EmptyState(getTranslation("process.stuck.none"), getTranslation("process.stuck.none.why")));
            return;
        }
        var table = new PlainTable(
                getTranslation("process.stuck.title"),
                List.of(
                        getTranslation("process.stuck.name"),
                        getTranslation("process.stuck.step"),
                        getTranslation("process.stuck.since"),
                        getTranslation("process.stuck.state"),
                        getTranslation("process.stuck.why"),
                        getTranslation("process.stuck.action")),
                Set.of());
        stuck.forEach(one -> table.row(
                new Span(one.name() == null ? getTranslation("process.stuck.name.none") : one.name()),
                new Span(one.step()),
                new Span(at(one.since())),
                state(one),
                new Span(why(one)),
                retry(one)));
        add(table.underHeading());
    }

    private Component state(StuckWork.Stuck one) {
        return one.givenUp()
                ? new Chip(Chip.Kind.ERROR, getTranslation("process.stuck.givenUp"))
                : new Chip(
                        Chip.Kind.WARN,
                        one.again() == null
                                ? getTranslation("process.stuck.soon")
                                : getTranslation("process.stuck.again", at(one.again())));
    }

    private @Nullable String why(StuckWork.Stuck one) {
        var unexplained = getTranslation("process.stuck.unexplained", at(one.failedAt()));
        var refusal = one.refusal();
        return refusal == null
                ? unexplained
                : texts.getMessage(refusal.messageKey(), refusal.arguments(getLocale()), unexplained, getLocale());
    }

    private String at(@Nullable Instant instant) {
        return instant == null ? getTranslation("process.stuck.unknown") : JapaneseDates.brief(instant, getLocale());
    }

    /** Nothing to press where it is tried in a moment. */
    private Component retry(StuckWork.Stuck one) {
        return !one.givenUp() && one.again() == null
                ? new Span()
                : Buttons.secondary(
                        getTranslation("process.stuck.retry"),
                        getTranslation("process.stuck.retry.this", one.step()),
                        Buttons.once(() -> retried(one)));
    }

    private void retried(StuckWork.Stuck one) {
        work.retry(one.id());
        show();
        var done = new Note(
                Note.Kind.OK,
                new Paragraph(getTranslation("process.stuck.retried", one.step())),
                Buttons.secondary(getTranslation("process.stuck.look"), event -> show()));
        done.getElement().setAttribute("role", "status");
        addComponentAtIndex(1, done);
        done.lead(); // the button that was pressed is gone
    }
}
