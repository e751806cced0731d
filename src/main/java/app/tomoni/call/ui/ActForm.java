package app.tomoni.call.ui;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.ui.DayPicker;
import app.tomoni.shared.ui.FieldLabel;
import app.tomoni.shared.ui.Question;
import app.tomoni.shared.ui.ShortForm;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;

/** A short form on a call's page that does one weighty thing, after which the page is drawn anew. */
abstract class ActForm extends ShortForm {

    /** The page that the forms stand on. */
    interface Page {

        Words words();

        PersonId person();

        /** Does something, draws the page anew, and says on it that it is done. */
        void act(Runnable action, String done);
    }

    final Words words;
    final Page page;

    /** @param name tells the forms of one call apart */
    ActForm(Page page, CallId call, String name, Component... head) {
        super("call-" + name + ":" + call, page.person().value(), head);
        this.page = page;
        this.words = page.words();
    }

    /** The title of a form that is a card of its own, and why it is there. */
    static Component[] head(Page page, String name, Object... arguments) {
        var words = page.words();
        return new Component[] {
            new H2(words.say("call." + name + ".title")), new Paragraph(words.say("call." + name + ".why", arguments))
        };
    }

    void act(Runnable action, String doneKey) {
        act(() -> page.act(action, words.say(doneKey)));
    }

    /**
     * The same where there is no way back: asks first whether it is meant.
     *
     * @param key of the question; with the suffixes means, no and yes what follows from it and the words for both
     */
    void ask(String key, Runnable action, String doneKey, Need... needs) {
        if (filled(needs)) {
            question(words, key, () -> act(action, doneKey)).open();
        }
    }

    static Question question(Words words, String key, Runnable meant, Object... arguments) {
        return new Question(
                words.say(key),
                new Paragraph(words.say(key + ".means", arguments)),
                words.say(key + ".no"),
                words.say(key + ".yes"),
                meant);
    }

    void send(Runnable action, String doneKey, Need... needs) {
        send(() -> page.act(action, words.say(doneKey)), needs);
    }

    TextField line(String key) {
        return line(key, "");
    }

    /** @param stands what is in the field before anybody types */
    TextField line(String key, String stands) {
        var field = labelled(new TextField(), key);
        field.setValue(stands);
        return hold(field, Lengths.LINE);
    }

    TextArea area(String key) {
        return area(key, "");
    }

    /** @param suffix where there are several of the same name on the page */
    TextArea area(String key, String suffix) {
        var field = labelled(new TextArea(), key);
        field.setId(id(key) + suffix);
        return field;
    }

    Component counted(TextArea area) {
        return counted(area, Lengths.REASON);
    }

    DatePicker day(String key) {
        return hold(labelled(new DayPicker(), key));
    }

    /** A day that may be left out. */
    DatePicker dayOrNone(String key) {
        return hold(labelled(new DayPicker(), key, false));
    }

    <C extends Component> C labelled(C field, String key) {
        return labelled(field, key, true);
    }

    private <C extends Component> C labelled(C field, String key, boolean required) {
        FieldLabel.on(field, words.say(key), required);
        field.setId(id(key));
        return field;
    }

    private static String id(String key) {
        return key.replace('.', '-');
    }
}
