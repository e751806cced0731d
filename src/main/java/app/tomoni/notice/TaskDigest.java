package app.tomoni.notice;

import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.PersonId;
import app.tomoni.call.Calls;
import app.tomoni.process.OpenTask;
import app.tomoni.process.OpenTasks;
import app.tomoni.shared.BusinessDays;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Translations;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the city's people and the committee each open morning, in one mail for all that waits for a person or for whom
 * they stand in for: what is new to them, what is due by the next open day, and what is overdue. Who has nothing of
 * these gets none. It names steps and calls with numbers and dates; which proposals they are is read behind the sign-in.
 *
 * <p>A task stays new to somebody until a mail that names it has got through or is on its way: the news of a mail that
 * has failed, or that gives way to a later one, is told again.
 *
 * <p>Whose address takes no mails gets none for a week: the administrator sees who that is among the mails.
 *
 * <p>Groups are told of each of their tasks when it comes ({@link ProposalNotices}).
 */
@Component
public class TaskDigest {

    private static final Logger LOG = LoggerFactory.getLogger(TaskDigest.class);
    private static final String TEMPLATE = "tasks-waiting";
    private static final LocalTime FROM = LocalTime.of(8, 30);
    private static final Set<Office> TOLD =
            Arrays.stream(Office.values()).filter(office -> !office.ofGroup()).collect(Collectors.toUnmodifiableSet());

    /** What the mail says under one heading. */
    public record Part(String heading, List<String> lines) {}

    /** A step that waits in a call, or in none, once or several times. */
    private record Step(String name, @Nullable UUID call) {}

    private final Offices offices;
    private final OpenTasks tasks;
    private final Calls calls;
    private final Mails mails;
    private final BusinessDays days;
    private final Translations texts;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final QuietHours quietHours = new QuietHours();

    TaskDigest(
            Offices offices,
            OpenTasks tasks,
            Calls calls,
            Mails mails,
            BusinessDays days,
            Translations texts,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Clock clock) {
        this.offices = offices;
        this.tasks = tasks;
        this.calls = calls;
        this.mails = mails;
        this.days = days;
        this.texts = texts;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Tells everybody once a day, from 8:30 on or as soon after it as this runs. What goes wrong with one person keeps
     * nobody else from being told.
     */
    @Scheduled(initialDelayString = "${tomoni.notice.poll:5m}", fixedDelayString = "${tomoni.notice.poll:5m}")
    public void due() {
        var now = clock.instant();
        var time = now.atZone(JapaneseDates.ZONE).toLocalTime();
        var today = JapaneseDates.day(now);
        if (time.isBefore(FROM) || !quietHours.after(now).equals(now) || !days.open(today) || !isFirst(today)) {
            return;
        }
        var unreachable = mails.unreachable();
        for (var person : offices.users(TOLD)) {
            if (unreachable.contains(person)) {
                continue;
            }
            try {
                transactions.executeWithoutResult(status -> tell(person, now));
            } catch (RuntimeException problem) {
                LOG.error("The tasks that wait for {} could not be told", person, problem);
            }
        }
    }

    /** Who is not told, because their address takes no mails. */
    public List<PersonId> unreached() {
        var unreachable = mails.unreachable();
        return unreachable.isEmpty()
                ? List.of()
                : offices.users(TOLD).stream().filter(unreachable::contains).toList();
    }

    private boolean isFirst(LocalDate day) {
        return jdbc.sql("INSERT INTO task_digest (day) VALUES (?) ON CONFLICT DO NOTHING")
                        .param(day)
                        .update()
                > 0;
    }

    private void tell(PersonId person, Instant now) {
        var open = tasks
                .page(
                        person,
                        new OpenTasks.Question(
                                OpenTasks.View.ALL, "", null, null, OpenTasks.Order.DUE, 0, OpenTasks.MANY))
                .tasks()
                .stream()
                .filter(task -> TOLD.contains(task.office()))
                .toList();
        if (parts(open, told(person), now).isEmpty()) {
            return;
        }
        mails.withdraw(person, TEMPLATE);
        var parts = parts(open, told(person), now); // with what the mail would have told that is withdrawn now
        var key = TEMPLATE + ":" + JapaneseDates.day(now) + ":" + person;
        var model = Map.of("all", open.size(), "parts", parts);
        if (mails.queue(
                Mail.notice(person, TEMPLATE, key, "/inbox", model, null).byMailOnly())) {
            remember(person, open, key);
        }
    }

    private List<Part> parts(List<OpenTask> open, Set<UUID> told, Instant now) {
        var soon = soon(now);
        Predicate<OpenTask> overdue = task -> isDueBefore(task, now);
        Predicate<OpenTask> pressing = overdue.negate().and(task -> isDueBefore(task, soon));
        Predicate<OpenTask> fresh = task -> !isDueBefore(task, soon) && !told.contains(id(task));
        var parts = new ArrayList<Part>();
        part("notice.tasks.overdue", open, overdue, parts);
        part("notice.tasks.soon", open, pressing, parts);
        part("notice.tasks.fresh", open, fresh, parts);
        return parts;
    }

    /** The end of the next open day. */
    private Instant soon(Instant now) {
        var next = JapaneseDates.day(now).plusDays(1);
        while (!days.open(next)) {
            next = next.plusDays(1);
        }
        return next.plusDays(1).atStartOfDay(JapaneseDates.ZONE).toInstant();
    }

    private static boolean isDueBefore(OpenTask task, Instant instant) {
        return task.dueAt() != null && task.dueAt().isBefore(instant);
    }

    private void part(String heading, List<OpenTask> open, Predicate<OpenTask> belongs, List<Part> parts) {
        var steps = open.stream()
                .filter(belongs)
                .collect(Collectors.groupingBy(
                        task -> new Step(
                                tasks.name(task, Locale.JAPANESE), task.scopes().call()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        if (steps.isEmpty()) {
            return;
        }
        var known =
                steps.keySet().stream().map(Step::call).filter(Objects::nonNull).collect(Collectors.toSet());
        var titles = calls.titles(known).stream().collect(Collectors.toMap(Calls.Title::id, Calls.Title::title));
        var lines = new ArrayList<String>();
        steps.forEach((step, those) -> lines.add(line(step, titles.get(step.call()), those)));
        parts.add(new Part(text(heading), lines));
    }

    /** The tasks come in the order of their dates. */
    private String line(Step step, @Nullable String call, List<OpenTask> those) {
        var what = call == null ? step.name() : text("notice.tasks.of", step.name(), call);
        var due = those.getFirst().dueAt();
        return due == null
                ? text("notice.tasks.line", what, those.size())
                : text("notice.tasks.line.due", what, those.size(), JapaneseDates.full(due, Locale.JAPANESE));
    }

    private String text(String key, Object... arguments) {
        return texts.getTranslation(key, Locale.JAPANESE, arguments);
    }

    private Set<UUID> told(PersonId person) {
        return new HashSet<>(
                jdbc.sql("""
                        SELECT t.task_id FROM task_told t JOIN mail m ON m.id = t.mail_id
                        WHERE t.person_id = ? AND m.state <> 'FAILED'""").param(person.value()).query(UUID.class).list());
    }

    /** What waits for nobody any more is forgotten; of the rest, the first mail that gets through has told it. */
    private void remember(PersonId person, List<OpenTask> open, String key) {
        var ids = open.stream().map(task -> task.id().value()).toArray(String[]::new);
        jdbc.sql("DELETE FROM task_told WHERE person_id = :person AND task_id <> ALL (:tasks::text[]::uuid[])")
                .param("person", person.value())
                .param("tasks", ids)
                .update();
        jdbc.sql("""
                        INSERT INTO task_told (person_id, task_id, mail_id)
                        SELECT m.person_id, task, m.id FROM mail m, unnest(:tasks::text[]::uuid[]) AS task
                        WHERE m.idempotency_key = :key
                        ON CONFLICT (person_id, task_id) DO UPDATE SET mail_id = EXCLUDED.mail_id
                        WHERE (SELECT state FROM mail WHERE id = task_told.mail_id) = 'FAILED'""").param("tasks", ids).param("key", key).update();
    }

    private static UUID id(OpenTask task) {
        return UUID.fromString(task.id().value());
    }
}
