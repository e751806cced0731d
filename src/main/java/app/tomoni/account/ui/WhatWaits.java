package app.tomoni.account.ui;

import app.tomoni.account.Deputies;
import app.tomoni.account.Office;
import app.tomoni.account.OpenWork;
import app.tomoni.account.PersonId;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What becomes of a person or an office, and below it what waits there and who else can do it. */
class WhatWaits extends Div {

    /** @param all nothing is said of it where nothing waits */
    WhatWaits(PersonView.Tools tools, String sentence, List<OpenWork.Waiting> all) {
        super(new Paragraph(sentence));
        addClassName("stack");
        if (!all.isEmpty()) {
            var work = new Div(new Paragraph(getTranslation("account.work")), list(tools, all));
            work.addClassName("stack");
            add(work);
        }
    }

    /** In all offices of the person; whoever stands in for them can do it as well. */
    static WhatWaits inAllOffices(PersonView.Tools tools, PersonId person, String sentence) {
        var today = LocalDate.now(tools.clock());
        var standIns = tools.deputies().around(person).stream()
                .filter(deputy ->
                        deputy.actsFor().equals(person) && !deputy.from().isAfter(today))
                .toList();
        return new WhatWaits(
                tools,
                sentence,
                tools.work().of(person).stream()
                        .map(waiting -> new OpenWork.Waiting(
                                waiting.office(),
                                waiting.scope(),
                                waiting.alone(),
                                waiting.shared(),
                                Stream.concat(
                                                waiting.others().stream(),
                                                standIns.stream()
                                                        .filter(deputy -> deputy.office() == waiting.office()
                                                                && Objects.equals(deputy.scope(), waiting.scope()))
                                                        .map(Deputies.Deputy::person))
                                        .distinct()
                                        .toList()))
                        .toList());
    }

    private UnorderedList list(PersonView.Tools tools, List<OpenWork.Waiting> all) {
        var names = tools.people()
                .names(all.stream()
                        .flatMap(waiting -> waiting.others().stream())
                        .collect(Collectors.toSet()));
        var list = new UnorderedList();
        list.addClassName("bulleted");
        all.forEach(waiting -> {
            var office = tools.scopes().name(waiting.office(), waiting.scope(), getLocale());
            if (waiting.alone() > 0) {
                list.add(new ListItem(getTranslation(
                        waiting.office().scope() == Office.Scope.CALL
                                ? "account.work.alone.panel"
                                : "account.work.alone",
                        office,
                        waiting.alone())));
            }
            if (waiting.shared() > 0) {
                list.add(new ListItem(
                        waiting.others().isEmpty()
                                ? getTranslation("account.work.nobody", office, waiting.shared())
                                : getTranslation(
                                        "account.work.shared",
                                        office,
                                        waiting.shared(),
                                        waiting.others().stream()
                                                .map(other -> names.getOrDefault(other, ""))
                                                .collect(Collectors.joining(getTranslation("account.person.and"))))));
            }
        });
        return list;
    }
}
