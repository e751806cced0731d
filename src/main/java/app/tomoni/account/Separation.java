package app.tomoni.account;

import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which offices nobody uses together: who writes proposals for a group does not read those of the others on the city's
 * side. Others go together only for a reason that is written down, in a city hall that has few people.
 */
@Component
@Transactional
public class Separation {

    private static final Set<Office> READS = EnumSet.of(
            Office.SECRETARIAT,
            Office.DEPARTMENT,
            Office.DEPARTMENT_HEAD,
            Office.APPROVER,
            Office.FINANCE,
            Office.AUDITOR);
    private static final Set<Office> APPLIES = EnumSet.of(Office.GROUP_REPRESENTATIVE, Office.GROUP_EDITOR);
    private static final Set<Office> JUDGES = EnumSet.of(Office.REVIEWER, Office.CHAIR, Office.ACTING_CHAIR);

    private final JdbcClient jdbc;
    private final AccountEvents log;
    private final Clock clock;

    Separation(JdbcClient jdbc, AccountEvents log, Clock clock) {
        this.jdbc = jdbc;
        this.log = log;
        this.clock = clock;
    }

    /** The offices that the person uses, will use or is invited to, and beside which this one needs a reason. */
    @Transactional(readOnly = true)
    public Set<Office> toExplain(PersonId person, Office office) {
        return used(person, withReason(office));
    }

    /** Whether the person may have the office without a reason beside those that they use, will use or are invited to. */
    @Transactional(readOnly = true)
    public boolean goTogether(PersonId person, Office office) {
        return used(person, never(office)).isEmpty()
                && toExplain(person, office).isEmpty();
    }

    /**
     * @param reason why the offices go together all the same; it is recorded
     * @throws Refusal when they never do, or when they need a reason and none is given
     */
    void demand(PersonId person, Office office, String reason) {
        if (!used(person, never(office)).isEmpty()) {
            throw new Refusal("account.separation.never");
        }
        var beside = toExplain(person, office);
        if (beside.isEmpty()) {
            return;
        }
        if (reason.isBlank()) {
            throw new Refusal("account.separation.reason");
        }
        Lengths.demand(reason, Lengths.REASON);
        log.note(
                "offices together",
                person,
                Map.of(
                        "office", office.key(),
                        "beside", beside.stream().map(Office::key).collect(Collectors.joining(", ")),
                        "reason", reason.strip()));
    }

    private static Set<Office> never(Office office) {
        return READS.contains(office) ? APPLIES : APPLIES.contains(office) ? READS : Set.of();
    }

    /** Who only reads for a group, judges, checks or keeps the accounts of people, and what they would see or do beside. */
    private static Set<Office> withReason(Office office) {
        return switch (office) {
            case SECRETARIAT -> and(JUDGES, Office.APPROVER, Office.AUDITOR, Office.GROUP_VIEWER, Office.ADMINISTRATOR);
            case APPROVER -> and(JUDGES, Office.SECRETARIAT, Office.AUDITOR, Office.GROUP_VIEWER, Office.ADMINISTRATOR);
            case AUDITOR -> EnumSet.of(Office.SECRETARIAT, Office.APPROVER, Office.GROUP_VIEWER, Office.ADMINISTRATOR);
            case DEPARTMENT, DEPARTMENT_HEAD, FINANCE -> EnumSet.of(Office.GROUP_VIEWER, Office.ADMINISTRATOR);
            case ADMINISTRATOR, GROUP_VIEWER -> READS;
            default -> Set.of();
        };
    }

    private static Set<Office> and(Set<Office> some, Office... others) {
        var all = EnumSet.copyOf(some);
        all.addAll(Set.of(others));
        return all;
    }

    private Set<Office> used(PersonId person, Set<Office> which) {
        return jdbc
                .sql("""
                        SELECT office FROM office_holding
                        WHERE person_id = :person AND (valid_to IS NULL OR valid_to >= :today)
                        UNION
                        SELECT office FROM deputy WHERE person_id = :person AND valid_to >= :today
                        UNION
                        SELECT office FROM invitation
                        WHERE person_id = :person AND accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at > :now""")
                .param("person", person.value())
                .param("today", LocalDate.now(clock))
                .param("now", OffsetDateTime.now(clock))
                .query(String.class)
                .list()
                .stream()
                .map(Office::valueOf)
                .filter(which::contains)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Office.class)));
    }
}
