package app.tomoni.process.ui;

import app.tomoni.account.Office;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.process.CaseEvent;
import app.tomoni.process.CaseKey;
import app.tomoni.process.CaseRecords;
import app.tomoni.shared.Ids;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Translations;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Events of one case in sentences for whoever reads its record. */
class EventWords {

    /** The facts that somebody typed, for others to read. */
    private static final List<String> TYPED = List.of("title", "reason", "received", "announcement");

    /** The facts that the sentence about such an event names, in its order. */
    private static final Map<String, List<String>> NAMED = Map.ofEntries(
            Map.entry("caseOpened", List.of("process")),
            Map.entry("taskDone", List.of("task")),
            Map.entry("taskTakenAway", List.of("task", "from")),
            Map.entry("taskAdded", List.of("task", "to")),
            Map.entry("stepRetried", List.of("step")),
            Map.entry("personBarred", List.of("barred")),
            Map.entry("personAdmitted", List.of("admitted")),
            Map.entry("panelAppointed", List.of("person", "office")),
            Map.entry("panelEnded", List.of("person", "office")),
            Map.entry("panelLeft", List.of("reviewer")),
            Map.entry("organisationTied", List.of("person")),
            Map.entry("memberAppointed", List.of("person", "office")),
            Map.entry("memberRemoved", List.of("person")),
            Map.entry("letterCodeIssued", List.of("lastDay")),
            Map.entry("memberInvited", List.of("name", "office")),
            Map.entry("memberInvitationWithdrawn", List.of("name", "office")),
            Map.entry("declarationsConfirmed", List.of("reviewer")),
            Map.entry("tieDeclared", List.of("reviewer")),
            Map.entry("tieUnclear", List.of("reviewer")),
            Map.entry("tieSettled", List.of("reviewer")),
            Map.entry("scoreSheetSubmitted", List.of("reviewer")),
            Map.entry("scoreSheetMissing", List.of("reviewer")),
            Map.entry("scoreSheetAbstained", List.of("reviewer")),
            Map.entry("callFileAdded", List.of("name")),
            Map.entry("callFileRemoved", List.of("name")),
            Map.entry("departmentNamed", List.of("name")),
            Map.entry("departmentChanged", List.of("before", "name")),
            Map.entry("callExtended", List.of("closesAt")),
            Map.entry("exceptionAsked", List.of("group", "until")),
            Map.entry("exceptionGranted", List.of("group", "until")),
            Map.entry("exceptionDeclined", List.of("group")),
            Map.entry("publicationConfirmed", List.of("planned")),
            Map.entry("publicationPostponed", List.of("planned")),
            Map.entry("publicationMoved", List.of("planned")),
            Map.entry("answerDayMoved", List.of("due")),
            Map.entry("letterPrinted", List.of("number")),
            Map.entry("letterQueued", List.of("number")),
            Map.entry("letterMailed", List.of("number")),
            Map.entry("letterPosted", List.of("number")),
            Map.entry("letterPostedOn", List.of("number", "on")),
            Map.entry("letterDated", List.of("number", "dated")),
            Map.entry("lettersDated", List.of("dated")),
            Map.entry("lettersQueued", List.of("posted", "mailed")),
            Map.entry("lettersPosted", List.of("count")),
            Map.entry("lettersPostedOn", List.of("count", "on")));

    private final Map<PersonId, String> names;
    private final Map<String, String> steps;
    private final Translations texts;
    private final Locale locale;

    EventWords(
            CaseKey key,
            List<CaseEvent> events,
            CaseRecords records,
            People people,
            Translations texts,
            Locale locale) {
        this.names = people.names(events.stream()
                .flatMap(event -> Stream.concat(
                        event.doers().stream(),
                        named(event).map(event.facts()::get).flatMap(fact -> person(fact).stream())))
                .collect(Collectors.toSet()));
        this.steps = records.steps(key, events, locale);
        this.texts = texts;
        this.locale = locale;
    }

    private static Stream<String> named(CaseEvent event) {
        return NAMED.getOrDefault(event.kind(), List.of()).stream();
    }

    private static Optional<PersonId> person(@Nullable Object fact) {
        return Optional.ofNullable(fact)
                .map(Object::toString)
                .flatMap(Ids::read)
                .map(PersonId::new);
    }

    /** Who did it; what nobody did happened by itself. */
    String who(CaseEvent event) {
        return Optional.ofNullable(event.person())
                .map(names::get)
                .map(name -> event.actingFor() == null
                        ? name
                        : say("account.deputy.did", name, names.getOrDefault(event.actingFor(), "")))
                .orElseGet(() -> say("process.events.system"));
    }

    /** What happened, with whom or what it was about. */
    String what(CaseEvent event) {
        var key = "process.event." + event.kind();
        var arguments =
                named(event).map(name -> said(name, event.facts().get(name))).toArray();
        return event.kind().equals("told")
                ? orElse(key + "." + event.facts().get("message"), say(key))
                : orElse(key, say("process.event.other"), arguments);
    }

    private String said(String name, @Nullable Object fact) {
        var text = String.valueOf(fact);
        return switch (name) {
            case "task", "process" -> steps.getOrDefault(text, say("process.events.task"));
            case "office" ->
                Office.withKey(text)
                        .map(office -> say("account.office." + office.key()))
                        .orElse(text);
            case "closesAt", "planned", "until", "due" -> JapaneseDates.full(Instant.parse(text), locale);
            case "dated", "on", "lastDay" -> JapaneseDates.full(LocalDate.parse(text), locale);
            case "group" -> fact == null ? say("process.events.group") : text; // older records do not name it
            case "step", "number", "count", "posted", "mailed", "name", "before" -> text;
            default -> person(fact).map(names::get).orElseGet(() -> say("process.events.someone"));
        };
    }

    /** What somebody typed with it. */
    List<String> given(CaseEvent event) {
        return TYPED.stream()
                .filter(word -> event.facts().get(word) instanceof String said && !said.isBlank())
                .map(word -> say(
                        "process.event.fact." + word,
                        String.valueOf(event.facts().get(word))))
                .toList();
    }

    private String orElse(String key, String otherwise, Object... arguments) {
        return Objects.requireNonNull(texts.getMessage(key, arguments, otherwise, locale));
    }

    private String say(String key, Object... arguments) {
        return texts.getTranslation(key, locale, arguments);
    }
}
