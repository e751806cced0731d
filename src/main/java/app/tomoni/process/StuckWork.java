package app.tomoni.process;

import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.history.JobState;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the application could not finish by itself, and the way to try it again. */
@Component
@Transactional
public class StuckWork {

    private static final int MOST = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final ManagementService management;
    private final Drawings drawings;
    private final CaseEvents events;
    private final ObjectProvider<CallNames> calls;
    private final JdbcClient jdbc;
    private final Clock clock;

    StuckWork(
            ManagementService management,
            Drawings drawings,
            CaseEvents events,
            ObjectProvider<CallNames> calls,
            JdbcClient jdbc,
            Clock clock) {
        this.management = management;
        this.drawings = drawings;
        this.events = events;
        this.calls = calls;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A step that failed.
     *
     * @param name the number of the case, or the title of the call that it is about; none before it has a number
     * @param step what the drawing calls it
     * @param givenUp whether it waits for somebody; otherwise it is tried again by itself
     * @param since when the work was asked for
     * @param again when it is tried again by itself
     * @param refusal why it failed, if somebody can do something about it
     * @param failedAt when it was tried last
     */
    public record Stuck(
            String id,
            CaseKey caseKey,
            @Nullable String name,
            String step,
            boolean givenUp,
            @Nullable Instant since,
            @Nullable Instant again,
            @Nullable Refusal refusal,
            @Nullable Instant failedAt) {}

    /** Failed steps, those that wait for somebody first. */
    @Transactional(readOnly = true)
    public List<Stuck> list(Locale locale) {
        var jobs = management
                .createJobQuery()
                .withException()
                .orderByJobRetries()
                .asc()
                .listPage(0, MOST);
        var instances = jobs.stream()
                .map(Job::getProcessInstanceId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (instances.isEmpty()) {
            return List.of();
        }
        var keys = keys(instances);
        var names = names(keys.values());
        var elements = elements(jobs);
        var failures = failures(instances);
        return jobs.stream()
                .filter(job -> keys.containsKey(job.getProcessInstanceId()))
                .map(job -> {
                    var key = Objects.requireNonNull(keys.get(job.getProcessInstanceId()));
                    return new Stuck(
                            job.getId(),
                            key,
                            names.get(key),
                            step(job, elements, locale),
                            job.getRetries() == 0,
                            instant(job.getCreateTime()),
                            instant(job.getDuedate()),
                            KeptRefusal.read(job.getExceptionMessage()).orElse(null),
                            failures.get(job.getId()));
                })
                .toList();
    }

    /**
     * What should have followed from something that happened, such as a mail or an offer, and has failed so far.
     *
     * @param count how many there are; each is tried again by itself every minute
     * @param since when the oldest of them happened
     */
    public record Late(int count, Instant since) {}

    /** Nothing while whatever failed did so within the last minutes only. */
    @Transactional(readOnly = true)
    public Optional<Late> late() {
        return jdbc.sql("""
                        SELECT count(*) AS count, min(publication_date) AS since FROM event_publication
                        WHERE status = 'FAILED' HAVING min(publication_date) < ?""")
                .param(OffsetDateTime.now(clock).minus(PATIENCE))
                .query((row, number) -> new Late(
                        row.getInt("count"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .optional();
    }

    private String step(Job job, Map<String, String> elements, Locale locale) {
        var element = Objects.requireNonNull(elements.get(job.getJobDefinitionId()));
        return drawings.place(job.getProcessDefinitionId(), element).name(locale);
    }

    /** The elements of the drawings that the jobs belong to, by job definition. */
    private Map<String, String> elements(Collection<Job> jobs) {
        var elements = new HashMap<String, String>();
        jdbc.sql("SELECT id_, act_id_ FROM camunda.act_ru_jobdef WHERE id_ IN (:ids)")
                .param(
                        "ids",
                        jobs.stream().map(Job::getJobDefinitionId).distinct().toList())
                .query((row, number) -> elements.put(row.getString(1), row.getString(2)))
                .list();
        return elements;
    }

    /** When each job of these engine instances failed last. */
    private Map<String, Instant> failures(Collection<String> instances) {
        var failures = new HashMap<String, Instant>();
        jdbc.sql("""
                        SELECT job_id_, max(timestamp_) FROM camunda.act_hi_job_log
                        WHERE process_instance_id_ IN (:ids) AND job_state_ = :failed GROUP BY job_id_""")
                .param("ids", instances)
                .param("failed", JobState.FAILED.getStateCode())
                .query((row, number) ->
                        failures.put(row.getString(1), row.getTimestamp(2).toInstant()))
                .list();
        return failures;
    }

    private static @Nullable Instant instant(@Nullable Date at) {
        return at == null ? null : at.toInstant();
    }

    /** The cases that engine instances belong to, also of called processes. */
    private Map<String, CaseKey> keys(Collection<String> instances) {
        var keys = new HashMap<String, CaseKey>();
        jdbc.sql("SELECT proc_inst_id_, business_key_ FROM camunda.act_ru_execution WHERE id_ IN (:ids)")
                .param("ids", instances)
                .query((row, number) -> keys.put(row.getString(1), CaseKey.of(row.getString(2))))
                .list();
        return keys;
    }

    /** Numbers, and the titles of calls, which everybody may know; never what a proposal is called. */
    private Map<CaseKey, String> names(Collection<CaseKey> keys) {
        var ids = keys.stream().map(CaseKey::value).collect(Collectors.toSet());
        var names = new HashMap<CaseKey, String>();
        calls.ifAvailable(known -> known.of(ids).forEach((id, title) -> names.put(new CaseKey(id), title)));
        jdbc.sql("SELECT key, number FROM case_file WHERE key IN (:keys) AND number IS NOT NULL")
                .param("keys", ids)
                .query((row, number) ->
                        names.put(new CaseKey(row.getObject("key", UUID.class)), row.getString("number")))
                .list();
        return names;
    }

    /** Has the step tried again at once; what is no longer stuck is left alone. */
    public void retry(String id) {
        var job = management.createJobQuery().jobId(id).withException().singleResult();
        if (job == null) {
            return;
        }
        var key = keys(List.of(job.getProcessInstanceId())).get(job.getProcessInstanceId());
        if (key != null) {
            events.record(key, "stepRetried", Map.of("step", step(job, elements(List.of(job)), Locale.JAPANESE)));
        }
        management.setJobRetries(id, 1);
        management.setJobDuedate(id, null);
    }
}
