package app.tomoni.portal;

import app.tomoni.call.Call;
import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.call.Deadline;
import app.tomoni.call.Panels;
import app.tomoni.call.RuleWords;
import app.tomoni.call.Timetable;
import app.tomoni.decision.Results;
import app.tomoni.process.Audience;
import app.tomoni.process.CaseKey;
import app.tomoni.process.CaseStatus;
import app.tomoni.process.DueDates;
import app.tomoni.process.Statuses;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Translations;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The city's calls: those that take proposals now, those to come and those that have closed. */
@Controller
@AnonymousAllowed
class CallPages {

    private final Calls calls;
    private final Panels panels;
    private final Timetable timetable;
    private final DueDates dates;
    private final Results results;
    private final Statuses statuses;
    private final Translations translations;
    private final Clock clock;

    CallPages(
            Calls calls,
            Panels panels,
            Timetable timetable,
            DueDates dates,
            Results results,
            Statuses statuses,
            Translations translations,
            Clock clock) {
        this.calls = calls;
        this.panels = panels;
        this.timetable = timetable;
        this.dates = dates;
        this.results = results;
        this.statuses = statuses;
        this.translations = translations;
        this.clock = clock;
    }

    @GetMapping(FrontDoor.PAGE)
    @Transactional(readOnly = true)
    public String calls(Model model) {
        var now = clock.instant();
        model.addAttribute("open", calls.open(now));
        model.addAttribute("toCome", calls.toCome(now));
        model.addAttribute("closed", calls.closed(now));
        return "portal/calls";
    }

    @GetMapping("/guidelines/{id}")
    @Transactional(readOnly = true)
    public String call(@PathVariable UUID id, Model model, Locale locale) {
        var call = calls.findById(id)
                .filter(Call::isApproved)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var now = clock.instant();
        model.addAttribute("id", id);
        model.addAttribute("call", call);
        model.addAttribute("guideline", call.guideline());
        model.addAttribute("stops", timetable.of(call).stops());
        var members = panels.members(call.id()).size();
        model.addAttribute("rules", new RuleWords(translations, locale).of(call.guideline(), members));
        model.addAttribute("open", call.isOpen(now));
        model.addAttribute("hasClosed", call.hasClosed(now));
        model.addAttribute("publication", publication(call.id(), now, locale));
        model.addAttribute("published", results.of(new CallId(id)).isPresent());
        model.addAttribute("nothingToDecide", results.ended(new CallId(id)).isPresent());
        model.addAttribute("selection", selection(id, locale));
        return "portal/call";
    }

    /** The day confirmed for the results goes before the day that was planned. */
    private String publication(CallId call, Instant now, Locale locale) {
        var at = Objects.requireNonNull(dates.due(new CaseKey(call.value()), Deadline.PUBLICATION, now));
        var day = JapaneseDates.full(JapaneseDates.day(at), locale);
        return statuses.orLate(translations.getTranslation("portal.call.next", locale, day), at, locale);
    }

    /** Where the selection stands, in the words that its drawing has for everybody; nothing before it begins. */
    private String selection(UUID call, Locale locale) {
        return statuses.ofBegun(new CaseKey(call), Audience.EVERYONE, null, locale)
                .map(CaseStatus::now)
                .orElse("");
    }
}
