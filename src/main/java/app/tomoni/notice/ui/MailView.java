package app.tomoni.notice.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.People;
import app.tomoni.account.SignedIn;
import app.tomoni.notice.MailDelivery;
import app.tomoni.notice.Mails;
import app.tomoni.shared.Ids;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Crumbs;
import app.tomoni.shared.ui.Facts;
import app.tomoni.shared.ui.FieldLabel;
import app.tomoni.shared.ui.PageHead;
import app.tomoni.shared.ui.PlainTable;
import app.tomoni.shared.ui.ShortForm;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** One mail: how it fared, and what it says for whoever gives a reason for reading it. */
@Route(MailsView.PATH + "/:mail")
@ForOffices(Office.ADMINISTRATOR)
class MailView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Mails mails;
    private final transient MailDelivery sender;
    private final transient People people;
    private final transient SignedIn signedIn;
    private final transient Clock clock;

    MailView(Mails mails, MailDelivery sender, People people, SignedIn signedIn, Clock clock) {
        this.mails = mails;
        this.sender = sender;
        this.clock = clock;
        this.people = people;
        this.signedIn = signedIn;
        addClassName("stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(event.getRouteParameters()
                .get("mail")
                .flatMap(Ids::read)
                .flatMap(mails::line)
                .orElseThrow(NotFoundException::new));
    }

    private void show(Mails.Line line) {
        removeAll();
        add(new Crumbs().step(getTranslation("notice.mails"), MailsView.PATH).here(getTranslation("notice.mail")));
        var withheld = getTranslation("notice.mails.withheld");
        add(new PageHead(Objects.requireNonNullElse(line.subject(), withheld)));
        var facts = new Facts()
                .fact(getTranslation("notice.mails.to"), line.person() == null ? withheld : people.name(line.person()))
                .fact(
                        getTranslation("notice.mails.state"),
                        MailsView.chip(line, getTranslation("notice.state." + line.state())))
                .fact(getTranslation("notice.mails.created"), JapaneseDates.full(line.createdAt(), getLocale()))
                .fact(getTranslation("notice.mail.attempts"), String.valueOf(line.attempts()));
        var sent = line.sentAt();
        if (sent != null) {
            facts.fact(getTranslation("notice.mail.sent"), JapaneseDates.full(sent, getLocale()));
        }
        if (line.state() == Mails.State.WAITING) {
            facts.fact(getTranslation("notice.mail.next"), next(line));
        }
        line.fault()
                .ifPresent(fault -> facts.fact(
                        getTranslation("notice.mails.problem"),
                        getTranslation("notice.mails.problem." + fault)
                                + line.reply()
                                        .map(number -> getTranslation("notice.mails.reply", number))
                                        .orElse("")));
        add(new Card(facts));
        if (line.state() == Mails.State.FAILED) {
            add(new Div(Buttons.primary(getTranslation("notice.mail.again"), event -> {
                mails.again(line.id());
                mails.line(line.id()).ifPresent(this::show);
            })));
        }
        add(reading(line));
    }

    /** When it is tried next; a time that has passed tells nothing. */
    private String next(Mails.Line line) {
        if (!sender.canSend()) {
            return getTranslation("notice.mail.next.noServer");
        }
        return line.nextAttemptAt().isAfter(clock.instant())
                ? JapaneseDates.full(line.nextAttemptAt(), getLocale())
                : getTranslation("notice.mail.next.soon");
    }

    private Card reading(Mails.Line line) {
        var reason = FieldLabel.on(new TextArea(), getTranslation("notice.mail.reason"), true);
        reason.setId("reason");
        var body = new Div();
        body.addClassName("stack");
        body.getElement().setAttribute("aria-live", "polite");
        var readers = new Div(readings(line));
        var form = new ShortForm("mail:" + line.id(), signedIn.person().value());
        form.add(
                form.counted(reason, Lengths.REASON),
                Buttons.secondary(
                        getTranslation("notice.mail.read"),
                        Buttons.once(() -> form.send(
                                () -> {
                                    show(mails.read(line.id(), signedIn.person(), reason.getValue()), body);
                                    readers.removeAll();
                                    readers.add(readings(line));
                                },
                                ShortForm.need(reason, getTranslation("notice.reading.reason.missing"))))));
        return new Card(
                getTranslation("notice.mail.read"),
                new Paragraph(getTranslation("notice.mail.read.why")),
                form,
                body,
                readers);
    }

    /** Promised where the text is asked for: who has read it, and why. */
    private Component readings(Mails.Line line) {
        var readings = mails.readings(line.id());
        if (readings.isEmpty()) {
            return new Paragraph(getTranslation("notice.mail.readings.none"));
        }
        var names = people.names(
                readings.stream().map(Mails.Reading::person).distinct().toList());
        var table = new PlainTable(
                getTranslation("notice.mail.readings"),
                List.of(
                        getTranslation("notice.mail.readings.at"),
                        getTranslation("notice.mail.readings.who"),
                        getTranslation("notice.mail.reason")),
                Set.of());
        readings.forEach(reading -> table.row(
                new Text(JapaneseDates.brief(reading.at(), getLocale())),
                new Text(names.getOrDefault(reading.person(), "")),
                new Text(reading.reason())));
        return table;
    }

    private void show(Mails.Text text, Div place) {
        var body = new Div(text.body());
        body.addClassName("prose");
        place.removeAll();
        place.add(
                new Facts()
                        .fact(getTranslation("notice.mails.to"), people.name(text.person()))
                        .fact(getTranslation("notice.mails.subject"), text.subject()),
                body);
        if (text.masked()) {
            var why = new Paragraph(getTranslation("notice.mail.masked"));
            why.addClassNames("small", "mute");
            place.add(why);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("notice.mail");
    }
}
