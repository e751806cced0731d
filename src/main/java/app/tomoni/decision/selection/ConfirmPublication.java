package app.tomoni.decision.selection;

import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.call.Deadline;
import app.tomoni.decision.PublishedResult;
import app.tomoni.process.CaseDates;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.process.TaskId;
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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The secretariat checks each letter and the public page, hands the letters to their queues and sets the time of publication. */
@Component
@Transactional
public class ConfirmPublication {

    static final String TASK = "confirmPublication";

    private final Cases cases;
    private final CaseDates dates;
    private final CaseEvents events;
    private final LetterRegister register;
    private final WriteLetters letters;
    private final Deliveries deliveries;
    private final Publications publications;
    private final Recommendations recommendations;
    private final PublicationDay day;
    private final PostLetters posting;
    private final PublicPage page;
    private final NamesInResult names;
    private final OpenData openData;
    private final Materials materials;
    private final Offices offices;
    private final BusinessDays businessDays;
    private final LetterRecord record;
    private final Clock clock;

    ConfirmPublication(
            Cases cases,
            CaseDates dates,
            CaseEvents events,
            LetterRegister register,
            WriteLetters letters,
            Deliveries deliveries,
            Publications publications,
            Recommendations recommendations,
            PublicationDay day,
            PostLetters posting,
            PublicPage page,
            NamesInResult names,
            OpenData openData,
            Materials materials,
            Offices offices,
            BusinessDays businessDays,
            LetterRecord record,
            Clock clock) {
        this.cases = cases;
        this.dates = dates;
        this.events = events;
        this.register = register;
        this.letters = letters;
        this.deliveries = deliveries;
        this.publications = publications;
        this.recommendations = recommendations;
        this.day = day;
        this.posting = posting;
        this.page = page;
        this.names = names;
        this.openData = openData;
        this.materials = materials;
        this.offices = offices;
        this.businessDays = businessDays;
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

    /**
     * None where there were no equals, where all of them have withdrawn, so that no page shows their order, or where the
     * committee spoke before it was told that its reason is published.
     */
    @Transactional(readOnly = true)
    public List<Order> orders(CallId call) {
        var material = materials.of(call);
        var found = recommendations.findByCallId(call.value()).orElseThrow().deliberations();
        var orders = new ArrayList<Order>();
        for (var place = 0; place < found.size(); place++) {
            var deliberated = found.get(place);
            var equals = deliberated.found().stream()
                    .flatMap(one -> material.entrant(one.id()).stream())
                    .toList();
            if (deliberated.publishedReason().isPresent() && equals.stream().anyMatch(Material.Entrant::takesPart)) {
                orders.add(new Order(
                        place,
                        equals.stream().map(Material.Entrant::number).toList(),
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
        return names.in(result);
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
        record.queued(all.stream().filter(letter -> !letter.isCancelled()).toList());
        publications.save(Publication.confirm(call, planned, Json.write(result), openData.of(call), by, now));
        events.record(new CaseKey(call.value()), "publicationConfirmed", Map.of("planned", planned.toString()));
        if (!result.decision().equals(decided.decision())) {
            events.record(
                    new CaseKey(call.value()), "announcementCorrected", Map.of("announcement", result.decision()));
        }
        dates.set(new CaseKey(call.value()), Deadline.PUBLICATION, planned);
        if (all.stream().anyMatch(Letter::isToPost)) {
            posting.ask(call, material.terms().title(), planned);
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

    /** Shows a correction beside what was published. */
    public void correct(CallId call, String wrong, String correct, PersonId by) {
        if (!offices.holds(by, Office.SECRETARIAT, null)) {
            throw new Refusal("decision.absent");
        }
        var publication = publications.findById(call.value()).orElseThrow(() -> new Refusal("decision.absent"));
        publication.correct(wrong, correct, by, clock.instant());
        publications.save(publication);
        events.record(new CaseKey(call.value()), "publicationCorrected", Map.of());
    }

    private CallId call(TaskId id, PersonId by) {
        return RecommendProjects.call(RecommendProjects.task(cases, id, TASK, by));
    }
}
