package app.tomoni.process.ui;

import app.tomoni.account.Departments;
import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.account.SignedIn;
import app.tomoni.process.Audience;
import app.tomoni.process.CaseKey;
import app.tomoni.process.CaseRecords;
import app.tomoni.process.DepartmentsInCharge;
import app.tomoni.process.DepartmentsInCharge.InCharge;
import app.tomoni.process.Statuses;
import app.tomoni.shared.Ids;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Crumbs;
import app.tomoni.shared.ui.FieldLabel;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PageHead;
import app.tomoni.shared.ui.ShortForm;
import app.tomoni.shared.ui.StatusBand;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Names the department in charge of a case, or another one. */
@Route("cases/:key/department")
@ForOffices(Office.SECRETARIAT)
class DepartmentView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient DepartmentsInCharge inCharge;
    private final transient Departments departments;
    private final transient CaseRecords records;
    private final transient Statuses statuses;
    private final transient PersonId person;

    DepartmentView(
            DepartmentsInCharge inCharge,
            Departments departments,
            CaseRecords records,
            Statuses statuses,
            SignedIn signedIn) {
        this.inCharge = inCharge;
        this.departments = departments;
        this.records = records;
        this.statuses = statuses;
        this.person = signedIn.person();
        addClassName("stack-5");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("process.department.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var key = event.getRouteParameters()
                .get("key")
                .flatMap(Ids::read)
                .map(CaseKey::new)
                .filter(any -> inCharge.mayName(any, person))
                .filter(any -> inCharge.of(any).isPresent())
                .orElseThrow(NotFoundException::new);
        show(key, null);
    }

    private void show(CaseKey key, @Nullable Note news) {
        removeAll();
        var stands = inCharge.of(key).orElseThrow(NotFoundException::new);
        var known = records.known(key, getLocale());
        var crumbs = new Crumbs();
        known.ifPresent(which -> which.pages().forEach(page -> crumbs.step(page.name(), page.path())));
        add(crumbs.here(getPageTitle()), new PageHead(getPageTitle()));
        known.ifPresent(which -> {
            var about = new Paragraph(which.name());
            about.addClassName("mute");
            add(about);
        });
        var status = statuses.of(key, Audience.STAFF, person, getLocale());
        add(new StatusBand().say(status.now(), status.next(), false));
        if (news != null) {
            add(news);
        }
        stands.warning().ifPresent(why -> add(new Note(Note.Kind.WARN, getTranslation(why, name(stands)))));
        add(stands.ended() ? new Note(Note.Kind.INFO, getTranslation("process.department.over")) : choice(key, stands));
    }

    private String name(InCharge stands) {
        return departments.name(Objects.requireNonNull(stands.department()));
    }

    private Component choice(CaseKey key, InCharge stands) {
        var before = stands.department();
        var open = departments.open().stream()
                .filter(each -> !each.id().equals(before))
                .toList();
        var card = new Card(
                before == null
                        ? getTranslation("process.department.none")
                        : getTranslation("process.department.now", name(stands)));
        if (open.isEmpty()) {
            card.add(new Note(
                    Note.Kind.WARN,
                    getTranslation(before == null ? "process.department.nowhere" : "process.department.nowhere.else")));
            return card;
        }
        var chosen =
                FieldLabel.on(new ComboBox<Departments.Department>(), getTranslation("process.department.field"), true);
        chosen.setId("department");
        chosen.setItems(open);
        chosen.setItemLabelGenerator(Departments.Department::name);
        var reason = FieldLabel.on(new TextArea(), getTranslation("process.department.reason"), true);
        reason.setId("reason");
        var form = new ShortForm("department:" + key, person.value());
        form.add(chosen);
        if (before != null) {
            form.add(form.counted(reason, Lengths.REASON));
        }
        form.add(Buttons.primary(
                getTranslation(before == null ? "process.department.do" : "process.department.change"),
                click -> form.send(
                        () -> {
                            inCharge.name(key, chosen.getValue().id(), before, reason.getValue(), person);
                            var done = new Note(
                                    Note.Kind.OK,
                                    getTranslation(
                                            before == null ? "process.department.done" : "process.department.changed",
                                            chosen.getValue().name()));
                            show(key, done);
                            done.lead();
                        },
                        needs(before, chosen, reason))));
        card.add(
                new Paragraph(
                        getTranslation((before == null ? "process.department.how" : "process.department.how.change")
                                + (stands.taskOpen() ? "" : ".later"))),
                form);
        return card;
    }

    private ShortForm.Need[] needs(@Nullable UUID before, ComboBox<Departments.Department> chosen, TextArea reason) {
        var department = ShortForm.need(chosen, getTranslation("process.department.missing"));
        return before == null
                ? new ShortForm.Need[] {department}
                : new ShortForm.Need[] {
                    department, ShortForm.need(reason, getTranslation("process.department.reason.missing"))
                };
    }
}
