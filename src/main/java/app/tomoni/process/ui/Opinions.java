package app.tomoni.process.ui;

import app.tomoni.form.ui.FormViews;
import app.tomoni.process.GivenAnswers.Opinion;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Translations;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** Shows what departments said, in the same words to the group and to the panel: whose it is, of which day, question by question. */
@org.springframework.stereotype.Component
public class Opinions {

    private final FormViews forms;
    private final Translations texts;

    Opinions(FormViews forms, Translations texts) {
        this.forms = forms;
        this.texts = texts;
    }

    /**
     * Who calls this has made sure that they are the reader's.
     *
     * @param mayOpen whether the reader may still have the files; asked at each click
     */
    public Component read(List<Opinion> said, BooleanSupplier mayOpen, Locale locale) {
        var all = new Div();
        all.addClassName("stack");
        said.forEach(opinion -> {
            var whose = new Paragraph(texts.getTranslation(
                    "process.opinion.whose",
                    locale,
                    whose(opinion, locale),
                    JapaneseDates.full(JapaneseDates.day(opinion.at()), locale)));
            whose.addClassNames("small", "mute");
            all.add(
                    new H3(opinion.task()),
                    whose,
                    forms.read(opinion.given().form(), opinion.given().answers(), field -> true, locale, mayOpen)
                            .withoutAnchors());
        });
        return all;
    }

    private String whose(Opinion opinion, Locale locale) {
        var office = texts.getTranslation("process.office." + opinion.office().name(), locale);
        return opinion.department().isEmpty()
                ? office
                : texts.getTranslation("account.office.for", locale, office, opinion.department());
    }
}
