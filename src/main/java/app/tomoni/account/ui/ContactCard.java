package app.tomoni.account.ui;

import app.tomoni.account.People;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.ShortForm;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Objects;

/** What a person is called, and where mail reaches them. */
class ContactCard extends Card {

    private final transient PersonView page;
    private final transient PersonView.Tools tools;

    ContactCard(PersonView page, PersonView.Tools tools, People.Entry entry) {
        super(page.getTranslation("account.person.contact"));
        this.page = page;
        this.tools = tools;
        add(name(entry), mail(entry));
    }

    private ShortForm name(People.Entry entry) {
        var name = Fields.required(new TextField("", entry.name(), ""), "account.person.name");
        var kana = Fields.required(new TextField("", entry.kana(), ""), "account.person.kana");
        name.setId("name");
        kana.setId("kana");
        var form = new ShortForm(
                "person-name:" + entry.person(), tools.signedIn().person().value());
        form.add(
                form.hold(name, Lengths.NAME),
                form.hold(kana, Lengths.NAME),
                Fields.actions(Buttons.secondary(
                        getTranslation("account.person.rename"),
                        event -> form.send(
                                () -> {
                                    tools.people().rename(entry.person(), name.getValue(), kana.getValue());
                                    page.again("account.named", name.getValue().strip());
                                },
                                Fields.named(name, kana)))));
        return form;
    }

    private ShortForm mail(People.Entry entry) {
        var known = entry.mail() != null;
        var address = new EmailField(getTranslation("account.mail"));
        address.setId("mail");
        address.setValue(Objects.requireNonNullElse(entry.mail(), ""));
        address.setHelperText(getTranslation(
                !known
                        ? "account.person.noMail.why"
                        : tools.mails().isSet()
                                ? "account.person.mail.change.why"
                                : "account.person.mail.change.noServer"));
        var form = new ShortForm(
                "person-mail:" + entry.person(), tools.signedIn().person().value());
        Fields.refuseMail(form, address);
        form.add(
                form.hold(address, Lengths.LINE),
                Fields.actions(Buttons.secondary(
                        getTranslation(known ? "account.person.mail.change" : "account.person.mail.give"),
                        event -> form.send(() -> {
                            tools.changeMail().change(entry.person(), address.getValue());
                            page.again(
                                    known ? "account.person.mail.changed" : "account.person.mail.given",
                                    People.address(address.getValue()));
                        }))));
        return form;
    }
}
