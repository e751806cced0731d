package app.tomoni.call;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says what still has to be done before a call can be put forward. */
@Component
@Transactional(readOnly = true)
public class Readiness {

    private final Panels panels;
    private final Timetable timetable;

    Readiness(Panels panels, Timetable timetable) {
        this.panels = panels;
        this.timetable = timetable;
    }

    /** All problems of a draft: of its text, its calendar and its panel. */
    public List<Problem> problems(Call call) {
        var draft = call.draft();
        var problems = new ArrayList<>(DraftReader.read(draft).problems());
        problems.addAll(timetable.of(draft).problems());
        var members = panels.members(call.id()).size();
        if (members == 0) {
            problems.add(Problem.of("/panel", "call.problem.noPanel"));
        } else if (panels.chair(call.id()).isEmpty()) {
            problems.add(Problem.of("/panel", "call.problem.noChair"));
        }
        atMost(draft, "/quorum", "call.problem.quorum", members, problems);
        atMost(draft, "/minimumSheets", "call.problem.minimumSheets", members, problems);
        return List.copyOf(problems);
    }

    private static void atMost(Draft draft, String place, String key, int members, List<Problem> problems) {
        var number = DraftReader.whole(draft.text(place));
        if (members > 0 && number.isPresent() && number.getAsLong() > members) {
            problems.add(Problem.of(place, key, members));
        }
    }
}
