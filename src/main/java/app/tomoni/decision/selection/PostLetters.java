package app.tomoni.decision.selection;

import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.process.CaseScopes;
import app.tomoni.process.Request;
import app.tomoni.process.Requests;
import app.tomoni.shared.BusinessDays;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The secretariat brings letters to the post and notes it: results wait for the last that tells one. */
@Component
@Transactional
public class PostLetters {

    private final LetterRegister register;
    private final LettersToPost toPost;
    private final Answers answers;
    private final Publications publications;
    private final PublicationDay day;
    private final Materials materials;
    private final Requests requests;
    private final LetterRecord record;
    private final CaseEvents events;
    private final Offices offices;
    private final BusinessDays businessDays;
    private final Clock clock;

    PostLetters(
            LetterRegister register,
            LettersToPost toPost,
            Answers answers,
            Publications publications,
            PublicationDay day,
            Materials materials,
            Requests requests,
            LetterRecord record,
            CaseEvents events,
            Offices offices,
            BusinessDays businessDays,
            Clock clock) {
        this.register = register;
        this.toPost = toPost;
        this.answers = answers;
        this.publications = publications;
        this.day = day;
        this.materials = materials;
        this.requests = requests;
        this.record = record;
        this.events = events;
        this.offices = offices;
        this.businessDays = businessDays;
        this.clock = clock;
    }

    /** Nothing is published before they have left: the call waits for it, and says so. */
    void ask(CallId call, String title, Instant planned) {
        ask("postLetters", PublicationDay.path(call), call, title, day.dueFor(planned), new CaseKey(call.value()));
    }

    /** Letters lie here for which no results wait: they leave on the next open day. */
    void askToPost(CallId call, String title) {
        requests.settle(printed(call));
        var tomorrow = businessDays.soon(LocalDate.now(clock), 1);
        ask("postPrinted", printed(call), call, title, JapaneseDates.closeOfOffices(tomorrow), null);
    }

    /** Where the secretariat notes that letters have left for which no results wait. */
    private static String printed(CallId call) {
        return PublicationDay.path(call) + "&printed";
    }

    private void ask(String kind, String path, CallId call, String title, Instant due, @Nullable CaseKey holdsUp) {
        requests.ask(new Request(
                kind,
                title,
                null,
                Office.SECRETARIAT,
                new CaseScopes(call.value(), null, null),
                due,
                path,
                Set.of(),
                holdsUp));
    }

    /** Records that a letter has left the house on paper today. */
    public void post(UUID letter, PersonId by) {
        post(List.of(letter), LocalDate.now(clock), by);
    }

    /**
     * Records that these letters have left the house on paper.
     *
     * @param on the day on which they did: the results count from it, and not from when it is noted
     * @throws Refusal when that day is still to come, or lies before that from which on a letter was to be posted
     */
    public void post(Collection<UUID> letters, LocalDate on, PersonId by) {
        var known = known(letters, by);
        // Of two who note the last letters at once, the second sees what the first has noted
        known.stream().map(letter -> letter.call().value()).distinct().sorted().forEach(publications::waitingLocked);
        record.posted(known.stream().filter(Letter::isToPost).toList(), on);
        for (var letter : known) {
            letter.post(on, by, clock.instant());
            register.save(letter);
        }
        known.stream().map(Letter::call).distinct().forEach(call -> {
            if (register.ofCall(call.value()).stream().noneMatch(Letter::isToPost)) {
                requests.settle(printed(call));
            }
            day.keep(call);
        });
    }

    private List<Letter> known(Collection<UUID> letters, PersonId by) {
        requireSecretariat(by);
        var known = register.findAllById(letters);
        if (known.size() < Set.copyOf(letters).size()) {
            throw new Refusal("decision.absent");
        }
        return known;
    }

    /**
     * What follows once the last letter with a result of a call has left.
     *
     * @param title of the call
     * @param planned when its results are published; none while the holidays until then are not known
     */
    public record Follows(String title, Optional<Instant> planned) {}

    /**
     * For each call whose results have waited for these letters and for no others: when they are published, as it is
     * before anybody is asked whether the posting is meant.
     *
     * @throws Refusal as {@link #post} does
     */
    @Transactional(readOnly = true)
    public List<Follows> follows(Collection<UUID> letters, LocalDate on, PersonId by) {
        var known = known(letters, by);
        known.forEach(letter -> letter.requirePosting(on, clock.instant()));
        return known.stream()
                .map(Letter::call)
                .distinct()
                .flatMap(call -> publications.waiting(call.value()).stream())
                .filter(publication -> areLast(letters, publication.call()))
                .map(publication -> new Follows(title(publication.call()), ifPosted(publication, on)))
                .toList();
    }

    private boolean areLast(Collection<UUID> letters, CallId call) {
        var waiting = toPost.of(call).stream().map(Letter::id).toList();
        return !waiting.isEmpty() && letters.containsAll(waiting);
    }

    private Optional<Instant> ifPosted(Publication publication, LocalDate on) {
        try {
            return Optional.of(day.ifPosted(publication, on));
        } catch (Refusal unknown) {
            return Optional.empty();
        }
    }

    /** What follows where letters with results were posted and none is left; none before that, and once published. */
    @Transactional(readOnly = true)
    public Optional<Follows> followed(CallId call) {
        var letters = toPost.results(call);
        return publications
                .waiting(call.value())
                .filter(publication -> letters.stream().noneMatch(Letter::isToPost)
                        && letters.stream().anyMatch(letter -> letter.postedAt().isPresent()))
                .map(publication -> new Follows(
                        title(call), Optional.of(publication.plannedAt()).filter(planned -> !publication.isHeld())));
    }

    private String title(CallId call) {
        return materials.of(call).terms().title();
    }

    /** Sends a letter by mail that nobody has opened on paper as well. */
    public void print(UUID id, PersonId by) {
        var letter = known(id, by);
        letter.print(clock.instant());
        register.save(letter);
        events.record(
                new CaseKey(letter.proposal().value()), "letterPrinted", Map.of("number", letter.documentNumber()));
        var call = letter.call();
        if (letter.kind() != Letter.Kind.RESULT) {
            askToPost(call, title(call));
            return;
        }
        publications.findById(call.value()).ifPresent(publication -> {
            var title = title(call);
            if (publication.publishedAt().isPresent() || !toPost.counts(letter)) {
                askToPost(call, title);
            } else {
                requests.settle(PublicationDay.path(call));
                ask(call, title, publication.plannedAt());
                day.keep(call);
            }
        });
    }

    /**
     * When results would be published if this letter was to be posted too, and left today; none if that changes nothing.
     *
     * @throws Refusal when nobody knows yet on which of the days until then the city is closed
     */
    @Transactional(readOnly = true)
    public Optional<Instant> delayedByPosting(Letter letter) {
        return publications
                .waiting(letter.call().value())
                .filter(publication -> !publication.isHeld() && toPost.counts(letter))
                .map(Publication::plannedAt)
                .flatMap(planned -> Optional.of(day.ifPostedToday(planned)).filter(planned::isBefore));
    }

    private void requireSecretariat(PersonId by) {
        if (!offices.holds(by, Office.SECRETARIAT, null)) {
            throw new Refusal("decision.absent");
        }
    }

    private Letter known(UUID letter, PersonId by) {
        requireSecretariat(by);
        return register.findById(letter).orElseThrow(() -> new Refusal("decision.absent"));
    }

    /** That letters with results have not left, and what that means for the publication; none once they have. */
    @Transactional(readOnly = true)
    public Optional<Refusal> unposted(CallId call) {
        var waiting = toPost.of(call).size();
        return publications
                .waiting(call.value())
                .filter(publication -> waiting > 0)
                .map(publication -> publication.isHeld()
                        ? day.held(waiting, publication.plannedAt())
                        : new Refusal(
                                "decision.letters.unposted",
                                waiting,
                                java.sql.Date.valueOf(day.postBy(publication.plannedAt()))));
    }

    /** By when letters with results that are still here are to leave for the planned day; none where none is. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> postBy(CallId call) {
        return publications
                .waiting(call.value())
                .filter(publication -> !toPost.of(call).isEmpty())
                .map(publication -> day.postBy(publication.plannedAt()));
    }

    /**
     * That groups have not opened their letters with results yet; not of those who have answered, and none once the results
     * are published.
     */
    @Transactional(readOnly = true)
    public Optional<Refusal> unopened(CallId call) {
        if (publications.waiting(call.value()).isEmpty()) {
            return Optional.empty();
        }
        var answered = answers.findByCallIdOrderByAnsweredAt(call.value()).stream()
                .map(Answer::proposal)
                .collect(Collectors.toSet());
        var waiting = toPost.results(call).stream()
                .filter(letter -> letter.isUnopened() && !answered.contains(letter.proposal()))
                .count();
        return waiting == 0 ? Optional.empty() : Optional.of(new Refusal("decision.letters.unopened", waiting));
    }
}
