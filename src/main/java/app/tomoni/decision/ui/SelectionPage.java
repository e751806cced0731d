package app.tomoni.decision.ui;

import app.tomoni.account.PersonId;
import app.tomoni.account.SignedIn;
import app.tomoni.call.Call;
import app.tomoni.call.CallId;
import app.tomoni.shared.ui.FieldLabel;
import app.tomoni.shared.ui.Question;
import app.tomoni.shared.ui.ShortForm;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Supplier;

/** What the cards of a selection share: whose selection it is, where typed texts are kept, how something is done there. */
record SelectionPage(Call call, Words words, KeptTexts texts, SignedIn signedIn, Acts acts) {

    /** Does something, draws the page anew and says there what has been done. */
    interface Acts {

        /**
         * @param path where the texts stand that go with the action
         * @param said asked once it is done, while the fields are still as they were
         */
        void act(String path, Runnable action, Supplier<String> said);
    }

    CallId id() {
        return call.id();
    }

    PersonId person() {
        return signedIn.person();
    }

    /** Adds it below the cards that are there already. */
    void add(Component card) {
        texts.form().add(card);
    }

    /** A field with 必須 or 任意 beside its name, which sentences about the field use as well. */
    <F extends Component & HasLabel> F named(F field, String key, boolean required) {
        field.setLabel(words.say(key));
        return FieldLabel.on(field, words.say(key), required);
    }

    /**
     * @param path where the texts stand that go with the action
     * @param said what is said when it has been done
     */
    void act(String path, Runnable action, Supplier<String> said) {
        acts.act(path, action, said);
    }

    /**
     * What is asked before something that cannot be undone: its title, what follows, the words for no and yes, and what is
     * said when it has been done.
     */
    record Asked(String title, String means, String no, String yes, String done) {}

    /** The same once the needs are met and somebody has said that it is meant. */
    void ask(String path, Supplier<Asked> question, Runnable action, ShortForm.Need... needs) {
        if (texts.filled(needs)) {
            var asked = question.get();
            new Question(
                            asked.title(),
                            new Paragraph(asked.means()),
                            asked.no(),
                            asked.yes(),
                            () -> send(path, action, asked::done, needs))
                    .open();
        }
    }

    /** Does it once the needs are met. */
    void send(String path, Runnable action, Supplier<String> said, ShortForm.Need... needs) {
        if (texts.filled(needs)) {
            acts.act(path, action, said);
        }
    }
}
