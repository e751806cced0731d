package app.tomoni.portal;

import app.tomoni.call.Band;
import app.tomoni.call.Call;
import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.call.Criterion;
import app.tomoni.call.Deadline;
import app.tomoni.call.Level;
import app.tomoni.call.Panels;
import app.tomoni.call.ProposalForm;
import app.tomoni.call.RuleWords;
import app.tomoni.call.Timetable;
import app.tomoni.decision.Results;
import app.tomoni.document.Downloads;
import app.tomoni.document.FileId;
import app.tomoni.process.Audience;
import app.tomoni.process.CaseKey;
import app.tomoni.process.CaseStatus;
import app.tomoni.process.DueDates;
import app.tomoni.process.Statuses;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Translations;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The city's calls: those that take proposals now, those to come and those that have closed. */
@Controller
@AnonymousAllowed
class CallPages {

    private static final int OPEN_BYTES = 40_000;
    private static final int OPEN_MARKUP = 1_500;
    private static final int LIST_BYTES = 24_000;
    private static final int LINK_BYTES = 800;
    private static final int CLOSED_BYTES = 1_200;
    private static final int EXTENSION_BYTES = 10_000;
    private static final int CRITERIA_BYTES = 30_000;
    private static final int SCALE_MARKUP = 150;

    /**
     * A file for everybody.
     *
     * @param about what opens it, and how large it is
     */
    public record Offered(FileId id, String title, String about) {}

    private final Calls calls;
    private final Panels panels;
    private final Timetable timetable;
    private final ProposalForm form;
    private final Downloads downloads;
    private final DueDates dates;
    private final Results results;
    private final Statuses statuses;
    private final Translations translations;
    private final Clock clock;

    CallPages(
            Calls calls,
            Panels panels,
            Timetable timetable,
            ProposalForm form,
            Downloads downloads,
            DueDates dates,
            Results results,
            Statuses statuses,
            Translations translations,
            Clock clock) {
        this.calls = calls;
        this.panels = panels;
        this.timetable = timetable;
        this.form = form;
        this.downloads = downloads;
        this.dates = dates;
        this.results = results;
        this.statuses = statuses;
        this.translations = translations;
        this.clock = clock;
    }

    @GetMapping(FrontDoor.PAGE)
    @Transactional(readOnly = true)
    public String calls(@RequestParam(defaultValue = "1") int page, Model model, Locale locale) {
        var now = clock.instant();
        var pages = new Pages(page);
        model.addAttribute("open", pages.of(calls.open(now), OPEN_BYTES, CallPages::weight));
        model.addAttribute("toCome", pages.of(calls.toCome(now), LIST_BYTES, call -> LINK_BYTES));
        var closed = pages.of(calls.closed(now), LIST_BYTES, call -> CLOSED_BYTES);
        model.addAttribute("closed", closed);
        model.addAttribute("next", next(closed, locale));
        model.addAttribute("published", results.published());
        model.addAttribute("pages", pages.known());
        return "portal/calls";
    }

    @GetMapping("/guidelines/{id}")
    @Transactional(readOnly = true)
    public String call(@PathVariable UUID id, @RequestParam(defaultValue = "1") int page, Model model, Locale locale) {
        var call = known(id);
        var now = clock.instant();
        model.addAttribute("id", id);
        model.addAttribute("call", call);
        model.addAttribute("guideline", call.guideline());
        var pages = new Pages(page);
        model.addAttribute(
                "extensions",
                pages.of(call.extensions(), EXTENSION_BYTES, each -> LINK_BYTES + Pages.bytes(each.reason())));
        model.addAttribute("criteria", pages.of(call.guideline().criteria(), CRITERIA_BYTES, CallPages::weight));
        model.addAttribute("pages", pages.known());
        var stops = timetable.shown(call);
        model.addAttribute("stops", stops);
        model.addAttribute(
                "files",
                call.draft().files().stream()
                        .map(file -> new Offered(file.id(), file.title(), file.about(translations, locale)))
                        .toList());
        model.addAttribute("documents", form.of(call).attachments());
        var members = panels.members(call.id()).size();
        model.addAttribute("rules", new RuleWords(translations, locale).of(call.guideline(), members));
        model.addAttribute("open", call.isOpen(now));
        model.addAttribute("hasClosed", call.hasClosed(now));
        model.addAttribute("checksToCome", Timetable.hasChecksToCome(stops));
        var selection = selection(id, locale);
        model.addAttribute(
                "publication",
                selection
                        .filter(status -> dates.ofCase(new CaseKey(id), Deadline.PUBLICATION)
                                .filter(at -> at.equals(status.due()))
                                .isPresent())
                        .map(CaseStatus::next) // it says the day itself
                        .orElseGet(() -> Objects.requireNonNull(
                                next(List.of(call), locale).get(call.id()))));
        model.addAttribute("published", results.of(new CallId(id)).isPresent());
        model.addAttribute("nothingToDecide", results.ended(new CallId(id)).isPresent());
        model.addAttribute("selection", selection.map(CaseStatus::now).orElse(""));
        return "portal/call";
    }

    /** From the moment the call itself is public; before that it is as absent as one that never was. */
    @GetMapping("/guidelines/{id}/files/{file}")
    public ResponseEntity<Resource> file(@PathVariable UUID id, @PathVariable UUID file) {
        return known(id)
                .draft()
                .file(new FileId(file))
                .map(found -> downloads.send(found.id(), () -> true))
                .orElseThrow(CallPages::absent);
    }

    private Call known(UUID id) {
        return calls.findById(id).filter(Call::isApproved).orElseThrow(CallPages::absent);
    }

    private static ResponseStatusException absent() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static int weight(Call call) {
        var guideline = call.guideline();
        return OPEN_MARKUP
                + Pages.bytes(call.title())
                + Pages.bytes(guideline.purpose())
                + Pages.bytes(guideline.eligibleGroups());
    }

    private static int weight(Criterion criterion) {
        var texts = Stream.of(
                        Stream.of(criterion.name(), criterion.question()),
                        criterion.levels().stream().map(Level::text),
                        criterion.bands().stream().map(Band::text))
                .flatMap(Function.identity())
                .toList();
        return texts.stream().mapToInt(text -> SCALE_MARKUP + Pages.bytes(text)).sum();
    }

    /**
     * What comes next in each of these calls. The day confirmed for the results goes before the day that was planned, and
     * none is told while they wait for letters;
     * of a closed call whose selection has not begun nobody is told whether there will be any results.
     */
    private Map<CallId, String> next(List<Call> shown, Locale locale) {
        var now = clock.instant();
        var ids = shown.stream().map(Call::id).toList();
        var keys = ids.stream().map(id -> new CaseKey(id.value())).toList();
        var confirmed = dates.ofCases(keys, Deadline.PUBLICATION);
        var open = dates.open(keys, Deadline.PUBLICATION);
        var ended = results.nothingToDecide(ids);
        var next = new HashMap<CallId, String>();
        for (var call : shown) {
            var id = call.id();
            if (ended.getOrDefault(id, false)) {
                next.put(id, translations.getTranslation("portal.call.nothingToDecide", locale));
                continue;
            }
            if (open.contains(new CaseKey(id.value()))) {
                next.put(id, translations.getTranslation("portal.call.next.open", locale));
                continue;
            }
            var at = confirmed.getOrDefault(new CaseKey(id.value()), call.publicationAt());
            var key = call.hasClosed(now) && !ended.containsKey(id) ? "portal.call.next.ifAny" : "portal.call.next";
            var day = JapaneseDates.full(JapaneseDates.day(at), locale);
            next.put(id, statuses.orLate(translations.getTranslation(key, locale, day), at, locale));
        }
        return next;
    }

    /** Where the selection stands, in the words that its drawing has for everybody; nothing before it begins. */
    private Optional<CaseStatus> selection(UUID call, Locale locale) {
        return statuses.ofBegun(new CaseKey(call), Audience.EVERYONE, null, locale);
    }
}
