package app.tomoni.call;

import app.tomoni.shared.Graphemes;
import app.tomoni.shared.JapaneseDates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the values of a draft place by place, and notes a problem wherever one is missing or cannot be. */
final class DraftValues {

    static final int LONGEST_NAME = 100;
    static final int LONGEST_LINE = 400;

    private final Draft draft;
    private final List<Problem> problems = new ArrayList<>();

    DraftValues(Draft draft) {
        this.draft = draft;
    }

    /** What has been found wrong so far, in the order of reading. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** @param most how many characters it may have */
    String required(String place, int most) {
        var text = draft.text(place).strip();
        if (text.isEmpty()) {
            problem(place, "call.problem.required");
        }
        var count = Graphemes.count(text);
        if (count > most) {
            problem(place, "call.problem.long", most, count);
        }
        return text;
    }

    /** -1, with a problem, where there is no such number. */
    long number(String place, long least, long most) {
        var typed = draft.text(place);
        if (typed.isBlank()) {
            problem(place, "call.problem.required");
            return -1;
        }
        var number = Typed.whole(typed);
        if (number.isEmpty() || number.getAsLong() < least || number.getAsLong() > most) {
            problem(place, "call.problem.number", least, most);
            return -1;
        }
        return number.getAsLong();
    }

    @Nullable
    Instant instant(String day, String time) {
        var on = day(day);
        var at = time(time);
        return on == null || at == null
                ? null
                : on.atTime(at).atZone(JapaneseDates.ZONE).toInstant();
    }

    @Nullable
    LocalDate day(String place) {
        var day = Typed.date(draft.text(place));
        if (day.isEmpty()) {
            missingOr(place, "call.problem.date");
        }
        return day.orElse(null);
    }

    @Nullable
    LocalTime time(String place) {
        var time = Typed.time(draft.text(place));
        if (time.isEmpty()) {
            missingOr(place, "call.problem.time");
        }
        return time.orElse(null);
    }

    <E extends Enum<E>> @Nullable E one(String place, Class<E> type) {
        var typed = draft.text(place);
        var found = Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(typed))
                .findFirst();
        if (found.isEmpty()) {
            problem(place, "call.problem.choose");
        }
        return found.orElse(null);
    }

    void missingOr(String place, String key) {
        problem(place, draft.text(place).isBlank() ? "call.problem.required" : key);
    }

    void problem(String place, String key, Object... arguments) {
        problems.add(Problem.of(place, key, arguments));
    }
}
