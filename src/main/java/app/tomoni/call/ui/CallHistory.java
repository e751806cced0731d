package app.tomoni.call.ui;

import app.tomoni.account.PersonId;
import app.tomoni.call.Approval;
import app.tomoni.call.Call;
import app.tomoni.process.CaseEvent;
import app.tomoni.process.CaseKey;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Facts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Where a call comes from, and who drafted, put forward, approved and extended it, and when. */
final class CallHistory extends Card {

    private final Words words;

    CallHistory(Call call, CallView.Tools tools, Words words) {
        super(words.say("call.history.title"));
        this.words = words;
        var people = new HashSet<PersonId>();
        people.add(call.draftedBy());
        call.putForwardBy().ifPresent(people::add);
        call.approval().ifPresent(approval -> people.add(by(approval)));
        call.extensions().forEach(extension -> people.add(extension.extendedBy()));
        var done = tools.events().of(new CaseKey(call.id().value()));
        done.forEach(event -> people.addAll(event.doers()));
        var names = tools.people().names(people);
        var facts = new Facts()
                .fact(words.say("call.fact.year"), words.fiscalYear(call))
                .fact(words.say("call.fact.origin"), words.origin(call))
                .fact(
                        words.say("call.fact.drafted"),
                        who(call.draftedAt(), doer(call.draftedBy(), "callDrafted", done, names)));
        call.putForwardAt()
                .ifPresent(at -> facts.fact(
                        words.say("call.fact.putForward"),
                        who(
                                at,
                                call.putForwardBy()
                                        .map(person -> doer(person, "callPutForward", done, names))
                                        .orElse(""))));
        call.approval()
                .ifPresent(approval -> facts.fact(
                        words.say("call.fact.approved"),
                        switch (approval) {
                            case Approval.Here here -> who(here.at(), doer(here.by(), "callApproved", done, names));
                            case Approval.Recorded recorded ->
                                words.say(
                                        "call.fact.recorded",
                                        words.day(recorded.day()),
                                        recorded.office(),
                                        recorded.number(),
                                        doer(recorded.by(), "callApproved", done, names));
                        }));
        call.openedAt().ifPresent(at -> facts.fact(words.say("call.fact.opened"), words.at(at)));
        add(facts);
        if (!call.extensions().isEmpty()) {
            add(extensions(call, done, names));
        }
    }

    private Component extensions(Call call, List<CaseEvent> done, Map<PersonId, String> names) {
        var list = new OrderedList();
        call.extensions().forEach(extension -> {
            var item = new ListItem(words.say(
                    "call.fact.extension",
                    words.at(extension.closedAt()),
                    words.at(extension.closesAt()),
                    extension.reason(),
                    doer(extension.extendedBy(), "callExtended", done, names),
                    words.at(extension.extendedAt())));
            extension
                    .publicationAt()
                    .ifPresent(
                            at -> item.add(new Paragraph(words.say("call.fact.extension.publication", words.at(at)))));
            list.add(item);
        });
        return list;
    }

    /** Whoever did it, and in whose place when it was done as a deputy. */
    private String doer(PersonId person, String kind, List<CaseEvent> done, Map<PersonId, String> names) {
        var name = names.getOrDefault(person, "");
        return done.stream()
                .filter(event -> event.kind().equals(kind) && person.equals(event.person()))
                .reduce((earlier, later) -> later)
                .map(CaseEvent::actingFor)
                .map(principal -> words.say("account.deputy.did", name, names.getOrDefault(principal, "")))
                .orElse(name);
    }

    private static PersonId by(Approval approval) {
        return switch (approval) {
            case Approval.Here here -> here.by();
            case Approval.Recorded recorded -> recorded.by();
        };
    }

    private String who(Instant at, String name) {
        return words.say("call.fact.who", words.at(at), name);
    }
}
