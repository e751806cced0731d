package app.tomoni.organisation.ui;

import app.tomoni.account.City;
import app.tomoni.organisation.Ties;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.stream.Stream;

/** The letter with a group's code, to be printed now: the code is never shown again. */
class Letter extends Div {

    /**
     * @param city who sends it; what the administrator has not named yet is left out
     * @param contact whom to ask
     * @param where the page at which the code is typed in
     */
    Letter(
            String name,
            Ties.LetterCode code,
            String where,
            City.Names city,
            String contact,
            LocalDate today,
            Words words) {
        addClassNames("org-letter", "stack");
        var date = new Paragraph(words.day(today));
        date.addClassName("sender");
        var title = new Paragraph(words.say("organisation.letter.title"));
        title.addClassName("title");
        var secret = new Paragraph(code.code());
        secret.addClassName("code");
        var print = new NativeButton(words.say("organisation.letter.print"));
        print.addClassName("btn");
        print.getElement().executeJs("this.addEventListener('click', () => window.print())");
        add(
                date,
                new Paragraph(words.say("organisation.letter.to", name)),
                sender(city, words),
                title,
                new Paragraph(words.say("organisation.letter.text")),
                new Paragraph(words.say("organisation.letter.where", where)),
                secret,
                new Paragraph(words.say("organisation.letter.until", words.day(code.lastDay()))),
                new Paragraph(words.say("organisation.letter.once")),
                new Paragraph(
                        city.given()
                                ? words.say("organisation.letter.ask", contact)
                                : words.say("organisation.letter.ask.unnamed")),
                print);
    }

    private static Div sender(City.Names city, Words words) {
        var phone = city.secretariatPhone();
        var sender = new Div();
        Stream.of(city.name(), city.secretariat(), phone.isEmpty() ? "" : words.say("organisation.letter.phone", phone))
                .filter(line -> !line.isEmpty())
                .forEach(line -> sender.add(new Paragraph(line)));
        sender.addClassName("sender");
        return sender;
    }
}
