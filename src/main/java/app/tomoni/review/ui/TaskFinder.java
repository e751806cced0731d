package app.tomoni.review.ui;

import app.tomoni.account.Finder;
import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.process.OpenTask;
import app.tomoni.process.OpenTasks;
import app.tomoni.proposal.ProposalId;
import app.tomoni.review.Declarations;
import app.tomoni.review.Dossiers;
import app.tomoni.review.Listed;
import app.tomoni.shared.SearchWords;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the proposals beside the tasks that wait for a department, an approver or the finance office: the task is the one
 * page that they have of a proposal, and there is none once it is done. A tie closes it to them as well.
 */
@Component
@Transactional(readOnly = true)
class TaskFinder implements Finder {

    private static final Set<Office> BESIDE_A_TASK =
            EnumSet.of(Office.DEPARTMENT, Office.DEPARTMENT_HEAD, Office.APPROVER, Office.FINANCE);

    private final OpenTasks tasks;
    private final Dossiers dossiers;
    private final Declarations declarations;
    private final Calls calls;

    TaskFinder(OpenTasks tasks, Dossiers dossiers, Declarations declarations, Calls calls) {
        this.tasks = tasks;
        this.dossiers = dossiers;
        this.declarations = declarations;
        this.calls = calls;
    }

    @Override
    public Kind kind() {
        return Kind.PROPOSAL;
    }

    @Override
    public boolean isFor(PersonId reader) {
        return tasks.offices(reader).stream().anyMatch(BESIDE_A_TASK::contains);
    }

    @Override
    public List<Found> find(PersonId reader, SearchWords words, Locale locale) {
        var waiting = tasks.offices(reader).stream()
                .filter(BESIDE_A_TASK::contains)
                .flatMap(office -> waiting(reader, office))
                .filter(task -> task.scopes().organisation() != null) // others are about a whole call
                .toList();
        var asked = waiting.stream()
                .flatMap(task -> Stream.ofNullable(task.scopes().call()))
                .collect(Collectors.toSet());
        if (asked.isEmpty()) {
            return List.of();
        }
        return calls.titles(asked).stream()
                .flatMap(call -> find(reader, call, waiting, words))
                .toList();
    }

    private Stream<OpenTask> waiting(PersonId reader, Office office) {
        return tasks
                .page(
                        reader,
                        new OpenTasks.Question(
                                OpenTasks.View.ALL, "", null, office, OpenTasks.Order.TITLE, 0, OpenTasks.MANY))
                .tasks()
                .stream();
    }

    private Stream<Found> find(PersonId reader, Calls.Title call, List<OpenTask> waiting, SearchWords words) {
        var id = new CallId(call.id());
        var withheld = declarations.withheld(reader, id);
        var known = dossiers.ofCall(id).stream()
                .filter(listed -> !withheld.contains(listed.proposal()))
                .filter(listed -> words.in(listed.number(), listed.title(), listed.group(), call.title()))
                .collect(Collectors.toMap(Listed::proposal, Function.identity()));
        return waiting.stream()
                .flatMap(task -> Optional.ofNullable(
                        known.get(new ProposalId(task.caseKey().value())))
                        .map(listed -> found(task, listed, call))
                        .stream());
    }

    private static Found found(OpenTask task, Listed listed, Calls.Title call) {
        return new Found(
                listed.proposal().value(),
                task.address(),
                listed.title(),
                List.of(listed.number(), listed.group(), call.title()));
    }
}
