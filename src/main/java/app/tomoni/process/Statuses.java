package app.tomoni.process;

import app.tomoni.account.Departments;
import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.process.gate.Drawing;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Translations;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says of each case in one sentence who acts, by when, and what comes next, in the words of its drawing. */
@Component
@Transactional(readOnly = true)
public class Statuses {

    private static final String DUE = "{due}";

    /** What a drawing says only as long as the date has not passed: what somebody did "by" it is not done yet. */
    private static final Pattern IN_TIME = Pattern.compile("\\[([^\\[\\]]*\\{due}[^\\[\\]]*)]");

    private final JdbcClient jdbc;
    private final Drawings drawings;
    private final OpenTasks tasks;
    private final Departments departments;
    private final ObjectProvider<ResultsToCome> results;
    private final Translations texts;
    private final Clock clock;

    Statuses(
            JdbcClient jdbc,
            Drawings drawings,
            OpenTasks tasks,
            Departments departments,
            ObjectProvider<ResultsToCome> results,
            Translations texts,
            Clock clock) {
        this.jdbc = jdbc;
        this.drawings = drawings;
        this.tasks = tasks;
        this.departments = departments;
        this.results = results;
        this.texts = texts;
        this.clock = clock;
    }

    /** The status of one case; of one that never began: that it has not. */
    public CaseStatus of(CaseKey key, Audience audience, @Nullable PersonId viewer, Locale locale) {
        return Objects.requireNonNull(of(List.of(key), audience, viewer, locale).get(key));
    }

    /**
     * A place where a case waits.
     *
     * @param name what the drawing calls it
     * @param office that is asked; none where the case waits for something else
     */
    public record Stage(
            String process,
            String element,
            String name,
            @Nullable Office office) {}

    /** Where a case waits now, by the names of its drawing; nowhere before it has begun, and when it has ended. */
    public List<Stage> stages(CaseKey key, Locale locale) {
        return files(List.of(key)).getOrDefault(key, List.of()).stream()
                .filter(row -> row.element() != null && !row.around())
                .map(row -> {
                    var drawing = drawings.of(String.valueOf(row.definition()));
                    var place = drawing.place(String.valueOf(row.element())).orElseThrow();
                    return new Stage(
                            drawing.process(),
                            place.element(),
                            place.name(locale),
                            Optional.ofNullable(place.office())
                                    .flatMap(Office::withKey)
                                    .orElse(null));
                })
                .toList();
    }

    /** Whether the case may still come from there to another place of its drawing, or into a process that it calls. */
    public boolean leads(CaseKey key, Stage from, String to) {
        return files(List.of(key)).getOrDefault(key, List.of()).stream()
                .filter(row -> row.around() || from.element().equals(row.element()))
                .anyMatch(
                        row -> drawings.of(String.valueOf(row.definition())).leads(String.valueOf(row.element()), to));
    }

    /** The status of a case that has begun; none before, as of a call that still takes proposals. */
    public Optional<CaseStatus> ofBegun(CaseKey key, Audience audience, @Nullable PersonId viewer, Locale locale) {
        var files = files(List.of(key));
        return Optional.ofNullable(files.get(key))
                .map(rows -> new Speaker(audience, locale, files)
                        .of(key, rows, turns(viewer, List.of(key)).contains(key)));
    }

    /** Where that stands which the task belongs to: its case, or the request itself. */
    public CaseStatus of(OpenTask task, Audience audience, PersonId viewer, Locale locale) {
        if (task.isDrawn()) {
            return of(task.caseKey(), audience, viewer, locale);
        }
        return new Speaker(audience, locale, Map.of()).request(task.kind(), task.dueAt(), true, task.createdAt());
    }

    /** What waits for somebody without being drawn. */
    public CaseStatus request(String kind, @Nullable Instant due, Audience audience, Locale locale) {
        return new Speaker(audience, locale, Map.of()).request(kind, due, false, null);
    }

    /** The statuses of many cases in a few look-ups, however many they are. */
    public Map<CaseKey, CaseStatus> of(
            Collection<CaseKey> keys, Audience audience, @Nullable PersonId viewer, Locale locale) {
        var statuses = new LinkedHashMap<CaseKey, CaseStatus>();
        if (keys.isEmpty()) {
            return statuses;
        }
        var files = files(keys);
        var turns = turns(viewer, keys);
        var speaker = new Speaker(audience, locale, files);
        for (var key : keys) {
            var rows = files.get(key);
            statuses.put(key, rows == null ? speaker.notBegun() : speaker.of(key, rows, turns.contains(key)));
        }
        return statuses;
    }

    /** A sentence that names a date, with a word that the date has passed once it has, whoever is late. */
    public String orLate(String sentence, @Nullable Instant due, Locale locale) {
        return isPast(due) ? texts.getTranslation("process.status.late", locale, sentence) : sentence;
    }

    private boolean isPast(@Nullable Instant due) {
        return due != null && due.isBefore(clock.instant());
    }

    private Set<CaseKey> turns(@Nullable PersonId viewer, Collection<CaseKey> keys) {
        return viewer == null ? Set.of() : tasks.withTurnOf(viewer, keys);
    }

    /** A case and one of the places where it is; a case that is nowhere has one row without place. */
    private record Row(
            boolean ended,
            @Nullable String ending,
            String caseDefinition,
            @Nullable String definition,
            @Nullable String element,
            boolean around,
            @Nullable Instant since,
            @Nullable Instant due,
            int done,
            int total,
            @Nullable UUID department,
            @Nullable String heldUpBy,
            @Nullable Instant heldUpUntil) {}

    private Map<CaseKey, List<Row>> files(Collection<CaseKey> keys) {
        return jdbc
                .sql("""
                        SELECT f.key, f.ended_at, f.ending, f.department_id,
                          f.definition AS case_definition, p.definition, p.element, p.around, p.since, p.due_at,
                          coalesce(p.done, 0) AS done, coalesce(p.total, 0) AS total,
                          t.kind AS held_up_by, t.due_at AS held_up_until
                        FROM case_file f LEFT JOIN case_position p ON p.case_key = f.key
                        LEFT JOIN LATERAL (SELECT kind, due_at FROM open_task
                          WHERE holds_up = f.key ORDER BY id LIMIT 1) t ON true
                        WHERE f.key IN (:keys) ORDER BY f.key, p.since, p.id""")
                .param("keys", keys.stream().map(CaseKey::value).toList())
                .query((row, number) -> Map.entry(
                        new CaseKey(row.getObject("key", UUID.class)),
                        new Row(
                                row.getObject("ended_at") != null,
                                row.getString("ending"),
                                row.getString("case_definition"),
                                row.getString("definition"),
                                row.getString("element"),
                                row.getBoolean("around"),
                                instant(row.getObject("since", OffsetDateTime.class)),
                                instant(row.getObject("due_at", OffsetDateTime.class)),
                                row.getInt("done"),
                                row.getInt("total"),
                                row.getObject("department_id", UUID.class),
                                row.getString("held_up_by"),
                                instant(row.getObject("held_up_until", OffsetDateTime.class)))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    /** Words the statuses of one look-up. */
    private final class Speaker {

        private final Audience audience;
        private final Locale locale;
        private final Map<CaseKey, List<Row>> files;
        private @Nullable Map<UUID, String> names;
        private @Nullable Map<CaseKey, Optional<Instant>> toCome;

        /** @param files of whose departments it may have to say the names, and of whose results when they come */
        Speaker(Audience audience, Locale locale, Map<CaseKey, List<Row>> files) {
            this.audience = audience;
            this.locale = locale;
            this.files = files;
        }

        CaseStatus notBegun() {
            return new CaseStatus(text("process.status.notBegun"), "", null, false, false, null);
        }

        CaseStatus of(CaseKey key, List<Row> rows, boolean yourTurn) {
            var first = rows.getFirst();
            if (first.ended()) {
                var results = toCome().get(key);
                return results == null ? ended(first) : toCome(first, results.orElse(null), yourTurn);
            }
            var waits = rows.stream()
                    .filter(row -> row.element() != null && !row.around())
                    .toList();
            if (waits.isEmpty()) {
                return new CaseStatus(
                        text("process.status.working"),
                        text("process.status.working.next"),
                        null,
                        yourTurn,
                        false,
                        null);
            }
            var row = speaking(rows, waits);
            if (row.heldUpBy() != null && audience == Audience.STAFF) {
                var due = row.heldUpUntil() == null ? row.due() : row.heldUpUntil();
                return request(row.heldUpBy(), due, yourTurn, row.since());
            }
            if (DepartmentRequests.KIND.equals(row.heldUpBy()) && waits.stream().allMatch(this::asksDepartment)) {
                return new CaseStatus(
                        text("process.department.sought"),
                        text("process.department.sought.next"),
                        row.due(),
                        yourTurn,
                        false,
                        row.since());
            }
            var place = place(row, waits.size());
            var now = place.words(audience.key(), locale).orElse("");
            var next = place.words("next", locale).orElse("");
            return new CaseStatus(
                    dated(now, row, place), fill(next, row, place), row.due(), yourTurn, false, row.since());
        }

        private String dated(String words, Row row, Drawing.Place place) {
            if (isPast(row.due()) && IN_TIME.matcher(words).find()) {
                var said = fill(IN_TIME.matcher(words).replaceAll(""), row, place);
                return texts.getTranslation("process.status.late.since", locale, said, due(row.due()));
            }
            var said = fill(words, row, place);
            return words.contains(DUE) ? orLate(said, row.due(), locale) : said;
        }

        private boolean asksDepartment(Row row) {
            return drawings.place(String.valueOf(row.definition()), String.valueOf(row.element()))
                                    .office()
                            instanceof String office
                    && Office.withKey(office).filter(Office::ofDepartment).isPresent();
        }

        /** In the words that the drawing has for this end; a case that was stopped on its way came to none. */
        private CaseStatus ended(Row row) {
            var end = Optional.ofNullable(row.ending()).flatMap(drawings.of(row.caseDefinition())::end);
            return new CaseStatus(
                    end.flatMap(place -> place.words(audience.key(), locale))
                            .orElseGet(() -> text("process.status.ended")),
                    end.flatMap(place -> place.words("next", locale)).orElse(""),
                    null,
                    false,
                    true,
                    null);
        }

        /** Its drawing has come to its end, and nothing of it is published before its results are. */
        private CaseStatus toCome(Row row, @Nullable Instant due, boolean yourTurn) {
            if (row.heldUpBy() != null && audience == Audience.STAFF) {
                return request(row.heldUpBy(), row.heldUpUntil(), yourTurn, null);
            }
            var key = due == null ? "process.status.results.held." : "process.status.results.";
            return new CaseStatus(
                    texts.getTranslation(key + audience.key(), locale, due(due)),
                    text("process.status.results.next"),
                    due,
                    yourTurn,
                    false,
                    null);
        }

        /** In one look-up for all that have ended, and only where one has. */
        private Map<CaseKey, Optional<Instant>> toCome() {
            if (toCome == null) {
                var ended = files.entrySet().stream()
                        .filter(file -> file.getValue().getFirst().ended())
                        .map(Map.Entry::getKey)
                        .toList();
                toCome = results.stream()
                        .findFirst()
                        .map(known -> known.of(ended))
                        .orElseGet(Map::of);
            }
            return toCome;
        }

        /** What waits for somebody without being drawn. */
        CaseStatus request(String kind, @Nullable Instant due, boolean yourTurn, @Nullable Instant since) {
            var key = "process.request." + kind;
            return new CaseStatus(
                    orLate(texts.getTranslation(key + ".now", locale, due(due)), due, locale),
                    text(key + ".next"),
                    due,
                    yourTurn,
                    false,
                    since);
        }

        /** One wait speaks for itself; several are spoken for by the innermost scope that has words. */
        private Row speaking(List<Row> rows, List<Row> waits) {
            var one = waits.getFirst();
            boolean same =
                    waits.stream().allMatch(row -> String.valueOf(row.element()).equals(one.element()));
            return same
                    ? one
                    : rows.stream()
                            .filter(Row::around)
                            .reduce((outer, inner) -> inner)
                            .orElse(one);
        }

        private Drawing.Place place(Row row, int waits) {
            var definition = String.valueOf(row.definition());
            var drawing = drawings.of(definition);
            var element = String.valueOf(row.element());
            var own = drawing.place(element).orElseThrow();
            if (waits == 1 || own.list() || row.around()) {
                return own;
            }
            return drawing.around(element).stream()
                    .filter(place -> place.words(audience.key(), locale).isPresent())
                    .findFirst()
                    .orElse(own);
        }

        private String fill(String words, Row row, Drawing.Place place) {
            var said = IN_TIME.matcher(words)
                    .replaceAll("$1")
                    .replace("{who}", words.contains("{who}") ? who(place, row.department()) : "")
                    .replace(DUE, due(row.due()))
                    .replace("{done}", String.valueOf(row.done()))
                    .replace("{of}", String.valueOf(row.total()));
            return said.isEmpty() ? said : said.substring(0, 1).toUpperCase(locale) + said.substring(1);
        }

        private String due(@Nullable Instant due) {
            return due == null ? text("process.status.noDate") : JapaneseDates.brief(due, locale);
        }

        private String who(Drawing.Place place, @Nullable UUID department) {
            return Optional.ofNullable(place.office())
                    .flatMap(Office::withKey)
                    .map(office -> {
                        var name = text("process.office." + office.name());
                        return department == null || !office.ofDepartment()
                                ? name
                                : texts.getTranslation("account.office.for", locale, name, named(department));
                    })
                    .orElse("");
        }

        /** In one look-up for all of them, and only where one is said. */
        private String named(UUID department) {
            if (names == null) {
                names = departments.names(files.values().stream()
                        .flatMap(rows -> Stream.ofNullable(rows.getFirst().department()))
                        .collect(Collectors.toSet()));
            }
            return Objects.requireNonNull(names.get(department));
        }

        private String text(String key) {
            return texts.getTranslation(key, locale);
        }
    }
}
