package app.tomoni.account.ui;

import app.tomoni.account.Calendar;
import app.tomoni.account.City;
import app.tomoni.account.FirstStep;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Chip;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an empty installation still needs, as its administrator sees it. */
class FirstSteps extends Card {

    FirstSteps(List<FirstStep> steps, List<FirstStep> open) {
        add(new Paragraph(getTranslation("account.setUp.lead")));
        var list = new OrderedList();
        list.addClassName("lines");
        steps.stream()
                .sorted(Comparator.comparingInt(FirstStep::order))
                .forEach(step -> list.add(line(step, open.contains(step))));
        add(list, new Paragraph(getTranslation("account.setUp.others")));
    }

    static List<FirstStep> open(List<FirstStep> steps) {
        return steps.stream().filter(step -> !step.done().getAsBoolean()).toList();
    }

    private ListItem line(FirstStep step, boolean open) {
        var name = getTranslation(step.key());
        if (!open) {
            return row(new Span(name), new Chip(Chip.Kind.OK, getTranslation("account.setUp.done")));
        }
        var own = step.office() == Office.ADMINISTRATOR;
        var why = new Paragraph(getTranslation(step.key() + ".missing")
                + (own
                        ? ""
                        : getTranslation(
                                "account.setUp.of",
                                getTranslation("account.office." + step.office().key()))));
        why.addClassNames("small", "mute");
        return row(
                new Div(own ? new Anchor(step.path(), name) : new Span(name), why),
                new Chip(Chip.Kind.WARN, getTranslation("account.setUp.open")));
    }

    private static ListItem row(Component what, Chip state) {
        var row = new ListItem(what, state);
        row.addClassNames("row", "between");
        return row;
    }

    /** What this module asks for. */
    @Configuration
    static class Own {

        /** A call drafted now reaches no further than this. */
        private static final int MONTHS = 9;

        @Bean
        FirstStep cityStep(City city) {
            return new FirstStep(
                    "account.setUp.city",
                    AccountNavigation.CITY,
                    Office.ADMINISTRATOR,
                    10,
                    () -> city.names().given());
        }

        @Bean
        FirstStep secretariatStep(Offices offices) {
            return somebody("account.setUp.secretariat", Office.SECRETARIAT, 20, offices);
        }

        @Bean
        FirstStep approverStep(Offices offices) {
            return somebody("account.setUp.approver", Office.APPROVER, 30, offices);
        }

        private static FirstStep somebody(String key, Office needed, int order, Offices offices) {
            return new FirstStep(
                    key,
                    AccountNavigation.PEOPLE,
                    Office.ADMINISTRATOR,
                    order,
                    () -> !offices.activeHolders(needed, null).isEmpty());
        }

        @Bean
        FirstStep holidaysStep(Calendar calendar, Clock clock) {
            return new FirstStep(
                    "account.setUp.holidays",
                    AccountNavigation.HOLIDAYS,
                    Office.ADMINISTRATOR,
                    40,
                    () -> !calendar.knownUntil().isBefore(LocalDate.now(clock).plusMonths(MONTHS)));
        }
    }
}
