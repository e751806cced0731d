package app.tomoni.process.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.account.SignedIn;
import app.tomoni.form.ui.FormViews;
import app.tomoni.process.Audience;
import app.tomoni.process.CaseEvent;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.process.CasePages;
import app.tomoni.process.CaseRecords;
import app.tomoni.process.DepartmentsInCharge;
import app.tomoni.process.GivenAnswers;
import app.tomoni.process.ProcessNavigation;
import app.tomoni.process.Statuses;
import app.tomoni.shared.Ids;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Crumbs;
import app.tomoni.shared.ui.PageHead;
import app.tomoni.shared.ui.PlainTable;
import app.tomoni.shared.ui.StatusBand;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
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
    private final GivenAnswers answers;
    private final FormViews forms;
    private final Offices offices;
    private final DepartmentsInCharge inCharge;
    private final PersonId person;
    private boolean mayReadAll;

    CaseEventsView(
            CaseEvents events,
            CaseRecords records,
            Statuses statuses,
            People people,
            Translations texts,
            GivenAnswers answers,
            FormViews forms,
            Offices offices,
            DepartmentsInCharge inCharge,
            SignedIn signedIn) {
        this.events = events;
        this.records = records;
        this.statuses = statuses;
        this.people = people;
        this.texts = texts;
        this.answers = answers;
        this.forms = forms;
        this.offices = offices;
        this.inCharge = inCharge;
        this.person = signedIn.person();
        addClassName("stack-5");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("process.events.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var key = event.getRouteParameters()
                .get("key")
                .flatMap(Ids::read)
                .map(CaseKey::new)
                .orElseThrow(NotFoundException::new);
        var happened = events.of(key);
        if (happened.isEmpty()) {
            throw new NotFoundException();
        }
        add(head(records.known(key, getLocale())));
        statuses.ofBegun(key, Audience.STAFF, null, getLocale()) // of a call things are noted before its case begins
                .ifPresent(status -> add(new StatusBand().say(status.now(), status.next(), false)));
        inCharge.of(key)
                .filter(known -> !known.ended() && inCharge.mayName(key, person))
                .ifPresent(known -> add(naming(key, known)));
        mayReadAll = mayReadAll();
        add(table(happened, new EventWords(key, happened, records, people, texts, getLocale()), answers.of(key)));
    }

    private Anchor naming(CaseKey key, DepartmentsInCharge.InCharge known) {
        var way = new Anchor(
                ProcessNavigation.department(key),
                getTranslation(known.department() == null ? "process.department.do" : "process.department.change"));
        way.addClassName("btn");
        return way;
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

    private PlainTable table(List<CaseEvent> happened, EventWords words, Map<Long, GivenAnswers.Given> given) {
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
                what(event, words, Optional.ofNullable(given.get(event.id())))));
        return table.underHeading();
    }

    /** What happened, and the words that were given with it. */
    private Component what(CaseEvent event, EventWords words, Optional<GivenAnswers.Given> given) {
        var what = new Div(new Paragraph(words.what(event)));
        words.given(event).forEach(text -> {
            var said = new Paragraph(text);
            said.addClassNames("small", "typed");
            what.add(said);
        });
        given.ifPresent(filled -> what.add(answered(mayReadAll ? filled : filled.forReviewers())));
        return what;
    }

    private Component answered(GivenAnswers.Given filled) {
        var answered = new Details(
                getTranslation("process.events.answers"),
                forms.read(filled.form(), filled.answers(), field -> true, getLocale(), this::mayReadAll));
        answered.setWidthFull();
        return answered;
    }

    private boolean mayReadAll() {
        return offices.holds(person, Office.SECRETARIAT, null) || offices.holds(person, Office.AUDITOR, null);
    }
}
