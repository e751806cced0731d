package app.tomoni.organisation.ui;

import app.tomoni.organisation.Ties;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;

/** The letter with a group's code, to be printed now: the code is never shown again. */
class Letter extends Div {

    Letter(String name, Ties.LetterCode code, String where, Words words) {
        addClassNames("org-letter", "stack");
        var secret = new Paragraph(code.code());
        secret.addClassName("code");
        var print = new NativeButton(words.say("organisation.letter.print"));
        print.addClassName("btn");
        print.getElement().executeJs("this.addEventListener('click', () => window.print())");
        add(
                new Paragraph(words.say("organisation.letter.to", name)),
                new Paragraph(words.say("organisation.letter.text")),
                new Paragraph(words.say("organisation.letter.where", where)),
                secret,
                new Paragraph(words.say("organisation.letter.until", words.day(code.lastDay()))),
                new Paragraph(words.say("organisation.letter.once")),
                print);
    }
}
