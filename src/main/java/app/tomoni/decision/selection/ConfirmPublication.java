package app.tomoni.decision.selection;

import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.call.Deadline;
import app.tomoni.decision.PublishedResult;
import app.tomoni.organisation.Organisations;
import app.tomoni.organisation.ProfileField;
import app.tomoni.process.CaseDates;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.process.CaseScopes;
import app.tomoni.process.Cases;
import app.tomoni.process.Request;
import app.tomoni.process.Requests;
import app.tomoni.process.TaskId;
import app.tomoni.proposal.PublicProposals;
import app.tomoni.shared.BusinessDays;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Json;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The secretariat checks each letter and the public page, posts the letters and sets the time of publication. */
@Component
@Transactional
public class ConfirmPublication {

    static final String TASK = "confirmPublication";

    private final Cases cases;
    private final CaseDates dates;
    private final CaseEvents events;
    private final LetterRegister register;
    private final WriteLetters letters;
    private final LetterWriting writing;
    private final Deliveries deliveries;
    private final Publications publications;
    private final Recommendations recommendations;
    private final PublicationDay day;
    private final LettersToPost toPost;
    private final PublicPage page;
    private final OpenData openData;
    private final Materials materials;
    private final People people;
    private final Offices offices;
    private final Organisations organisations;
    private final PublicProposals proposals;
    private final BusinessDays businessDays;
    private final Requests requests;
    private final LetterRecord record;
    private final Clock clock;

    ConfirmPublication(
            Cases cases,
            CaseDates dates,
            CaseEvents events,
            LetterRegister register,
            WriteLetters letters,
            LetterWriting writing,
            Deliveries deliveries,
            Publications publications,
            Recommendations recommendations,
            PublicationDay day,
            LettersToPost toPost,
            PublicPage page,
            OpenData openData,
            Materials materials,
            People people,
            Offices offices,
            Organisations organisations,
            PublicProposals proposals,
            BusinessDays businessDays,
            Requests requests,
            LetterRecord record,
            Clock clock) {
        this.cases = cases;
        this.dates = dates;
        this.events = events;
        this.register = register;
        this.letters = letters;
        this.writing = writing;
        this.deliveries = deliveries;
        this.publications = publications;
        this.recommendations = recommendations;
        this.day = day;
        this.toPost = toPost;
        this.page = page;
        this.openData = openData;
        this.materials = materials;
        this.people = people;
        this.offices = offices;
        this.organisations = organisations;
        this.proposals = proposals;
        this.businessDays = businessDays;
        this.requests = requests;
        this.record = record;
        this.clock = clock;
    }

    /**
     * Writes all letters again with another date.
     *
     * @throws Refusal when that day has passed: no letter leaves with it, nor with one before the approval
     */
    public void date(TaskId task, LocalDate dated, PersonId by) {
        var call = call(task, by);
        if (dated.isBefore(LocalDate.now(clock))) {
            throw new Refusal("decision.publication.dated.gone");
        }
        letters.write(call, dated);
        events.record(new CaseKey(call.value()), "lettersDated", Map.of("dated", dated.toString()));
    }

    /** The first day on which results may be published when the letters leave today. */
    public LocalDate earliest() {
        return businessDays.plusBusinessDays(LocalDate.now(clock), PublicationDay.DAYS_AFTER_POSTING);
    }

    /** The day and time proposed: as the call promised, or later when the letters are late. */
    public Instant proposed(Material.Terms terms) {
        var promised = terms.publication();
        return promised == null
                ? earliest()
                        .atTime(LocalTime.of(10, 0))
                        .atZone(JapaneseDates.ZONE)
                        .toInstant()
                : day.ifPostedToday(promised);
    }

    /**
     * What everybody is to read of why equals stand in their order.
     *
     * @param place among the deliberations of the committee
     */
    public record Order(int place, List<String> numbers, String reason) {}

    /** None where there were no equals, or where the committee spoke before it was told that its reason is published. */
    @Transactional(readOnly = true)
    public List<Order> orders(CallId call) {
        var material = materials.of(call);
        var found = recommendations.findByCallId(call.value()).orElseThrow().deliberations();
        var orders = new ArrayList<Order>();
        for (var place = 0; place < found.size(); place++) {
            var deliberated = found.get(place);
            if (deliberated.publishedReason().isPresent()) {
                orders.add(new Order(
                        place,
                        deliberated.found().stream()
                                .flatMap(one -> material.entrant(one.id()).stream())
                                .map(Material.Entrant::number)
                                .toList(),
                        deliberated.publishedReason().get()));
            }
        }
        return orders;
    }

    /** Publishes other words than the committee's, which stay on record: those may tell who somebody is. */
    public void word(TaskId task, Order order, String reason, PersonId by) {
        var call = call(task, by);
        var recommendation = recommendations.findByCallId(call.value()).orElseThrow();
        recommendation.publish(order.place(), reason);
        recommendations.save(recommendation);
        events.record(new CaseKey(call.value()), "orderReasonWorded", Map.of("reason", reason.strip()));
    }

    /** What on the public page might tell who somebody is. */
    @Transactional(readOnly = true)
    public List<PersonalData.Find> scan(PublishedResult result) {
        var names = new HashSet<String>();
        var call = result.callId();
        var material = materials.of(call);
        var known = new ArrayList<>(material.panel());
        for (var office : List.of(Office.SECRETARIAT, Office.APPROVER)) {
            known.addAll(offices.holders(office, null));
        }
        var groups = material.entrants().stream()
                .map(Material.Entrant::organisation)
                .distinct()
                .toList();
        known.addAll(offices.holders(
                List.of(Office.GROUP_REPRESENTATIVE, Office.GROUP_EDITOR, Office.GROUP_VIEWER), groups));
        names.addAll(people.names(known).values());
        organisations.findByIdIn(groups).forEach(group -> {
            names.add(group.written(ProfileField.REPRESENTATIVE_NAME));
            names.add(group.written(ProfileField.CONTACT_NAME));
        });
        return new PersonalData(names).in(text(result));
    }

    private String text(PublishedResult result) {
        var text = new StringBuilder(result.decision()).append('\n');
        if (result.exceptionReason() != null) {
            text.append(result.exceptionReason()).append('\n');
        }
        for (var line : result.lines()) {
            for (var part : List.of(
                    line.title(),
                    line.organisation(),
                    line.conditions(),
                    Objects.requireNonNullElse(line.recommendedConditions(), ""),
                    line.recommendationReason(),
                    line.reason(),
                    line.comment())) {
                text.append(part).append('\n');
            }
            if (line.why() != null) {
                text.append(line.why().ja()).append('\n');
            }
        }
        proposals
                .written(result.shown(), Locale.JAPANESE)
                .values()
                .forEach(answers ->
                        answers.forEach(answer -> text.append(answer.text()).append('\n')));
        return text.toString();
    }

    /**
     * What stands in the way of {@link #confirm}, before anybody is asked whether it is meant.
     *
     * @throws Refusal as that does
     */
    @Transactional(readOnly = true)
    public void check(
            TaskId task,
            Instant planned,
            @Nullable String announcement,
            Collection<PersonalData.Find> looked,
            PersonId by) {
        var call = call(task, by);
        checked(announced(page.of(call), announcement), planned, looked);
        going(call).forEach(this::demandToday);
    }

    /** The letters that leave with the confirmation: those of groups that still take part. */
    @Transactional(readOnly = true)
    public List<Letter> going(CallId call) {
        var material = materials.of(call);
        return register.ofCall(call.value()).stream()
                .filter(letter -> isAddressed(letter, material))
                .toList();
    }

    private void checked(PublishedResult result, Instant planned, Collection<PersonalData.Find> looked) {
        if (JapaneseDates.day(planned).isBefore(earliest())) {
            throw new Refusal("decision.publication.early", java.sql.Date.valueOf(earliest()));
        }
        if (!looked.containsAll(scan(result))) {
            throw new Refusal("decision.publication.finds");
        }
    }

    private static boolean isAddressed(Letter letter, Material material) {
        return material.entrant(letter.proposal())
                .filter(Material.Entrant::takesPart)
                .isPresent();
    }

    private void demandToday(Letter letter) {
        var today = LocalDate.now(clock);
        if (!letter.dated().equals(today)) {
            throw new Refusal(
                    letter.dated().isBefore(today)
                            ? "decision.publication.dated.past"
                            : "decision.publication.dated.ahead",
                    java.sql.Date.valueOf(letter.dated()));
        }
    }

    /** Tells the groups, and publishes the decision's own words. */
    public void confirm(TaskId task, Instant planned, Collection<PersonalData.Find> looked, PersonId by) {
        confirm(task, planned, null, looked, by);
    }

    /**
     * Hands the letters to their queues and fixes what is published and when.
     *
     * @param announcement what the public reads instead of the decision's own words, where those name somebody who has
     *     withdrawn since; else none. The decision stays as it was approved
     * @param looked what the scan had found when somebody looked at it
     * @throws Refusal when the time is too soon after posting, finds were not looked at, or the letters carry another day
     *     than that on which they leave: the time for the answer, which they name, begins with that day
     */
    public void confirm(
            TaskId task,
            Instant planned,
            @Nullable String announcement,
            Collection<PersonalData.Find> looked,
            PersonId by) {
        var call = call(task, by);
        var decided = page.of(call);
        var result = announced(decided, announcement);
        checked(result, planned, looked);
        var now = clock.instant();
        var material = materials.of(call);
        var all = register.ofCall(call.value());
        var delivery = deliveries.of(all);
        for (var letter : all) {
            if (!isAddressed(letter, material)) {
                letter.cancel(now); // its group withdrew while it was being written
            } else {
                demandToday(letter);
                letter.queue(delivery.getOrDefault(letter.id(), letter.delivery()), by, now);
            }
            register.save(letter);
        }
        var going = all.stream().filter(letter -> !letter.isCancelled()).toList();
        record.queued(going);
        going.stream().findFirst().ifPresent(writing::announce);
        publications.save(Publication.confirm(call, planned, Json.write(result), openData.of(call), by, now));
        events.record(new CaseKey(call.value()), "publicationConfirmed", Map.of("planned", planned.toString()));
        if (!result.decision().equals(decided.decision())) {
            events.record(
                    new CaseKey(call.value()), "announcementCorrected", Map.of("announcement", result.decision()));
        }
        dates.set(new CaseKey(call.value()), Deadline.PUBLICATION, planned);
        if (all.stream().anyMatch(Letter::isToPost)) {
            askToPost(call, material.terms().title(), planned);
        }
        cases.complete(task, by, Map.of());
    }

    private static PublishedResult announced(PublishedResult decided, @Nullable String announcement) {
        var named = decided.withdrawnInWords();
        if (announcement == null) {
            if (!named.isEmpty()) { // since the page was opened
                throw new Refusal("decision.publication.announcement.named", named);
            }
            return decided;
        }
        if (announcement.isBlank()) {
            throw new Refusal("decision.publication.announcement.missing");
        }
        Lengths.demand(announcement, Lengths.TEXT);
        return named.isEmpty() ? decided : decided.announced(announcement.strip());
    }

    /** Nothing is published before they have left: the call waits for it, and says so. */
    private void askToPost(CallId call, String title, Instant planned) {
        ask("postLetters", PublicationDay.path(call), call, title, day.dueFor(planned), new CaseKey(call.value()));
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

    /** Records that a letter has left the house on paper. */
    public void post(UUID letter, PersonId by) {
        post(List.of(letter), by);
    }

    /** Records that these letters have left the house on paper. */
    public void post(Collection<UUID> letters, PersonId by) {
        requireSecretariat(by);
        var known = register.findAllById(letters);
        if (known.size() < Set.copyOf(letters).size()) {
            throw new Refusal("decision.absent");
        }
        record.posted(known.stream().filter(Letter::isToPost).toList());
        for (var letter : known) {
            letter.post(by, clock.instant());
            register.save(letter);
        }
        known.stream().map(Letter::call).distinct().forEach(call -> {
            if (register.ofCall(call.value()).stream().noneMatch(Letter::isToPost)) {
                requests.settle(printed(call));
            }
            day.keep(call);
        });
    }

    /** Sends a letter by mail that nobody has opened on paper as well. */
    public void print(UUID id, PersonId by) {
        var letter = known(id, by);
        letter.print();
        register.save(letter);
        events.record(
                new CaseKey(letter.proposal().value()), "letterPrinted", Map.of("number", letter.documentNumber()));
        if (letter.kind() != Letter.Kind.RESULT) {
            return;
        }
        var call = letter.call();
        publications.findById(call.value()).ifPresent(publication -> {
            var title = materials.of(call).terms().title();
            if (publication.publishedAt().isPresent() || !toPost.counts(letter)) {
                requests.settle(printed(call));
                var tomorrow = businessDays.plusBusinessDays(LocalDate.now(clock), 1);
                ask("postPrinted", printed(call), call, title, JapaneseDates.closeOfOffices(tomorrow), null);
            } else {
                requests.settle(PublicationDay.path(call));
                askToPost(call, title, publication.plannedAt());
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

    /** That groups have not opened their letters with results yet; none once the results are published. */
    @Transactional(readOnly = true)
    public Optional<Refusal> unopened(CallId call) {
        if (publications.waiting(call.value()).isEmpty()) {
            return Optional.empty();
        }
        var waiting = toPost.results(call).stream().filter(Letter::isUnopened).count();
        return waiting == 0 ? Optional.empty() : Optional.of(new Refusal("decision.letters.unopened", waiting));
    }

    /** Shows a correction beside what was published. */
    public void correct(CallId call, String wrong, String correct, PersonId by) {
        requireSecretariat(by);
        var publication = publications.findById(call.value()).orElseThrow(() -> new Refusal("decision.absent"));
        publication.correct(wrong, correct, by, clock.instant());
        publications.save(publication);
        events.record(new CaseKey(call.value()), "publicationCorrected", Map.of());
    }

    private CallId call(TaskId id, PersonId by) {
        return RecommendProjects.call(RecommendProjects.task(cases, id, TASK, by));
    }
}
