package app.tomoni.organisation.ui;

import app.tomoni.account.MailServer;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.organisation.LetterChoices;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.FieldLabel;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.ShortForm;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;

/** How the group receives the city's letters; a representative chooses, the others read what was chosen. */
class LettersCard extends Card {

    private final OrganisationId organisation;
    private final LetterChoices choices;
    private final People people;
    private final Words words;
    private final Div chosen = new Div();

    /** To be read. */
    LettersCard(OrganisationId organisation, LetterChoices choices, People people, MailServer mails, Words words) {
        super(words.say("organisation.letters.title"));
        this.organisation = organisation;
        this.choices = choices;
        this.people = people;
        this.words = words;
        chosen.getElement().setAttribute("role", "status");
        if (!mails.isSet()) {
            add(new Note(Note.Kind.INFO, words.say("organisation.letters.noServer", way(true))));
        }
        add(chosen);
        show();
    }

    /** To be chosen by this person. */
    LettersCard chosenBy(PersonId person) {
        var ways = new RadioButtonGroup<Boolean>();
        ways.setLabel(words.say("organisation.letters.choose"));
        ways.setHelperText(words.say("organisation.letters.choose.help"));
        ways.setItems(false, true);
        ways.setItemLabelGenerator(this::way);
        ways.addThemeName("vertical");
        ways.setManualValidation(true);
        ways.setValue(byMail());
        ways.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                try {
                    choices.choose(organisation, event.getValue(), person);
                    ways.setInvalid(false);
                    show();
                    chosen.add(new Note(Note.Kind.OK, words.say("organisation.letters.kept")));
                } catch (Refusal refusal) {
                    ways.setErrorMessage(words.refusal(refusal));
                    ways.setInvalid(true);
                    ways.setValue(byMail());
                }
            }
        });
        addComponentAtIndex(getComponentCount() - 1, ways);
        return this;
    }

    /** To be recorded by this person of the secretariat, as the group has told the city on paper. */
    LettersCard recordedBy(PersonId person) {
        var told = !byMail();
        var received = FieldLabel.on(new TextField(), words.say("organisation.letters.received"), true);
        received.setId("letters-received");
        received.setHelperText(words.say("organisation.letters.received.help"));
        var form = new ShortForm(
                "letters:" + organisation,
                person.value(),
                new Paragraph(words.say("organisation.letters.record.what", way(told))));
        form.add(form.hold(received, Lengths.LINE));
        form.add(Buttons.secondary(
                words.say("organisation.letters.record"),
                event -> form.send(
                        () -> {
                            choices.record(organisation, told, received.getValue(), person);
                            remove(form);
                            show();
                            recordedBy(person);
                        },
                        ShortForm.need(received, words.say("organisation.letters.received.missing")))));
        add(form);
        return this;
    }

    private void show() {
        chosen.removeAll();
        chosen.add(new Paragraph(choices.of(organisation)
                .map(this::said)
                .orElseGet(() -> words.say("organisation.letters.unchosen", way(false)))));
    }

    private String said(LetterChoices.Choice choice) {
        var received = choice.received();
        return received == null
                ? words.say(
                        "organisation.letters.chosen",
                        way(choice.byMail()),
                        words.at(choice.at()),
                        people.name(choice.by()))
                : words.say("organisation.letters.recorded", way(choice.byMail()), words.at(choice.at()), received);
    }

    private boolean byMail() {
        return choices.of(organisation).map(LetterChoices.Choice::byMail).orElse(false);
    }

    private String way(boolean byMail) {
        return words.say(byMail ? "organisation.letters.mail" : "organisation.letters.paper");
    }
}
