package app.tomoni.call.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.SignedIn;
import app.tomoni.call.Call;
import app.tomoni.call.Calls;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.EmptyState;
import app.tomoni.shared.ui.PageHead;
import app.tomoni.shared.ui.PlainTable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** All calls, as the city's staff see them. */
@Route(CallNavigation.CALLS)
@ForOffices({
    Office.SECRETARIAT,
    Office.APPROVER,
    Office.DEPARTMENT,
    Office.DEPARTMENT_HEAD,
    Office.FINANCE,
    Office.AUDITOR
})
@StyleSheet("context://tomoni/call.css")
class CallsView extends Div implements HasDynamicTitle {

    private final Words words;
    private final Clock clock;

    CallsView(Calls calls, Offices offices, SignedIn signedIn, Translations translations, Clock clock) {
        this.words = new Words(translations, getLocale());
        this.clock = clock;
        var secretariat = offices.holds(signedIn.person(), Office.SECRETARIAT, null);
        var all = calls.all();
        addClassName("stack-5");
        add(new PageHead(words.say("call.list.title")));
        if (secretariat && !all.isEmpty()) {
            add(begin());
        }
        if (all.isEmpty()) {
            add(
                    secretariat
                            ? new EmptyState(words.say("call.list.empty"), words.say("call.list.empty.why"), begin())
                            : new EmptyState(words.say("call.list.empty"), words.say("call.list.empty.wait")));
        } else {
            add(table(all));
        }
    }

    private Component begin() {
        var link = new Anchor(CallNavigation.CALLS + "/new", words.say("call.list.new"));
        link.addClassNames("btn", "p");
        return link;
    }

    private Component table(List<Call> all) {
        var table = new PlainTable(
                words.say("call.list.caption", all.size()),
                List.of(
                        words.say("call.list.call"),
                        words.say("call.list.stage"),
                        words.say("call.list.opens"),
                        words.say("call.list.closes")),
                Set.of());
        for (var call : all) {
            var link = new Anchor(CallNavigation.call(call.id()), words.title(call));
            var year = new Span(words.fiscalYear(call));
            year.addClassName("help");
            var name = new Div(link, year);
            name.addClassName("call-name");
            table.row(
                    name,
                    Stage.of(call, clock.instant()).chip(words),
                    new Span(call.opening().map(words::at).orElse(words.say("call.notSet"))),
                    new Span(call.closing().map(words::at).orElse(words.say("call.notSet"))));
        }
        return table;
    }

    @Override
    public String getPageTitle() {
        return words.say("call.list.title");
    }
}
