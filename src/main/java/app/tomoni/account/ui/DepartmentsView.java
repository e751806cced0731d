package app.tomoni.account.ui;

import app.tomoni.account.Departments;
import app.tomoni.account.ForOffices;
import app.tomoni.account.Invitations;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.SignedIn;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.PageHead;
import app.tomoni.shared.ui.ShortForm;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The departments of the city hall. */
@Route(AccountNavigation.DEPARTMENTS)
@ForOffices(Office.ADMINISTRATOR)
class DepartmentsView extends Div implements HasDynamicTitle {

    private final transient Departments departments;
    private final transient Offices offices;
    private final transient Invitations invitations;
    private final transient People people;
    private final transient SignedIn signedIn;
    private final Card list;

    DepartmentsView(
            Departments departments, Offices offices, Invitations invitations, People people, SignedIn signedIn) {
        this.departments = departments;
        this.offices = offices;
        this.invitations = invitations;
        this.people = people;
        this.signedIn = signedIn;
        addClassName("stack");
        add(new PageHead(getTranslation("account.departments")));
        list = new Card(getTranslation("account.departments.list"));
        add(list, addition());
        show();
    }

    private Card addition() {
        var name = Fields.required(new TextField(), "account.department.name");
        var kana = Fields.required(new TextField(), "account.person.kana");
        name.setId("new-name");
        kana.setId("new-kana");
        var form = form("department-new", name, kana);
        form.add(Fields.actions(Buttons.primary(
                getTranslation("account.departments.add.do"),
                Buttons.once(() -> form.send(
                        () -> {
                            departments.add(name.getValue(), kana.getValue());
                            var added = name.getValue().strip();
                            name.clear();
                            kana.clear();
                            shown(getTranslation("account.departments.added", added));
                        },
                        Fields.named(name, kana))))));
        return new Card(getTranslation("account.departments.add"), form);
    }

    private ShortForm form(String subject, TextField name, TextField kana) {
        var form = new ShortForm(subject, signedIn.person().value());
        for (var key : List.of("account.department.taken", "account.department.taken.closed")) {
            form.refuseAt(name, key, getTranslation(key));
        }
        form.add(form.hold(name, Lengths.NAME), form.hold(kana, Lengths.NAME));
        return form;
    }

    private void shown(String done) {
        show();
        Fields.done(this, done);
    }

    private void show() {
        list.getChildren().skip(1).toList().forEach(list::remove);
        var all = departments.all();
        if (all.isEmpty()) {
            list.add(new Paragraph(getTranslation("account.departments.none")));
        }
        all.forEach(department -> list.add(department.closed() ? closed(department) : open(department)));
    }

    private Div closed(Departments.Department department) {
        var reopen = Buttons.quiet(getTranslation("account.department.reopen"), event -> {
            departments.reopen(department.id());
            shown(getTranslation("account.department.reopen.done", department.name()));
        });
        reopen.setAriaLabel(getTranslation("account.department.reopen.of", department.name()));
        var row = new Div(new Span(getTranslation("account.department.closed", department.name())), reopen);
        row.addClassNames("row", "between");
        return row;
    }

    /** What closing does, and who holds an office there that does not end by it. */
    private Div closing(Departments.Department department) {
        var what = new Div(new Paragraph(getTranslation("account.department.close.ask.what")));
        holders(department)
                .ifPresent(names ->
                        what.add(new Paragraph(getTranslation("account.department.close.ask.holders", names))));
        return what;
    }

    /** Whoever has an office there, will have one or is invited to one. */
    private Optional<String> holders(Departments.Department department) {
        var holders = new HashSet<>(offices.presentAndComing(department.id()));
        invitations
                .openFor(department.id())
                .forEach(open -> holders.add(open.offer().person()));
        return people.names(holders).values().stream()
                .sorted()
                .reduce((before, next) -> before + getTranslation("account.person.and") + next);
    }

    private void close(Departments.Department department) {
        departments.close(department.id());
        var closed = getTranslation("account.department.close.done", department.name());
        shown(holders(department)
                .map(names -> closed + getTranslation("account.department.close.done.holders", names))
                .orElse(closed));
    }

    private Details open(Departments.Department department) {
        var name = Fields.required(new TextField("", department.name(), ""), "account.department.name");
        var kana = Fields.required(new TextField("", department.kana(), ""), "account.person.kana");
        name.setId("name-" + department.id());
        kana.setId("kana-" + department.id());
        var form = form("department:" + department.id(), name, kana);
        var save = Buttons.secondary(getTranslation("account.department.rename"), event -> {
            form.send(
                    () -> {
                        departments.rename(department.id(), name.getValue(), kana.getValue());
                        shown(getTranslation("account.named", name.getValue().strip()));
                    },
                    Fields.named(name, kana));
        });
        var close = Buttons.quiet(
                getTranslation("account.department.close"),
                event -> Fields.ask(
                        getTranslation("account.department.close.ask", department.name()),
                        closing(department),
                        getTranslation("account.department.close.ask.no"),
                        getTranslation("account.department.close.ask.yes"),
                        () -> close(department)));
        close.setAriaLabel(getTranslation("account.department.close.of", department.name()));
        form.add(Fields.actions(save, close));
        var details = new Details(department.name(), form);
        details.setId("department-" + department.id());
        return details;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.departments");
    }
}
