package app.tomoni.account.ui;

import app.tomoni.account.Calendar;
import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PageHead;
import app.tomoni.shared.ui.PlainTable;
import app.tomoni.shared.ui.UploadWords;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadHandler;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The holidays by which deadlines are counted, and a way to load those of further years. */
@Route(AccountNavigation.HOLIDAYS)
@ForOffices(Office.ADMINISTRATOR)
class HolidaysView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Calendar calendar;
    private final transient Clock clock;
    private final Div year = new Div();
    private final Div checked = new Div();

    HolidaysView(Calendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
        addClassName("stack");
        year.addClassName("stack");
        checked.addClassName("stack");
        checked.getElement().setAttribute("aria-live", "polite");
        add(new PageHead(getTranslation("account.holidays")));
        add(new Paragraph(getTranslation("account.holidays.lead")));
        add(new Card(year), loading());
    }

    private Card loading() {
        var upload = new Upload(UploadHandler.inMemory((metadata, bytes) -> check(bytes)));
        upload.setId("holidays-file");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(Calendar.LARGEST);
        upload.setI18n(UploadWords.of(this, tooLarge()));
        upload.setDropAllowed(false);
        upload.setUploadButton(Buttons.secondary(getTranslation("account.holidays.choose"), event -> {}));
        upload.addAllFinishedListener(event -> upload.clearFileList()); // so that another can be chosen
        upload.addFileRejectedListener(event -> {
            checked.removeAll();
            checked.add(new Note(Note.Kind.ERROR, tooLarge()));
        });
        return new Card(
                getTranslation("account.holidays.load"),
                new Paragraph(getTranslation("account.holidays.load.how")),
                upload,
                checked);
    }

    private String tooLarge() {
        return getTranslation("account.holidays.large", Calendar.LARGEST / 1000);
    }

    /** Says what the file would change, or line by line what is wrong with it. */
    void check(byte[] file) {
        checked.removeAll();
        try {
            var reading = calendar.read(file);
            checked.add(reading.problems().isEmpty() ? offer(reading) : problems(reading));
        } catch (Refusal refusal) {
            checked.add(
                    new Note(Note.Kind.ERROR, getTranslation(refusal.messageKey(), refusal.arguments(getLocale()))));
        }
    }

    private Div offer(Calendar.Reading reading) {
        var words = getTranslation(
                "account.holidays.offer",
                reading.days().size(),
                JapaneseDates.full(reading.days().firstKey(), getLocale()),
                JapaneseDates.full(reading.days().lastKey(), getLocale()));
        var take = Buttons.primary(getTranslation("account.holidays.take"), event -> {
            calendar.replace(reading);
            checked.removeAll();
            show(reading.days().lastKey().getYear());
            Fields.done(this, getTranslation("account.holidays.taken"));
        });
        var offer = new Div(new Note(Note.Kind.INFO, new Paragraph(words), years(reading)));
        offer.addClassName("stack");
        var lacking = lacking(reading);
        if (!lacking.isEmpty()) {
            offer.add(new Note(
                    Note.Kind.WARN,
                    getTranslation(
                            "account.holidays.lacking",
                            lacking.stream().map(this::year).toList(),
                            Calendar.FIXED_HOLIDAYS)));
        }
        offer.add(Fields.actions(take));
        return offer;
    }

    /** How many days each year has; of years that are over, no deadline is counted any more. */
    private UnorderedList years(Calendar.Reading reading) {
        var list = new UnorderedList();
        var years = reading.years();
        var now = LocalDate.now(clock).getYear();
        var over = years.headMap(now);
        if (!over.isEmpty()) {
            var days = over.values().stream().mapToLong(Long::longValue).sum();
            list.add(new ListItem(getTranslation("account.holidays.offer.over", year(now), over.size(), days)));
        }
        years.tailMap(now)
                .forEach((each, days) ->
                        list.add(new ListItem(getTranslation("account.holidays.offer.year", year(each), days))));
        return list;
    }

    private List<Integer> lacking(Calendar.Reading reading) {
        return reading.years().tailMap(LocalDate.now(clock).getYear()).entrySet().stream()
                .filter(year -> year.getValue() < Calendar.FIXED_HOLIDAYS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private String year(int year) {
        return getTranslation("account.holidays.year", year + "");
    }

    private Note problems(Calendar.Reading reading) {
        var list = new UnorderedList();
        reading.problems()
                .forEach(problem -> list.add(new ListItem(getTranslation(
                        "account.holidays.problem",
                        problem.line(),
                        problem.text(),
                        getTranslation(problem.messageKey())))));
        return new Note(
                Note.Kind.ERROR,
                new Paragraph(getTranslation(
                        "account.holidays.problems", reading.problems().size())),
                list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(event.getLocation()
                .getQueryParameters()
                .getSingleParameter("year")
                .filter(text -> text.matches("\\d{4}"))
                .map(Integer::parseInt)
                .orElse(LocalDate.now(clock).getYear()));
    }

    private void show(int shown) {
        year.removeAll();
        var years = new Nav();
        years.getElement().setAttribute("aria-label", getTranslation("account.holidays.years"));
        years.addClassName("tabs");
        calendar.years().reversed().stream().filter(each -> each >= shown - 2).forEach(each -> {
            var link = new Anchor(
                    AccountNavigation.HOLIDAYS + "?year=" + each, getTranslation("account.holidays.year", each + ""));
            if (each == shown) {
                link.getElement().setAttribute("aria-current", "page");
            }
            years.add(link);
        });
        var table = new PlainTable(
                getTranslation("account.holidays.caption", shown + ""),
                List.of(getTranslation("account.holidays.date"), getTranslation("account.holidays.called")),
                Set.of());
        calendar.of(shown).forEach((day, name) -> table.row(JapaneseDates.full(day, getLocale()), name));
        var until = new Paragraph(
                getTranslation("account.holidays.until", JapaneseDates.full(calendar.knownUntil(), getLocale())));
        year.add(until, years, table);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.holidays");
    }
}
