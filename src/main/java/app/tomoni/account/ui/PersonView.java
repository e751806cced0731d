package app.tomoni.account.ui;

import app.tomoni.account.AppointStaff;
import app.tomoni.account.ChangeMail;
import app.tomoni.account.Departments;
import app.tomoni.account.Deputies;
import app.tomoni.account.ForOffices;
import app.tomoni.account.Holding;
import app.tomoni.account.Invitations;
import app.tomoni.account.MailServer;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.OpenWork;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.account.Scopes;
import app.tomoni.account.Separation;
import app.tomoni.account.SignedIn;
import app.tomoni.account.signin.Resets;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.PublicAddress;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.CodeNote;
import app.tomoni.shared.ui.Crumbs;
import app.tomoni.shared.ui.DayPicker;
import app.tomoni.shared.ui.FieldLabel;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PageHead;
import app.tomoni.shared.ui.ShortForm;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A person: the offices they hold, invitations on their way, and who stands in for whom. */
@Route(AccountNavigation.PEOPLE + "/:person")
@ForOffices(Office.ADMINISTRATOR)
class PersonView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient People people;
    private final transient Offices offices;
    private final transient Invitations invitations;
    private final transient AppointStaff appointStaff;
    private final transient ChangeMail changeMail;
    private final transient Deputies deputies;
    private final transient OpenWork work;
    private final transient Separation separation;
    private final transient Departments departments;
    private final transient Scopes scopes;
    private final transient MailServer mails;
    private final transient Resets resets;
    private final transient PublicAddress installation;
    private final transient SignedIn signedIn;
    private final transient Clock clock;

    private @Nullable PersonId shown;
    private String title = getTranslation("account.people");

    PersonView(
            People people,
            Offices offices,
            Invitations invitations,
            AppointStaff appointStaff,
            ChangeMail changeMail,
            Deputies deputies,
            OpenWork work,
            Separation separation,
            Departments departments,
            Scopes scopes,
            MailServer mails,
            Resets resets,
            PublicAddress installation,
            SignedIn signedIn,
            Clock clock) {
        this.people = people;
        this.offices = offices;
        this.invitations = invitations;
        this.appointStaff = appointStaff;
        this.changeMail = changeMail;
        this.deputies = deputies;
        this.work = work;
        this.separation = separation;
        this.departments = departments;
        this.scopes = scopes;
        this.mails = mails;
        this.resets = resets;
        this.installation = installation;
        this.signedIn = signedIn;
        this.clock = clock;
        addClassName("stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var entry = event.getRouteParameters()
                .get("person")
                .flatMap(PersonView::id)
                .flatMap(people::entry)
                .orElseThrow(NotFoundException::new);
        shown = entry.person();
        show(entry);
    }

    private static Optional<PersonId> id(String text) {
        try {
            return Optional.of(PersonId.of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // typed by hand: there is nobody of that name
        }
    }

    private void again(String done) {
        var person = shown;
        if (person != null) {
            people.entry(person).ifPresent(this::show);
            Fields.done(this, getTranslation(done));
        }
    }

    private void show(People.Entry entry) {
        removeAll();
        title = entry.name();
        var person = entry.person();
        add(new Crumbs()
                .step(getTranslation("account.people"), AccountNavigation.PEOPLE)
                .here(entry.name()));
        add(new PageHead(entry.name()));
        if (entry.closed()) {
            add(new Note(
                    Note.Kind.WARN,
                    explained(new Paragraph(getTranslation("account.person.closed.note")), openWork(person))));
        }
        add(contact(entry), held(entry));
        if (!entry.closed()) {
            add(appointment(person, entry));
        }
        standIns(entry).ifPresent(this::add);
        if (!signedIn.person().equals(person) && resets.possible(person)) {
            add(forgotten(entry));
        }
        add(closing(entry));
    }

    private Card contact(People.Entry entry) {
        var known = entry.mail() != null;
        var address = new EmailField(getTranslation("account.mail"));
        address.setId("mail");
        address.setValue(Objects.requireNonNullElse(entry.mail(), ""));
        address.setHelperText(getTranslation(
                !known
                        ? "account.person.noMail.why"
                        : mails.isSet() ? "account.person.mail.change.why" : "account.person.mail.change.noServer"));
        var form = form("mail", entry.person());
        Fields.refuseMail(form, address);
        form.add(
                form.hold(address, Lengths.LINE),
                Fields.actions(Buttons.secondary(
                        getTranslation(known ? "account.person.mail.change" : "account.person.mail.give"),
                        event -> form.send(() -> {
                            changeMail.change(entry.person(), address.getValue());
                            again("account.done");
                        }))));
        return new Card(getTranslation("account.person.contact"), name(entry), form);
    }

    private ShortForm name(People.Entry entry) {
        var name = Fields.required(new TextField("", entry.name(), ""), "account.person.name");
        var kana = Fields.required(new TextField("", entry.kana(), ""), "account.person.kana");
        name.setId("name");
        kana.setId("kana");
        var form = form("name", entry.person());
        form.add(
                form.hold(name, Lengths.NAME),
                form.hold(kana, Lengths.NAME),
                Fields.actions(Buttons.secondary(
                        getTranslation("account.person.rename"),
                        event -> form.send(
                                () -> {
                                    people.rename(entry.person(), name.getValue(), kana.getValue());
                                    again("account.done");
                                },
                                Fields.named(name, kana)))));
        return form;
    }

    private Card held(People.Entry entry) {
        var person = entry.person();
        var card = new Card(getTranslation("account.person.offices"));
        var appointments = offices.appointments(person);
        var open = invitations.openOf(person);
        var past = past(person);
        if (appointments.isEmpty() && open.isEmpty()) {
            card.add(new Paragraph(
                    getTranslation(past.isEmpty() ? "account.person.offices.none" : "account.person.offices.noMore")));
        }
        var list = new UnorderedList();
        list.addClassName("lines");
        appointments.forEach(held -> {
            var name = scopes.name(held.office(), held.scope(), getLocale());
            if (!held.office().ofStaff()) {
                // More than the office ends there: sheets that wait, or the last who represents a group
                var where = new Span(getTranslation(
                        "account.office.elsewhere." + held.office().scope().name()));
                where.addClassNames("small", "mute");
                list.add(line(name, period(held.from(), held.to()), where));
                return;
            }
            var end = Buttons.quiet(getTranslation("account.office.end"), event -> end(entry, held, name));
            end.setAriaLabel(getTranslation("account.office.end.of", name));
            list.add(line(name, period(held.from(), held.to()), end));
        });
        open.forEach(invitation -> {
            var offer = invitation.offer();
            var name = scopes.name(offer.office(), offer.scope(), getLocale());
            var withdraw = Buttons.quiet(getTranslation("account.invitation.withdraw"), event -> {
                invitations.withdraw(invitation.id());
                again("account.invitation.withdrawn");
            });
            withdraw.setAriaLabel(getTranslation("account.invitation.withdraw.of", name));
            var until = JapaneseDates.brief(invitation.expiresAt(), getLocale());
            var holds = appointments.stream()
                    .anyMatch(held -> held.office() == offer.office() && Objects.equals(held.scope(), offer.scope()));
            list.add(line(
                    holds ? getTranslation("account.invitation.entry", name) : name,
                    getTranslation(holds ? "account.invitation.waiting.entry" : "account.invitation.waiting", until),
                    withdraw));
        });
        card.add(list);
        if (!past.isEmpty()) {
            card.add(new H3(getTranslation("account.person.offices.past")), lines(past));
        }
        return card;
    }

    /** The offices that have ended, and then whoever stood in for whom. */
    private List<ListItem> past(PersonId person) {
        var stoodIn = deputies.past(person);
        var names = names(stoodIn);
        return Stream.concat(
                        offices.past(person).stream()
                                .map(held -> line(
                                        scopes.name(held.office(), held.scope(), getLocale()),
                                        period(held.from(), held.to()))),
                        stoodIn.stream()
                                .map(deputy -> line(sentence(deputy, names), period(deputy.from(), deputy.to()))))
                .toList();
    }

    private static UnorderedList lines(List<ListItem> lines) {
        var list = new UnorderedList();
        list.addClassName("lines");
        lines.forEach(list::add);
        return list;
    }

    private Map<PersonId, String> names(List<Deputies.Deputy> all) {
        return people.names(all.stream()
                .flatMap(deputy -> Stream.of(deputy.person(), deputy.actsFor()))
                .collect(Collectors.toSet()));
    }

    private String sentence(Deputies.Deputy deputy, Map<PersonId, String> names) {
        return getTranslation(
                "account.deputy.line",
                names.getOrDefault(deputy.person(), ""),
                names.getOrDefault(deputy.actsFor(), ""),
                scopes.name(deputy.office(), deputy.scope(), getLocale()));
    }

    /** Asks first: whoever loses an office by a slip of the hand loses the screens they are working on. */
    private void end(People.Entry entry, Offices.Held held, String office) {
        Fields.ask(
                getTranslation("account.office.end.ask", office),
                explained(
                        new Paragraph(getTranslation("account.office.end.ask.what", entry.name(), office)),
                        openWork(work.of(entry.person()).stream()
                                .filter(waiting -> waiting.office() == held.office()
                                        && Objects.equals(waiting.scope(), held.scope()))
                                .toList())),
                getTranslation("account.office.end.ask.no"),
                getTranslation("account.office.end.ask.yes"),
                () -> {
                    offices.end(entry.person(), held.office(), held.scope());
                    again("account.office.ended");
                });
    }

    /** What waits for the person in all their offices; whoever stands in for them can do it as well. */
    private Optional<Component> openWork(PersonId person) {
        var today = LocalDate.now(clock);
        var standIns = deputies.around(person).stream()
                .filter(deputy ->
                        deputy.actsFor().equals(person) && !deputy.from().isAfter(today))
                .toList();
        return openWork(work.of(person).stream()
                .map(waiting -> new OpenWork.Waiting(
                        waiting.office(),
                        waiting.scope(),
                        waiting.alone(),
                        waiting.shared(),
                        Stream.concat(
                                        waiting.others().stream(),
                                        standIns.stream()
                                                .filter(deputy -> deputy.office() == waiting.office()
                                                        && Objects.equals(deputy.scope(), waiting.scope()))
                                                .map(Deputies.Deputy::person))
                                .distinct()
                                .toList()))
                .toList());
    }

    private Optional<Component> openWork(List<OpenWork.Waiting> all) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var names = people.names(
                all.stream().flatMap(waiting -> waiting.others().stream()).collect(Collectors.toSet()));
        var list = new UnorderedList();
        list.addClassName("bulleted");
        all.forEach(waiting -> {
            var office = scopes.name(waiting.office(), waiting.scope(), getLocale());
            if (waiting.alone() > 0) {
                list.add(new ListItem(getTranslation(
                        waiting.office().scope() == Office.Scope.CALL
                                ? "account.work.alone.panel"
                                : "account.work.alone",
                        office,
                        waiting.alone())));
            }
            if (waiting.shared() > 0) {
                list.add(new ListItem(
                        waiting.others().isEmpty()
                                ? getTranslation("account.work.nobody", office, waiting.shared())
                                : getTranslation(
                                        "account.work.shared",
                                        office,
                                        waiting.shared(),
                                        waiting.others().stream()
                                                .map(other -> names.getOrDefault(other, ""))
                                                .collect(Collectors.joining(getTranslation("account.person.and"))))));
            }
        });
        return Optional.of(explained(new Paragraph(getTranslation("account.work")), Optional.of(list)));
    }

    private static Div explained(Component what, Optional<Component> further) {
        var box = new Div(what);
        further.ifPresent(box::add);
        box.addClassName("stack");
        return box;
    }

    private ListItem line(String what, String when, Component... beside) {
        var words = new Span(what);
        words.addClassName("b");
        var times = new Div(when);
        times.addClassNames("small", "mute");
        var line = new ListItem(new Div(words, times));
        line.add(beside);
        line.addClassNames("row", "between");
        return line;
    }

    private String period(LocalDate from, @Nullable LocalDate to) {
        if (to != null && to.isBefore(from)) { // ended on the day on which it would have begun
            return getTranslation("account.office.sameDay", JapaneseDates.full(from, getLocale()));
        }
        return to == null
                ? getTranslation("account.office.since", JapaneseDates.full(from, getLocale()))
                : getTranslation(
                        "account.office.period",
                        JapaneseDates.full(from, getLocale()),
                        JapaneseDates.full(to, getLocale()));
    }

    /** The choices for an office of the city or of a department; those of groups and panels are given on their own screens. */
    private Card appointment(PersonId person, People.Entry entry) {
        var office = new Select<Office>();
        office.setId("office");
        Fields.required(office, "account.office");
        office.setItems(Arrays.stream(Office.values()).filter(Office::ofStaff).toList());
        office.setItemLabelGenerator(each -> getTranslation("account.office." + each.key()));
        var department = Fields.required(new ComboBox<Departments.Department>(), "account.department");
        department.setId("department");
        department.setItems(departments.open());
        department.setItemLabelGenerator(Departments.Department::name);
        department.setVisible(false);
        office.addValueChangeListener(event -> department.setVisible(
                event.getValue() != null && event.getValue().scope() == Office.Scope.DEPARTMENT));
        var from = day("account.office.from", LocalDate.now(clock));
        var to = day("account.office.to", null);
        var reason = reason("office-reason");
        office.addValueChangeListener(event -> explain(reason, person, event.getValue()));
        var form = form("office", person);
        refuseAt(form, office, reason);
        Supplier<Invitations.Offer> offer = () -> new Invitations.Offer(
                person,
                office.getValue(),
                department.isVisible() ? department.getValue().id() : null,
                from.getValue(),
                to.getValue());
        Supplier<ShortForm.Need[]> needs = () -> new ShortForm.Need[] {
            ShortForm.need(office, getTranslation("account.office.missing")),
            new ShortForm.Need(
                    department,
                    !department.isVisible() || !department.isEmpty(),
                    getTranslation("account.office.department.missing")),
            ShortForm.need(from, getTranslation("account.office.from.missing")),
            new ShortForm.Need(to, inOrder(from, to), getTranslation("account.office.to.before"))
        };
        // Without a password the office alone lets nobody in
        var newcomer = !people.newcomers(List.of(person)).isEmpty();
        var appoint = Buttons.secondary(
                getTranslation("account.office.appoint"),
                event -> form.send(
                        () -> {
                            if (newcomer) {
                                var code = appointStaff.nowWithCode(offer.get(), reason.getValue());
                                again("account.office.appointed");
                                show(invitationCode(code));
                            } else {
                                appointStaff.now(offer.get(), reason.getValue());
                                again("account.office.appointed");
                            }
                        },
                        needs.get()));
        var byMail = Buttons.secondary(
                getTranslation("account.invitation.byMail"),
                event -> form.send(
                        () -> {
                            appointStaff.byMail(offer.get(), reason.getValue());
                            again("account.invitation.sent");
                        },
                        needs.get()));
        var byCode = Buttons.secondary(
                getTranslation("account.invitation.byCode"),
                event -> form.send(
                        () -> {
                            var code = appointStaff.byCode(offer.get(), reason.getValue());
                            show(entry);
                            show(invitationCode(code));
                        },
                        needs.get()));
        (newcomer ? byCode : appoint).addThemeVariants(ButtonVariant.PRIMARY);
        byMail.setVisible(mails.isSet());
        form.add(
                office,
                department,
                form.hold(from),
                form.hold(to),
                form.hold(reason, Lengths.REASON),
                newcomer ? Fields.actions(byCode, byMail, appoint) : Fields.actions(appoint, byMail, byCode));
        var card = new Card(
                getTranslation("account.office.give"),
                new Paragraph(getTranslation(newcomer ? "account.office.give.newcomer" : "account.office.give.how")));
        if (!mails.isSet()) {
            card.add(new Paragraph(getTranslation("account.invitation.noServer")));
        }
        card.add(form);
        return card;
    }

    /** For whom no mail reaches. */
    private Card forgotten(People.Entry entry) {
        return new Card(
                        getTranslation("account.forgotten"),
                        new Paragraph(getTranslation("account.reset.code.why")),
                        Fields.actions(Buttons.secondary(getTranslation("account.reset.code.make"), event -> {
                            var code = resets.byCode(entry.person());
                            show(entry);
                            show(code(
                                    code,
                                    "account.reset.code.shown",
                                    getTranslation("account.reset.code.hand", installation.of("/password/code"))));
                        })))
                .flat();
    }

    private Note invitationCode(String code) {
        return code(
                code,
                "account.invitation.code.shown",
                getTranslation("account.invitation.code.hand", installation.of("/invitation")));
    }

    private void show(Note note) {
        addComponentAtIndex(2, note);
        note.lead();
    }

    private ShortForm form(String what, PersonId person) {
        return new ShortForm("person-" + what + ":" + person, signedIn.person().value());
    }

    /** Asked for where the person has another office that does not simply go with the one that is chosen. */
    private TextArea reason(String id) {
        var reason = Fields.required(new TextArea(), "account.separation");
        reason.setId(id);
        reason.setVisible(false);
        return reason;
    }

    private void explain(TextArea reason, PersonId person, @Nullable Office office) {
        var beside = office == null ? Set.<Office>of() : separation.toExplain(person, office);
        reason.setVisible(!beside.isEmpty());
        reason.setHelperText(getTranslation(
                "account.separation.why",
                beside.stream()
                        .map(each -> getTranslation("account.office." + each.key()))
                        .collect(Collectors.joining(getTranslation("account.person.and")))));
    }

    private void refuseAt(ShortForm form, HasValidationProperties chosen, TextArea reason) {
        form.sayAt(chosen, "account.separation.never");
        form.sayAt(reason, "account.separation.reason");
    }

    private Note code(String code, String shown, String hand) {
        return new CodeNote(getTranslation(shown), code, hand);
    }

    private DatePicker day(String key, @Nullable LocalDate value) {
        var picker = FieldLabel.on(new DayPicker(), getTranslation(key), value != null);
        picker.setId(key.replace('.', '-'));
        picker.setValue(value);
        return picker;
    }

    private static boolean inOrder(DatePicker from, DatePicker to) {
        return from.isEmpty() || to.isEmpty() || !to.getValue().isBefore(from.getValue());
    }

    /** Nobody stands in anew for who is blocked: there is only to say who does so already. */
    private Optional<Card> standIns(People.Entry entry) {
        var person = entry.person();
        var card = new Card(getTranslation("account.deputies"), new Paragraph(getTranslation("account.deputies.how")));
        var list = new UnorderedList();
        list.addClassName("lines");
        var around = deputies.around(person);
        if (entry.closed() && around.isEmpty()) {
            return Optional.empty();
        }
        var names = names(around);
        around.forEach(deputy -> {
            var sentence = sentence(deputy, names);
            var end = Buttons.quiet(
                    getTranslation("account.deputy.end"),
                    event -> Fields.ask(
                            getTranslation("account.deputy.end.ask"),
                            new Paragraph(getTranslation(
                                    "account.deputy.end.ask.what", names.getOrDefault(deputy.person(), ""))),
                            getTranslation("account.office.end.ask.no"),
                            getTranslation("account.deputy.end.ask.yes"),
                            () -> {
                                deputies.end(deputy.id());
                                again("account.deputy.ended");
                            }));
            end.setAriaLabel(getTranslation("account.deputy.end.of", sentence));
            list.add(line(sentence, period(deputy.from(), deputy.to()), end));
        });
        var own = offices.heldBy(person).stream()
                .filter(holding -> holding.actingFor() == null && !Deputies.isPersonal(holding.office()))
                .toList();
        card.add(list);
        if (entry.closed()) {
            return Optional.of(card);
        }
        if (own.isEmpty()) {
            card.add(new Paragraph(getTranslation("account.deputies.noOffice")));
            return Optional.of(card);
        }
        var who = Fields.required(new ComboBox<People.Entry>(), "account.deputy.who");
        who.setId("deputy");
        who.setItems(query -> people.search(query.getFilter().orElse(""), query.getOffset() + query.getLimit()).stream()
                .filter(each -> !each.closed() && !each.person().equals(person))
                .skip(query.getOffset()));
        who.setItemLabelGenerator(People.Entry::name);
        var office = new Select<Holding>();
        office.setId("deputy-office");
        Fields.required(office, "account.deputy.office.label");
        office.setItems(own);
        office.setItemLabelGenerator(holding -> scopes.name(holding.office(), holding.scope(), getLocale()));
        var from = day("account.deputy.from", LocalDate.now(clock));
        var to = day("account.deputy.to", LocalDate.now(clock).plusWeeks(1));
        var reason = reason("deputy-reason");
        Runnable explain = () -> explain(
                reason,
                who.isEmpty() ? person : who.getValue().person(),
                who.isEmpty() || office.isEmpty() ? null : office.getValue().office());
        who.addValueChangeListener(event -> explain.run());
        office.addValueChangeListener(event -> explain.run());
        var form = form("deputy", person);
        form.sayAt(who, "account.deputy.self");
        form.sayAt(office, "account.deputy.personal", "account.deputy.office");
        form.sayAt(to, "account.deputy.days");
        refuseAt(form, who, reason);
        var appoint = Buttons.secondary(
                getTranslation("account.deputy.appoint"),
                event -> form.send(
                        () -> {
                            deputies.appoint(
                                    who.getValue().person(),
                                    person,
                                    office.getValue().office(),
                                    office.getValue().scope(),
                                    from.getValue(),
                                    to.getValue(),
                                    reason.getValue());
                            again("account.deputy.appointed");
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
        card.add(form);
        return Optional.of(card);
    }

    private Card closing(People.Entry entry) {
        if (entry.closed()) {
            var open = Buttons.secondary(getTranslation("account.person.open"), event -> {
                people.open(entry.person());
                again("account.done");
            });
            return new Card(getTranslation("account.person.closing"), Fields.actions(open));
        }
        var close = Buttons.secondary(
                getTranslation("account.person.close"),
                event -> Fields.ask(
                        getTranslation("account.person.close.ask", entry.name()),
                        explained(new Paragraph(getTranslation("account.person.close.why")), openWork(entry.person())),
                        getTranslation("account.person.close.ask.no"),
                        getTranslation("account.person.close.ask.yes"),
                        () -> close(entry.person())));
        return new Card(
                        getTranslation("account.person.closing"),
                        new Paragraph(getTranslation("account.person.close.why")),
                        Fields.actions(close))
                .flat();
    }

    private void close(PersonId person) {
        try {
            people.close(person);
            again("account.person.closed.done");
        } catch (Refusal refusal) {
            show(new Note(Note.Kind.ERROR, getTranslation(refusal.messageKey(), refusal.arguments(getLocale()))));
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
