package app.tomoni.call;

import app.tomoni.account.Actor;
import app.tomoni.account.City;
import app.tomoni.account.PersonId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The secretariat begins a call, from a template or from an earlier call. */
@Component
@Transactional
public class DraftCall {

    /** So many weeks later than last year is the same weekday. */
    private static final int WEEKS_OF_A_YEAR = 52;

    private static final List<String> DAYS = List.of("/opensOn", "/closesOn", "/publicationOn", "/meetingOn");
    private static final List<String> PROJECT_DAYS = List.of("/projectFrom", "/projectTo");

    private final Calls calls;
    private final CallStaff staff;
    private final City city;
    private final Clock clock;

    DraftCall(Calls calls, CallStaff staff, City city, Clock clock) {
        this.calls = calls;
        this.staff = staff;
        this.city = city;
        this.clock = clock;
    }

    /** @param origin the template in words, as it is shown later */
    public CallId from(Template template, String origin, PersonId by) {
        var drafter = staff.requireSecretariat(by);
        var draft = template.draft();
        draft.put("/contact", contact());
        return begin(draft, origin, drafter);
    }

    /** As the latest call had it, or as the city has named its secretariat. */
    private String contact() {
        return calls.all().stream()
                .map(call -> call.draft().text("/contact"))
                .filter(contact -> !contact.isBlank())
                .findFirst()
                .orElseGet(() -> city.contact(Locale.JAPANESE));
    }

    /**
     * Copies the rules and the files; dates move to the same weekday of the next year, and the panel is appointed anew.
     *
     * @param origin the earlier call in words, as it is shown later
     */
    public CallId copyOf(CallId earlier, String origin, PersonId by) {
        var drafter = staff.requireSecretariat(by);
        var draft = calls.get(earlier).draft();
        DraftReader.year(draft).ifPresent(year -> draft.put("/year", String.valueOf(year + 1)));
        DAYS.forEach(place -> move(draft, place, true));
        PROJECT_DAYS.forEach(place -> move(draft, place, false));
        draft.takeFilesOver();
        return begin(draft, origin, drafter);
    }

    private static void move(Draft draft, String place, boolean sameWeekday) {
        draft.put(
                place,
                Typed.date(draft.text(place))
                        .map(day -> sameWeekday ? day.plusWeeks(WEEKS_OF_A_YEAR) : day.plusYears(1))
                        .map(LocalDate::toString)
                        .orElse(""));
    }

    private CallId begin(Draft draft, String origin, Actor by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return calls.save(Call.draft(draft, origin, now, by)).id();
    }
}
