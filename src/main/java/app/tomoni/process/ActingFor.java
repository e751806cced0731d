package app.tomoni.process;

import app.tomoni.account.Holding;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.PersonId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Whose office somebody uses as a deputy when they do something in a case, so that the record has both names. */
@Component
class ActingFor {

    private static final Set<Office> GROUP =
            EnumSet.of(Office.GROUP_REPRESENTATIVE, Office.GROUP_EDITOR, Office.GROUP_VIEWER);
    private static final Set<Office> APPROVER = EnumSet.of(Office.APPROVER);
    private static final Set<Office> PANEL =
            Arrays.stream(Office.values()).filter(Office::ofPanel).collect(Collectors.toUnmodifiableSet());

    /** What is done without a task, or beside one, by others than the secretariat. */
    private static final Map<String, Set<Office>> DONE_BY = Map.ofEntries(
            Map.entry("ProposalSubmitted", GROUP),
            Map.entry("ProposalRecalled", GROUP),
            Map.entry("ProposalWithdrawn", GROUP),
            Map.entry("SupplementAnswered", GROUP),
            Map.entry("resultAccepted", GROUP),
            Map.entry("resultDeclined", GROUP),
            Map.entry("memberAppointed", GROUP),
            Map.entry("memberRemoved", GROUP),
            Map.entry("callApproved", APPROVER),
            Map.entry("callReturned", APPROVER),
            Map.entry("callOpened", APPROVER),
            Map.entry("exceptionGranted", APPROVER),
            Map.entry("exceptionDeclined", APPROVER),
            Map.entry("decisionApproved", APPROVER),
            Map.entry("decisionReturned", APPROVER),
            Map.entry("reserveDecisionApproved", APPROVER),
            Map.entry("reserveDecisionReturned", APPROVER),
            Map.entry("tieDeclared", PANEL),
            Map.entry("tieUnclear", PANEL),
            Map.entry("scoreSheetSubmitted", PANEL),
            Map.entry("scoreSheetAbstained", PANEL),
            Map.entry("recommended", PANEL),
            Map.entry("stepRetried", EnumSet.of(Office.ADMINISTRATOR)));

    private static final Set<Office> USUAL = EnumSet.of(Office.SECRETARIAT);

    /** @param chosen in whose place something has been recorded in this transaction, by case */
    private record Held(PersonId person, List<Holding> offices, Map<CaseKey, PersonId> chosen) {}

    private final Offices offices;
    private final Audiences audiences;
    private final JdbcClient jdbc;

    ActingFor(Offices offices, Audiences audiences, JdbcClient jdbc) {
        this.offices = offices;
        this.audiences = audiences;
        this.jdbc = jdbc;
    }

    /**
     * The one in whose place it is done; nobody when it is done in one's own right. A deputy of several acts for one of
     * those who might do it themselves.
     *
     * @param offeredTo to whom the task is offered that is done with it; none when it is no task
     * @param notFor in whose place it cannot be done, since they did what it checks
     */
    @Nullable
    PersonId of(PersonId person, CaseKey key, String kind, @Nullable Object offeredTo, Set<PersonId> notFor) {
        var held = held(person);
        if (held.offices().stream().allMatch(holding -> holding.actingFor() == null)) {
            return null;
        }
        var principals = offeredTo == null ? null : audiences.of(person).get(offeredTo.toString());
        if (principals != null) {
            return principals.contains(person) ? null : chosen(held, principals, key, notFor);
        }
        var scopes = scopes(key);
        var usual = DONE_BY.getOrDefault(kind, USUAL);
        var fitting = held.offices().stream()
                .filter(holding -> holding.scope() == null || scopes.contains(holding.scope()))
                .sorted(Comparator.<Holding, Boolean>comparing(holding -> !usual.contains(holding.office()))
                        .thenComparing(holding -> holding.office() != Office.SECRETARIAT)
                        .thenComparing(holding -> holding.actingFor() != null))
                .toList();
        if (fitting.isEmpty() || fitting.getFirst().actingFor() == null) {
            return null;
        }
        var office = fitting.getFirst().office();
        return chosen(
                held,
                fitting.stream()
                        .filter(holding -> holding.office() == office)
                        .map(Holding::actingFor)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                key,
                notFor);
    }

    /** The same for all that one transaction records of a case, so that what belongs together names one. */
    private PersonId chosen(Held held, Set<PersonId> principals, CaseKey key, Set<PersonId> notFor) {
        if (principals.size() == 1) {
            return principals.iterator().next();
        }
        var before = held.chosen().get(key);
        if (before != null && principals.contains(before)) {
            return before;
        }
        var barred = barred(key);
        var chosen = principals.stream()
                .filter(principal -> !notFor.contains(principal) && !barred.contains(principal))
                .findFirst()
                .orElseGet(() -> principals.iterator().next());
        held.chosen().put(key, chosen);
        return chosen;
    }

    private Set<PersonId> barred(CaseKey key) {
        return jdbc
                .sql("SELECT person_id FROM case_bar WHERE case_key = ?")
                .param(key.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .collect(Collectors.toSet());
    }

    /** Asked once in a transaction, however many events it writes. */
    private Held held(PersonId person) {
        if (TransactionSynchronizationManager.getResource(this) instanceof Held known
                && known.person().equals(person)) {
            return known;
        }
        var held = new Held(person, offices.heldBy(person), new HashMap<>());
        if (TransactionSynchronizationManager.unbindResourceIfPossible(this) == null) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResourceIfPossible(ActingFor.this);
                }
            });
        }
        TransactionSynchronizationManager.bindResource(this, held);
        return held;
    }

    /** What the case belongs to; the record of a call or of a group has the key of what it is about. */
    private Set<UUID> scopes(CaseKey key) {
        return jdbc.sql("""
                        SELECT :key::uuid UNION
                        SELECT unnest(ARRAY[call_id, organisation_id, department_id]) FROM case_file WHERE key = :key""").param("key", key.value()).query(UUID.class).set();
    }
}
