package app.tomoni.call.ui;

import app.tomoni.call.Call;
import app.tomoni.call.Criterion;
import app.tomoni.call.Deadline;
import app.tomoni.call.Guideline;
import app.tomoni.call.Money;
import app.tomoni.call.Scale;
import app.tomoni.call.Timetable;
import app.tomoni.form.Field;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Facts;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PlainTable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a group reads before it proposes: conditions, days, amounts, and how it is decided. */
class Guide extends Div {

    private final Words words;
    private final Guideline guideline;

    /** @param documents what a proposal is to be accompanied by */
    Guide(
            Call call,
            Guideline guideline,
            List<Timetable.Stop> stops,
            List<Field> documents,
            int members,
            Words words,
            FileLinks files,
            Component... beside) {
        this.words = words;
        this.guideline = guideline;
        addClassName("stack-5");
        call.extensions().forEach(extension -> {
            var said = words.say("call.guide.extended", words.at(extension.closesAt()), extension.reason());
            add(new Note(
                    Note.Kind.INFO,
                    extension
                            .publicationAt()
                            .map(at -> words.say("call.guide.extended.publication", words.at(at)) + said)
                            .orElse(said)));
        });
        add(glance(call, stops));
        if (!call.draft().files().isEmpty()) {
            add(files(call, files));
        }
        add(
                new Card(words.say("call.guide.purpose"), prose(guideline.purpose())),
                new Card(words.say("call.guide.groups"), prose(guideline.eligibleGroups())),
                new Card(words.say("call.guide.projects"), prose(guideline.eligibleProjects()), period()),
                new Card(words.say("call.guide.money"), money(guideline.money())),
                calendar(stops, beside));
        if (!documents.isEmpty()) {
            add(documents(documents));
        }
        add(
                new Card(words.say("call.guide.decided"), decided(members)),
                new Card(words.say("call.guide.contact"), prose(guideline.contact())));
    }

    private Component glance(Call call, List<Timetable.Stop> stops) {
        var facts = new Facts()
                .fact(
                        words.say("call.guide.window"),
                        words.say("call.guide.fromTo", words.at(call.opensAt()), words.at(call.closesAt())))
                .fact(words.say("call.guide.most"), most());
        publication(stops).ifPresent(at -> facts.fact(words.say("call.guide.result"), words.at(at)));
        return new Card(facts);
    }

    private Component files(Call call, FileLinks files) {
        return new Card(
                words.say("call.guide.files"),
                files.list(call, words),
                new Paragraph(words.say(call.isApproved() ? "call.guide.files.fixed" : "call.guide.files.approved")));
    }

    /** None while it waits for letters without a day, and where nothing is published. */
    private static Optional<Instant> publication(List<Timetable.Stop> stops) {
        return stops.stream()
                .filter(stop -> stop.key().equals(Deadline.PUBLICATION))
                .findFirst()
                .map(Timetable.Stop::at);
    }

    private String most() {
        var money = guideline.money();
        return words.say("call.guide.ceiling", words.yen(money.ceiling()), rate(money));
    }

    private String rate(Money money) {
        return money.rateNumerator() == money.rateDenominator()
                ? words.say("call.guide.rate.all")
                : words.say(
                        "call.guide.rate",
                        String.valueOf(money.rateDenominator()),
                        String.valueOf(money.rateNumerator()));
    }

    private Component period() {
        return new Paragraph(
                words.say("call.guide.period", words.day(guideline.projectFrom()), words.day(guideline.projectTo())));
    }

    private Component money(Money money) {
        var facts = new Facts()
                .fact(words.say("call.guide.money.rate"), rate(money))
                .fact(words.say("call.guide.money.ceiling"), words.yen(money.ceiling()))
                .fact(
                        words.say("call.guide.money.unit"),
                        words.say("call.guide.money.down", words.yen(money.roundingUnit())));
        var budget = money.budget();
        facts.fact(
                words.say("call.guide.money.budget"),
                budget == null ? words.say("call.guide.money.noBudget") : words.yen(budget));
        var box = new Div(facts);
        box.addClassName("stack");
        if (money.beforeVote()) {
            box.add(new Note(Note.Kind.INFO, words.say("call.guide.money.beforeVote")));
        }
        return box;
    }

    private Component calendar(List<Timetable.Stop> stops, Component... beside) {
        var calendar = Calendar.forGroups(words);
        calendar.show(stops);
        var card = new Card(words.say("call.guide.calendar"), calendar);
        if (Timetable.hasChecksToCome(stops)) {
            card.add(new Paragraph(
                    words.say("call.guide.own") + (closed(stops) ? "" : words.say("call.guide.own.early"))));
        }
        card.add(beside);
        return card;
    }

    private static boolean closed(List<Timetable.Stop> stops) {
        return stops.stream().anyMatch(stop -> stop.key().equals(Timetable.CLOSES) && stop.isDone());
    }

    private Component documents(List<Field> documents) {
        var list = new UnorderedList();
        list.addClassName("lines");
        documents.forEach(document -> {
            var name = new Span(document.label());
            name.addClassName("b");
            var item = new ListItem(name);
            if (document.required()) {
                var required = new Span(words.say("shared.required"));
                required.addClassName("req");
                item.add(new Text(" "), required);
            }
            var hint = document.hint();
            if (hint != null && !hint.isEmpty()) {
                item.add(new Paragraph(hint));
            }
            list.add(item);
        });
        return new Card(words.say("call.guide.documents"), new Paragraph(words.say("call.guide.documents.what")), list);
    }

    private Component decided(int members) {
        var box = new Div(prose(guideline.howDecided()), new H3(words.say("call.guide.criteria")));
        box.addClassName("stack");
        var table = new PlainTable(
                words.say("call.guide.criteria.caption", guideline.maxPoints()),
                List.of(
                        words.say("call.guide.criteria.name"),
                        words.say("call.guide.criteria.question"),
                        words.say("call.guide.criteria.points")),
                Set.of(2));
        guideline
                .criteria()
                .forEach(criterion -> table.row(
                        criterion.name(), criterion.question(), words.say("call.points", criterion.maxPoints())));
        box.add(table);
        guideline.criteria().forEach(criterion -> box.add(steps(criterion)));
        box.add(new H3(words.say("call.guide.rule")), rule(members));
        return box;
    }

    private Component steps(Criterion criterion) {
        var list = new UnorderedList();
        list.addClassName("call-steps");
        if (criterion.scale() == Scale.LEVELS) {
            criterion
                    .levels()
                    .forEach(level -> list.add(
                            new ListItem(words.say("call.guide.level", level.score(), level.points(), level.text()))));
        } else {
            criterion
                    .bands()
                    .forEach(band ->
                            list.add(new ListItem(words.say("call.guide.band", band.from(), band.to(), band.text()))));
        }
        var steps = new Details(words.say("call.guide.steps", criterion.name()), list);
        steps.setOpened(true);
        return steps;
    }

    private Component rule(int members) {
        var list = new OrderedList();
        list.addClassName("call-rule");
        words.rules(guideline, members).forEach(rule -> list.add(new ListItem(rule)));
        return list;
    }

    private static Component prose(String text) {
        var prose = new Paragraph(text);
        prose.addClassName("prose");
        return prose;
    }
}
