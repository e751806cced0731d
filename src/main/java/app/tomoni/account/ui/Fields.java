package app.tomoni.account.ui;

import app.tomoni.account.City;
import app.tomoni.shared.ui.DayPicker;
import app.tomoni.shared.ui.FieldLabel;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PageTop;
import app.tomoni.shared.ui.Question;
import app.tomoni.shared.ui.ShortForm;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the forms of this module have in common. */
final class Fields {

    private Fields() {}

    static <F extends Component> F required(F field, String key) {
        return FieldLabel.on(field, field.getTranslation(key), true);
    }

    static <F extends Component> F optional(F field, String key) {
        return FieldLabel.on(field, field.getTranslation(key), false);
    }

    /** @param value where there is none at first, the day is optional */
    static DatePicker day(String key, @Nullable LocalDate value) {
        var picker = new DayPicker();
        FieldLabel.on(picker, picker.getTranslation(key), value != null);
        picker.setId(key.replace('.', '-'));
        picker.setValue(value);
        return picker;
    }

    /** A name, and how it is read. */
    static ShortForm.Need[] named(TextField name, TextField kana) {
        return new ShortForm.Need[] {
            ShortForm.need(name, name.getTranslation("account.need.name")),
            ShortForm.reading(kana, kana.getTranslation("account.need.kana"))
        };
    }

    /** What is wrong with a mail address is said at its field, to an administrator, who knows all addresses. */
    static void refuseMail(ShortForm form, EmailField mail) {
        form.refuseAt(mail, "account.mail.wrong", mail.getTranslation("account.mail.wrong"));
        form.refuseAt(mail, "account.mail.taken", mail.getTranslation("account.mail.taken.other"));
    }

    /** Asks before something is done that a slip of the hand should not do. */
    static void ask(String title, Component what, String no, String yes, Runnable action) {
        new Question(title, what, no, yes, action).open();
    }

    static Div actions(Component... buttons) {
        var actions = new Div(buttons);
        actions.addClassName("actions");
        return actions;
    }

    /** Says at the head of the page that something has been done. */
    static void done(Component where, String text) {
        frame(where, PageTop.class).ifPresent(top -> top.say(new Note(Note.Kind.OK, text)));
    }

    /** What the head of the page says of an act before this one is no news any more. */
    static void silent(Component where) {
        frame(where, PageTop.class).ifPresent(PageTop::beSilent);
    }

    /** The head of the page names the city anew. */
    static void renamed(Component where, City.Names names) {
        frame(where, MainLayout.class).ifPresent(layout -> layout.name(names));
    }

    private static <T> Optional<T> frame(Component where, Class<T> type) {
        return Stream.iterate(where.getParent(), Optional::isPresent, parent -> parent.flatMap(Component::getParent))
                .flatMap(Optional::stream)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
