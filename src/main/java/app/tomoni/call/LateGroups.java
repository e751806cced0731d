package app.tomoni.call;

import app.tomoni.organisation.Memberships;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Translations;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Tells the city which groups may still propose although a call closes, or has closed, for the others. */
@Component
public class LateGroups {

    private final Calls calls;
    private final Memberships memberships;
    private final Translations texts;
    private final Clock clock;

    LateGroups(Calls calls, Memberships memberships, Translations texts, Clock clock) {
        this.calls = calls;
        this.memberships = memberships;
        this.texts = texts;
        this.clock = clock;
    }

    public List<String> said(CallId call, Locale locale) {
        return said(calls.get(call), locale);
    }

    /** A sentence for each; never for other groups to read. */
    public List<String> said(Call call, Locale locale) {
        var open = call.admittedLate().stream()
                .filter(group -> call.closesAt(group).isAfter(clock.instant()))
                .toList();
        var names = memberships.names(open);
        return open.stream()
                .map(group -> texts.getTranslation(
                        "call.late.open",
                        locale,
                        names.getOrDefault(group, ""),
                        JapaneseDates.full(call.closesAt(group), locale)))
                .toList();
    }
}
