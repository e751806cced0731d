package app.tomoni.call;

import app.tomoni.account.Actor;
import app.tomoni.account.PersonId;
import app.tomoni.shared.JapaneseDates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Calls for tests and for the demonstration data: complete drafts from the templates that come along. */
public final class CallSamples {

    static final Instant OPENS = at(LocalDate.of(2026, 6, 1), 9);
    static final Instant CLOSES = at(LocalDate.of(2026, 6, 30), 17);
    static final Instant BEFORE = at(LocalDate.of(2026, 5, 1), 9);
    static final Instant DURING = at(LocalDate.of(2026, 6, 15), 12);

    private static final String RELEASE = "sample";

    private CallSamples() {}

    /** The dates of a call, for {@link #complete}. */
    public record Dates(
            int year,
            LocalDate opens,
            LocalDate closes,
            LocalDate publication,
            LocalDate projectFrom,
            LocalDate projectTo) {}

    static final Dates DATES = new Dates(
            2026,
            LocalDate.of(2026, 6, 1),
            LocalDate.of(2026, 6, 30),
            LocalDate.of(2026, 9, 30),
            LocalDate.of(2027, 4, 1),
            LocalDate.of(2028, 3, 31));

    /** Fills in what a template leaves open. */
    static Draft complete(Template template, String title, String contact, Dates dates) {
        var draft = template.draft();
        draft.put("/title", title);
        draft.put("/year", String.valueOf(dates.year()));
        draft.put("/contact", contact);
        draft.put("/opensOn", dates.opens().toString());
        draft.put("/closesOn", dates.closes().toString());
        draft.put("/publicationOn", dates.publication().toString());
        draft.put("/projectFrom", dates.projectFrom().toString());
        draft.put("/projectTo", dates.projectTo().toString());
        return draft;
    }

    static Draft draft() {
        var texts = Template.resource("/calls/sample.json");
        return complete(Template.LEVELS, texts.text("/title"), texts.text("/contact"), DATES);
    }

    static Call drafted(PersonId drafter) {
        return Call.draft(draft(), "LEVELS", BEFORE, Actor.inOwnRight(drafter));
    }

    static Call approved(PersonId drafter, PersonId approver) {
        var call = drafted(drafter);
        call.putForward(List.of(), BEFORE, Actor.inOwnRight(drafter));
        call.approve(BEFORE, RELEASE, BEFORE, Actor.inOwnRight(approver));
        return call;
    }

    static Call open(PersonId drafter, PersonId approver) {
        var call = approved(drafter, approver);
        call.openAtItsTime(OPENS);
        return call;
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(JapaneseDates.ZONE).toInstant();
    }
}
