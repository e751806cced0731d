package app.tomoni.call;

import app.tomoni.form.FormDefinition.Place;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says what still has to be done before a call can be put forward. */
@Component
@Transactional(readOnly = true)
public class Readiness {

    private final Panels panels;
    private final Timetable timetable;
    private final ProposalForm form;
    private final Clock clock;

    Readiness(Panels panels, Timetable timetable, ProposalForm form, Clock clock) {
        this.panels = panels;
        this.timetable = timetable;
        this.form = form;
        this.clock = clock;
    }

    /** All problems of a draft: of its text, its calendar, its form and its panel. */
    public List<Problem> problems(Call call) {
        var draft = call.draft();
        var problems = new ArrayList<>(DraftReader.read(draft).problems());
        if (isOver(call.closing())) {
            problems.add(Problem.of("/closesOn", "call.problem.closesPast"));
        }
        problems.addAll(timetable.of(draft).problems());
        evidence(call, draft, problems);
        var members = panels.members(call.id()).size();
        var needed = Math.max(whole(draft, "/quorum"), whole(draft, "/minimumSheets"));
        if (members == 0) {
            problems.add(Problem.of("/panel", "call.problem.noPanel"));
        } else if (members < needed) {
            problems.add(Problem.of("/panel", "call.problem.fewMembers", needed - members, needed));
        }
        if (panels.chair(call.id()).isEmpty()) {
            problems.add(Problem.of("/panel", "call.problem.noChair"));
        }
        return List.copyOf(problems);
    }

    /** Whether the draft would open as soon as it is approved: its opening has passed. */
    public boolean opensAtOnce(Call call) {
        return isOver(call.opening());
    }

    private boolean isOver(Optional<Instant> at) {
        return at.filter(then -> !then.isAfter(clock.instant())).isPresent();
    }

    /** A criterion points only at what reviewers find in the form. */
    private void evidence(Call call, Draft draft, List<Problem> problems) {
        var places =
                form.of(call).forReviewers().places().stream().map(Place::key).collect(Collectors.toSet());
        draft.entries("/criteria").stream()
                .map(criterion -> criterion + "/evidence")
                .filter(chosen -> !places.containsAll(draft.chosen(chosen)))
                .forEach(chosen -> problems.add(Problem.of(chosen, "call.problem.evidence")));
    }

    /** None is asked for while the number cannot be read; that is said at its field. */
    private static long whole(Draft draft, String place) {
        return Typed.whole(draft.text(place)).orElse(0);
    }
}
