package app.tomoni.process.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.People;
import app.tomoni.process.Audience;
import app.tomoni.process.CaseEvent;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.process.CasePages;
import app.tomoni.process.CaseRecords;
import app.tomoni.process.Statuses;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Crumbs;
import app.tomoni.shared.ui.PageHead;
import app.tomoni.shared.ui.PlainTable;
import app.tomoni.shared.ui.StatusBand;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Everything that happened in a case, in the order in which it was written down. */
@Route("cases/:key/events")
@ForOffices({Office.SECRETARIAT, Office.APPROVER, Office.AUDITOR})
class CaseEventsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final CaseEvents events;
    private final CaseRecords records;
    private final Statuses statuses;
    private final People people;
    private final Translations texts;

    CaseEventsView(CaseEvents events, CaseRecords records, Statuses statuses, People people, Translations texts) {
        this.events = events;
        this.records = records;
        this.statuses = statuses;
        this.people = people;
        this.texts = texts;
        addClassName("stack-5");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("process.events.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var key = key(event.getRouteParameters().get("key").orElse(""));
        var happened = events.of(key);
        if (happened.isEmpty()) {
            throw new NotFoundException();
        }
        add(head(records.known(key, getLocale())));
        statuses.ofBegun(key, Audience.STAFF, null, getLocale()) // of a call things are noted before its case begins
                .ifPresent(status -> add(new StatusBand().say(status.now(), status.next(), false)));
        add(table(happened, new EventWords(key, happened, records, people, texts, getLocale())));
    }

    private static CaseKey key(String text) {
        try {
            return CaseKey.of(text);
        } catch (IllegalArgumentException noKey) {
            throw new NotFoundException();
        }
    }

    private Component[] head(Optional<CasePages.Known> known) {
        var title = getTranslation("process.events.title");
        var crumbs = new Crumbs();
        known.ifPresent(which -> which.pages().forEach(page -> crumbs.step(page.name(), page.path())));
        return new Component[] {
            crumbs.here(title),
            new PageHead(known.map(which -> getTranslation("process.events.of", which.name()))
                    .orElse(title))
        };
    }

    private PlainTable table(List<CaseEvent> happened, EventWords words) {
        var table = new PlainTable(
                getTranslation("process.events.title"),
                List.of(
                        getTranslation("process.events.at"),
                        getTranslation("process.events.who"),
                        getTranslation("process.events.what")),
                Set.of());
        happened.forEach(event -> table.row(
                new Span(JapaneseDates.full(JapaneseDates.day(event.at()), getLocale()) + " "
                        + JapaneseDates.clock(event.at())),
                new Span(words.who(event)),
                what(event, words)));
        return table.underHeading();
    }

    /** What happened, and the words that were given with it. */
    private static Component what(CaseEvent event, EventWords words) {
        var what = new Div(new Paragraph(words.what(event)));
        words.given(event).forEach(text -> {
            var said = new Paragraph(text);
            said.addClassNames("small", "typed");
            what.add(said);
        });
        return what;
    }
}
