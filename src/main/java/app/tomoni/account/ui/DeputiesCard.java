package app.tomoni.account.ui;

import app.tomoni.account.Deputies;
import app.tomoni.account.Holding;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Chip;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.ShortForm;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.util.List;

/** Who stands in for a person, for whom they do, and a form that names one more. */
class DeputiesCard extends Card {

    private final transient PersonView page;
    private final transient PersonView.Tools tools;

    /** @param around those who stand in for the person or as the person, now or later */
    DeputiesCard(PersonView page, PersonView.Tools tools, People.Entry entry, List<Deputies.Deputy> around) {
        super(page.getTranslation("account.deputies"), new Paragraph(page.getTranslation("account.deputies.how")));
        this.page = page;
        this.tools = tools;
        add(lines(around));
        if (entry.closed()) {
            return; // nobody stands in anew for who is blocked
        }
        var own = tools.offices().heldBy(entry.person()).stream()
                .filter(holding -> holding.actingFor() == null && !Deputies.isPersonal(holding.office()))
                .toList();
        add(
                own.isEmpty()
                        ? new Paragraph(getTranslation("account.deputies.noOffice"))
                        : appointment(entry.person(), own));
    }

    /** Says below the heading what has been done, and leads there: the card stands far down the page. */
    void say(Note note) {
        addComponentAtIndex(1, note);
        note.lead();
    }

    private OfficeLines lines(List<Deputies.Deputy> around) {
        var lines = new OfficeLines();
        var words = new DeputyWords(tools, around, getLocale());
        var newcomers = tools.people()
                .newcomers(around.stream().map(Deputies.Deputy::person).toList());
        around.forEach(deputy -> {
            var sentence = words.sentence(deputy);
            var end = Buttons.quiet(
                    getTranslation("account.deputy.end"),
                    event -> Fields.ask(
                            getTranslation("account.deputy.end.ask"),
                            new Paragraph(getTranslation("account.deputy.end.ask.what", words.name(deputy.person()))),
                            getTranslation("account.office.end.ask.no"),
                            getTranslation("account.deputy.end.ask.yes"),
                            () -> {
                                tools.deputies().end(deputy.id());
                                page.againAtDeputies(new Note(Note.Kind.OK, getTranslation("account.deputy.ended")));
                            }));
            end.setAriaLabel(getTranslation("account.deputy.end.of", sentence));
            if (newcomers.contains(deputy.person())) {
                var outside = new Chip(Chip.Kind.WARN, getTranslation("account.people.never"));
                lines.line(sentence, deputy.from(), deputy.to(), outside, end);
            } else {
                lines.line(sentence, deputy.from(), deputy.to(), end);
            }
        });
        return lines;
    }

    private ShortForm appointment(PersonId person, List<Holding> own) {
        var who = Fields.required(new ComboBox<People.Entry>(), "account.deputy.who");
        who.setId("deputy");
        who.setItems(query ->
                tools.people().search(query.getFilter().orElse(""), query.getOffset() + query.getLimit()).stream()
                        .filter(each -> !each.closed() && !each.person().equals(person))
                        .skip(query.getOffset()));
        who.setItemLabelGenerator(People.Entry::name);
        var office = new Select<Holding>();
        office.setId("deputy-office");
        Fields.required(office, "account.deputy.office.label");
        office.setItems(own);
        office.setItemLabelGenerator(holding -> tools.scopes().name(holding.office(), holding.scope(), getLocale()));
        if (own.size() == 1) {
            office.setValue(own.getFirst());
        }
        var today = LocalDate.now(tools.clock());
        var from = Fields.day("account.deputy.from", today);
        var to = Fields.day("account.deputy.to", today.plusWeeks(1));
        var reason = new SeparationReason("deputy-reason", tools.separation());
        Runnable explain = () -> reason.explain(
                who.isEmpty() ? person : who.getValue().person(),
                who.isEmpty() || office.isEmpty() ? null : office.getValue().office());
        who.addValueChangeListener(event -> {
            explain.run();
            who.setHelperText(
                    event.getValue() != null && newcomer(event.getValue().person())
                            ? getTranslation(
                                    "account.deputy.newcomer", event.getValue().name())
                            : "");
        });
        office.addValueChangeListener(event -> explain.run());
        var form = new ShortForm(
                "person-deputy:" + person, tools.signedIn().person().value());
        form.sayAt(who, "account.deputy.self");
        form.sayAt(office, "account.deputy.personal", "account.deputy.office");
        form.sayAt(to, "account.deputy.days");
        reason.refuseIn(form, who);
        var appoint = Buttons.secondary(
                getTranslation("account.deputy.appoint"),
                event -> form.send(
                        () -> {
                            tools.deputies()
                                    .appoint(
                                            who.getValue().person(),
                                            person,
                                            office.getValue().office(),
                                            office.getValue().scope(),
                                            from.getValue(),
                                            to.getValue(),
                                            reason.getValue());
                            page.againAtDeputies(appointed(who.getValue()));
                        },
                        ShortForm.need(who, getTranslation("account.deputy.who.missing")),
                        ShortForm.need(office, getTranslation("account.deputy.office.missing")),
                        ShortForm.need(from, getTranslation("account.office.from.missing")),
                        ShortForm.need(to, getTranslation("account.deputy.to.missing"))));
        form.add(
                who,
                office,
                form.hold(from),
                form.hold(to),
                form.hold(reason, Lengths.REASON),
                Fields.actions(appoint));
        return form;
    }

    /** Only an invitation to an office of their own lets somebody in who is new here. */
    private boolean newcomer(PersonId person) {
        return !tools.people().newcomers(List.of(person)).isEmpty();
    }

    private Note appointed(People.Entry deputy) {
        var done = new Paragraph(getTranslation("account.deputy.appointed"));
        return newcomer(deputy.person())
                ? new Note(
                        Note.Kind.WARN,
                        done,
                        new Paragraph(getTranslation("account.deputy.newcomer", deputy.name())),
                        new Paragraph(new Anchor(
                                AccountNavigation.person(deputy.person()),
                                getTranslation("account.deputy.newcomer.page", deputy.name()))))
                : new Note(Note.Kind.OK, done);
    }
}
