package app.tomoni.organisation.ui;

import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.organisation.LetterChoices;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Note;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;

/** How the group receives the city's letters; a representative chooses, the others read what was chosen. */
class LettersCard extends Card {

    private final OrganisationId organisation;
    private final LetterChoices choices;
    private final People people;
    private final Words words;
    private final Div chosen = new Div();

    /** To be read. */
    LettersCard(OrganisationId organisation, LetterChoices choices, People people, Words words) {
        super(words.say("organisation.letters.title"));
        this.organisation = organisation;
        this.choices = choices;
        this.people = people;
        this.words = words;
        chosen.getElement().setAttribute("role", "status");
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

    private void show() {
        chosen.removeAll();
        chosen.add(new Paragraph(choices.of(organisation)
                .map(choice -> words.say(
                        "organisation.letters.chosen",
                        way(choice.byMail()),
                        words.at(choice.at()),
                        people.name(choice.by())))
                .orElseGet(() -> words.say("organisation.letters.unchosen", way(false)))));
    }

    private boolean byMail() {
        return choices.of(organisation).map(LetterChoices.Choice::byMail).orElse(false);
    }

    private String way(boolean byMail) {
        return words.say(byMail ? "organisation.letters.mail" : "organisation.letters.paper");
    }
}
