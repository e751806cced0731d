package app.tomoni.account.ui;

import app.tomoni.account.Departments;
import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.PageHead;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;

/** The departments of the city hall. */
@Route(AccountNavigation.DEPARTMENTS)
@ForOffices(Office.ADMINISTRATOR)
class DepartmentsView extends Div implements HasDynamicTitle {

    private final transient Departments departments;
    private final Card list;

    DepartmentsView(Departments departments) {
        this.departments = departments;
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
        var add = Buttons.primary(getTranslation("account.departments.add.do"), event -> {
            departments.add(name.getValue(), kana.getValue());
            name.clear();
            kana.clear();
            show();
            Fields.done(this, getTranslation("account.done"));
        });
        return new Card(getTranslation("account.departments.add"), name, kana, Fields.actions(add));
    }

    private void show() {
        list.getChildren().skip(1).toList().forEach(list::remove);
        var all = departments.all();
        if (all.isEmpty()) {
            list.add(new Paragraph(getTranslation("account.departments.none")));
        }
        all.forEach(department -> list.add(
                department.closed()
                        ? new Paragraph(getTranslation("account.department.closed", department.name()))
                        : open(department)));
    }

    private Details open(Departments.Department department) {
        var name = Fields.required(new TextField("", department.name(), ""), "account.department.name");
        var kana = Fields.required(new TextField("", department.kana(), ""), "account.person.kana");
        var save = Buttons.secondary(getTranslation("account.department.rename"), event -> {
            departments.rename(department.id(), name.getValue(), kana.getValue());
            show();
            Fields.done(this, getTranslation("account.done"));
        });
        var close = Buttons.quiet(getTranslation("account.department.close"), event -> {
            departments.close(department.id());
            show();
            Fields.done(this, getTranslation("account.done"));
        });
        close.setAriaLabel(getTranslation("account.department.close.of", department.name()));
        var details = new Details(department.name(), new Div(name, kana, Fields.actions(save, close)));
        details.setId("department-" + department.id());
        return details;
    }

    @Override
    public String getPageTitle() {
        return Fields.title(this, "account.departments");
    }
}
