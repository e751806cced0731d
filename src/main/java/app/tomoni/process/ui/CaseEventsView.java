package app.tomoni.process.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.process.Audience;
import app.tomoni.process.CaseEvent;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Statuses;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Translations;
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
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything that happened in a case, in the order in which it was written down. */
@Route("cases/:key/events")
@ForOffices({Office.SECRETARIAT, Office.APPROVER, Office.AUDITOR})
class CaseEventsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    /** The facts that somebody typed, for others to read. */
    private static final List<String> WORDS = List.of("title", "reason", "received");

    private final CaseEvents events;
    private final Statuses statuses;
    private final People people;
    private final Translations texts;

    CaseEventsView(CaseEvents events, Statuses statuses, People people, Translations texts) {
        this.events = events;
        this.statuses = statuses;
        this.people = people;
        this.texts = texts;
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
        add(new PageHead(getTranslation("process.events.title")));
        statuses.ofBegun(key, Audience.STAFF, null, getLocale()) // of a call things are noted before its case begins
                .ifPresent(status -> add(new StatusBand().say(status.now(), status.next(), false)));
        add(table(happened));
    }

    private static CaseKey key(String text) {
        try {
            return CaseKey.of(text);
        } catch (IllegalArgumentException noKey) {
            throw new NotFoundException();
        }
    }

    private PlainTable table(List<CaseEvent> happened) {
        var names = people.names(happened.stream()
                .map(CaseEvent::person)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
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
                new Span(who(event, names)),
                what(event)));
        return table.underHeading();
    }

    /** What happened, and the words that were given with it. */
    private Component what(CaseEvent event) {
        var kind = new Paragraph(Objects.requireNonNull(texts.getMessage(
                "process.event." + event.kind(), null, getTranslation("process.event.other"), getLocale())));
        var what = new Div(kind);
        WORDS.stream()
                .filter(word -> event.facts().get(word) instanceof String said && !said.isBlank())
                .forEach(word -> {
                    var said = new Paragraph(getTranslation(
                            "process.event.fact." + word, event.facts().get(word)));
                    said.addClassNames("small", "typed");
                    what.add(said);
                });
        return what;
    }

    private String who(CaseEvent event, Map<PersonId, String> names) {
        var person = event.person();
        return person == null
                ? getTranslation("process.events.system")
                : names.getOrDefault(person, getTranslation("process.events.system"));
    }
}
