package app.tomoni.proposal.ui;

import app.tomoni.shared.ui.Chip;
import app.tomoni.shared.ui.Icon;
import app.tomoni.shared.ui.Party;
import app.tomoni.shared.ui.PartyLabel;
import app.tomoni.shared.ui.PlainTable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Set;

/** What is done, what happens now and what comes: one road, and the same in a table. */
class Road extends Div {

    /** Where a step stands. */
    enum Place {
        DONE("done", Chip.Kind.OK),
        NOW("cur", Chip.Kind.WRITING),
        NEXT("todo", Chip.Kind.PLAIN);

        private final String style;
        private final Chip.Kind chip;

        Place(String style, Chip.Kind chip) {
            this.style = style;
            this.chip = chip;
        }

        String key() {
            return "proposal.road." + style;
        }
    }

    /** @param when a date in words; empty where none is known */
    record Step(String name, Party party, String when, Place place) {}

    Road(List<Step> steps) {
        addClassName("stack");
        var road = new OrderedList();
        road.addClassName("road");
        road.getStyle().set("--n", Integer.toString(steps.size()));
        road.getElement().setAttribute("aria-label", getTranslation("proposal.road"));
        steps.forEach(step -> road.add(item(step)));
        var details = new NativeDetails(getTranslation("proposal.road.table.show"), table(steps));
        add(road, details);
    }

    private ListItem item(Step step) {
        var item = new ListItem();
        item.addClassNames(step.party().style(), step.place().style);
        var text = new Span();
        text.addClassName("t");
        if (step.place() == Place.NOW) {
            item.getElement().setAttribute("aria-current", "step");
            var tag = new Span(getTranslation("proposal.road.cur"));
            tag.addClassName("tag");
            text.add(tag, new Text(" "));
        }
        var name = new com.vaadin.flow.dom.Element("b");
        name.setText(step.name());
        text.getElement().appendChild(name);
        var party = new Span(new PartyLabel(step.party()));
        party.addClassName("w");
        party.getElement().setAttribute("aria-hidden", "true");
        var date = new Span(step.when());
        date.addClassName("d");
        var spoken = new Span(getTranslation(
                "proposal.road.spoken",
                getTranslation(step.party().key()),
                getTranslation(step.place().key())));
        spoken.addClassName("vh");
        date.add(spoken);
        text.add(party, date);
        item.add(text, node(step));
        return item;
    }

    private static Component node(Step step) {
        var node = new Span();
        node.addClassName("node");
        node.getElement().setAttribute("aria-hidden", "true");
        if (step.place() == Place.DONE) {
            node.add(Icon.CHECK.create());
        }
        return node;
    }

    private Component table(List<Step> steps) {
        var table = new PlainTable(
                getTranslation("proposal.road"),
                List.of(
                        getTranslation("proposal.road.step"),
                        getTranslation("proposal.road.who"),
                        getTranslation("proposal.road.when"),
                        getTranslation("proposal.road.place")),
                Set.of());
        steps.forEach(step -> table.row(
                new Text(step.name()),
                new PartyLabel(step.party()),
                new Text(step.when()),
                new Chip(step.place().chip, getTranslation(step.place().key()))));
        return table;
    }
}
