package app.tomoni.account.ui;

import app.tomoni.account.Departments;
import app.tomoni.account.Invitations;
import app.tomoni.account.Office;
import app.tomoni.account.People;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.CodeNote;
import app.tomoni.shared.ui.ShortForm;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Gives a person an office of the city or of a department, at once or by an invitation; those of groups and panels are
 * given on their own screens.
 */
class AppointmentCard extends Card {

    private final transient PersonView.Tools tools;
    private final Select<Office> office = new Select<>();
    private final ComboBox<Departments.Department> department = new ComboBox<>();
    private final DatePicker from;
    private final DatePicker to;

    AppointmentCard(PersonView page, PersonView.Tools tools, People.Entry entry) {
        super(page.getTranslation("account.office.give"));
        this.tools = tools;
        var person = entry.person();
        // Without a password the office alone lets nobody in
        var newcomer = !tools.people().newcomers(List.of(person)).isEmpty();
        var byMailToo = tools.mails().isSet();
        add(new Paragraph(getTranslation(
                newcomer
                        ? byMailToo ? "account.office.give.newcomer" : "account.office.give.newcomer.noServer"
                        : byMailToo ? "account.office.give.how" : "account.office.give.how.noServer")));
        choices();
        from = Fields.day("account.office.from", LocalDate.now(tools.clock()));
        to = Fields.day("account.office.to", null);
        var reason = new SeparationReason("office-reason", tools.separation());
        office.addValueChangeListener(event -> reason.explain(person, event.getValue()));
        var form = new ShortForm(
                "person-office:" + person, tools.signedIn().person().value());
        reason.refuseIn(form, office);
        Supplier<Invitations.Offer> offer = () -> new Invitations.Offer(
                person,
                office.getValue(),
                department.isVisible() ? department.getValue().id() : null,
                from.getValue(),
                to.getValue());
        var appoint = Buttons.secondary(
                getTranslation("account.office.appoint"),
                event -> form.send(
                        () -> {
                            if (newcomer) {
                                var code = tools.appointStaff().nowWithCode(offer.get(), reason.getValue());
                                page.again("account.office.appointed", entry.name(), named(offer.get()));
                                page.say(code(code));
                            } else {
                                tools.appointStaff().now(offer.get(), reason.getValue());
                                page.again("account.office.appointed", entry.name(), named(offer.get()));
                            }
                        },
                        needs()));
        var byMail = Buttons.secondary(
                getTranslation("account.invitation.byMail"),
                event -> form.send(
                        () -> {
                            tools.appointStaff().byMail(offer.get(), reason.getValue());
                            page.again("account.invitation.sent", entry.name(), named(offer.get()));
                        },
                        needs()));
        var byCode = Buttons.secondary(
                getTranslation("account.invitation.byCode"),
                event -> form.send(
                        () -> {
                            var code = tools.appointStaff().byCode(offer.get(), reason.getValue());
                            page.show(entry);
                            page.say(code(code));
                        },
                        needs()));
        (newcomer ? byCode : appoint).addThemeVariants(ButtonVariant.PRIMARY);
        byMail.setVisible(byMailToo);
        form.add(
                office,
                department,
                form.hold(from),
                form.hold(to),
                form.hold(reason, Lengths.REASON),
                newcomer ? Fields.actions(byCode, byMail, appoint) : Fields.actions(appoint, byMail, byCode));
        add(form);
    }

    private String named(Invitations.Offer offer) {
        return tools.scopes().name(offer.office(), offer.scope(), getLocale());
    }

    private void choices() {
        office.setId("office");
        Fields.required(office, "account.office");
        office.setItems(Arrays.stream(Office.values()).filter(Office::ofStaff).toList());
        office.setItemLabelGenerator(each -> getTranslation("account.office." + each.key()));
        department.setId("department");
        Fields.required(department, "account.department");
        department.setItems(tools.departments().open());
        department.setItemLabelGenerator(Departments.Department::name);
        department.setVisible(false);
        office.addValueChangeListener(event -> department.setVisible(
                event.getValue() != null && event.getValue().ofDepartment()));
    }

    private ShortForm.Need[] needs() {
        return new ShortForm.Need[] {
            ShortForm.need(office, getTranslation("account.office.missing")),
            new ShortForm.Need(
                    department,
                    !department.isVisible() || !department.isEmpty(),
                    getTranslation("account.office.department.missing")),
            ShortForm.need(from, getTranslation("account.office.from.missing")),
            new ShortForm.Need(
                    to,
                    from.isEmpty() || to.isEmpty() || !to.getValue().isBefore(from.getValue()),
                    getTranslation("account.office.to.before"))
        };
    }

    private CodeNote code(String code) {
        return new CodeNote(
                getTranslation("account.invitation.code.shown"),
                code,
                getTranslation(
                        "account.invitation.code.hand", tools.installation().of("/invitation")));
    }
}
