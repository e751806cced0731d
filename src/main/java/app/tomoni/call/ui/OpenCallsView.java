package app.tomoni.call.ui;

import app.tomoni.account.ForEveryoneSignedIn;
import app.tomoni.account.SignedIn;
import app.tomoni.call.Call;
import app.tomoni.call.Calls;
import app.tomoni.organisation.Memberships;
import app.tomoni.organisation.Organisation;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.EmptyState;
import app.tomoni.shared.ui.Facts;
import app.tomoni.shared.ui.PageHead;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/** The calls that a group can propose to now, and those to come. */
@Route(CallNavigation.OPEN_CALLS)
@ForEveryoneSignedIn
@StyleSheet("context://tomoni/call.css")
class OpenCallsView extends Div implements HasDynamicTitle {

    private final Words words;

    OpenCallsView(Calls calls, Memberships memberships, SignedIn signedIn, Translations translations, Clock clock) {
        this.words = new Words(translations, getLocale());
        var now = clock.instant();
        var groups = memberships.organisationsOf(signedIn.person()).stream()
                .map(Organisation::id)
                .toList();
        var open = groups.isEmpty()
                ? calls.open(now)
                : calls.openTo(groups.stream().map(OrganisationId::value).toList(), now);
        var toCome = calls.toCome(now);
        addClassName("stack-5");
        add(new PageHead(words.say("call.open.title")));
        if (open.isEmpty()) {
            add(new EmptyState(words.say("call.open.empty"), next(toCome)));
        }
        open.forEach(call -> add(card(call, groups, now)));
        if (!toCome.isEmpty()) {
            add(new H2(words.say("call.open.toCome")));
            toCome.forEach(call -> add(card(call, groups, now)));
        }
    }

    private String next(List<Call> toCome) {
        return toCome.isEmpty()
                ? words.say("call.open.empty.why")
                : words.say(
                        "call.open.empty.next",
                        words.title(toCome.getFirst()),
                        words.at(toCome.getFirst().opensAt()));
    }

    private Component card(Call call, List<OrganisationId> groups, Instant now) {
        var money = call.guideline().money();
        var facts = new Facts()
                .fact(
                        words.say("call.guide.window"),
                        words.say("call.guide.fromTo", words.at(call.opensAt()), words.at(call.closesAt())))
                .fact(words.say("call.guide.money.ceiling"), words.yen(money.ceiling()));
        var link = new Anchor(CallNavigation.openCall(call.id()), words.say("call.open.read"));
        link.addClassName("btn");
        link.getElement().setAttribute("aria-label", words.say("call.open.read.of", words.title(call)));
        var card = new Card(words.title(call), facts);
        var late =
                groups.stream().filter(call::isAdmittedLate).map(call::closesAt).max(Comparator.naturalOrder());
        late.ifPresent(until -> card.add(new Paragraph(words.say("call.open.admitted", words.at(until)))));
        if (call.isOpen(now)) {
            var left = new Paragraph(daysLeft(call, now));
            left.addClassName("b");
            card.add(left);
        }
        card.add(link);
        return card;
    }

    private String daysLeft(Call call, Instant now) {
        var days = ChronoUnit.DAYS.between(JapaneseDates.day(now), JapaneseDates.day(call.closesAt()));
        return days == 0 ? words.say("call.open.lastDay") : words.say("call.open.daysLeft", days);
    }

    @Override
    public String getPageTitle() {
        return words.say("call.open.title");
    }
}
