package app.tomoni.notice;

import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.process.OpenTask;
import app.tomoni.process.OpenTasks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whom a notice goes to, as the offices are held when it is written. */
@Component
class Recipients {

    private final Offices offices;
    private final OpenTasks tasks;

    Recipients(Offices offices, OpenTasks tasks) {
        this.offices = offices;
        this.tasks = tasks;
    }

    /** Everyone who may act for the group. */
    List<PersonId> of(OrganisationId organisation) {
        return Stream.of(Office.GROUP_REPRESENTATIVE, Office.GROUP_EDITOR)
                .flatMap(office -> offices.holders(office, organisation.value()).stream())
                .distinct()
                .toList();
    }

    /** Everyone in the secretariat, themselves or as a deputy. */
    Set<PersonId> secretariat() {
        return Set.copyOf(offices.users(Set.of(Office.SECRETARIAT)));
    }

    /** What waits of a call for each person who may approve it, themselves or as a deputy. */
    Map<PersonId, List<OpenTask>> approvers(CallId call) {
        var waiting = new LinkedHashMap<PersonId, List<OpenTask>>();
        offices.users(Set.of(Office.APPROVER)).forEach(person -> waiting.put(person, waiting(person, call)));
        return waiting;
    }

    private List<OpenTask> waiting(PersonId approver, CallId call) {
        return tasks.page(
                        approver,
                        new OpenTasks.Question(
                                OpenTasks.View.ALL,
                                "",
                                call.value(),
                                Office.APPROVER,
                                OpenTasks.Order.DUE,
                                0,
                                OpenTasks.MANY))
                .tasks();
    }
}
