package app.tomoni.review;

import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.organisation.Memberships;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.process.Decisions;
import app.tomoni.process.OpenTask;
import app.tomoni.process.TaskId;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.Proposals;
import app.tomoni.proposal.Revision;
import app.tomoni.shared.Graphemes;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The formal check: the table proposes, a person of the secretariat decides. */
@Component
@Transactional
public class FormalChecks {

    public static final String TASK = "checkEligibility";

    /** The same check once more, after a supplement. */
    public static final String SECOND_TASK = "checkSupplement";

    public static final String TABLE = "eligibility";

    /** Prefix of the comment on a field that the group is asked to add to. */
    public static final String COMMENT = "comment:";

    /** Prefix of the mark on a field; "true" while it is to be opened. */
    public static final String MARK = "mark:";

    public static final String REASON = "reason";

    /** A colleague has written something else than was read. */
    public static final String REWRITTEN = "review.check.rewritten";

    static final String OUTCOME = "checkOutcome";
    static final String READ = "read";

    public static final int LONGEST = 1000;

    private final CheckRepository checks;
    private final Entries entries;
    private final EligibilityFacts facts;
    private final Decisions decisions;
    private final Proposals proposals;
    private final ProposalPapers papers;
    private final Cases cases;
    private final CaseEvents events;
    private final Offices offices;
    private final Memberships memberships;
    private final People people;
    private final JdbcClient jdbc;
    private final Clock clock;

    FormalChecks(
            CheckRepository checks,
            Entries entries,
            EligibilityFacts facts,
            Decisions decisions,
            Proposals proposals,
            ProposalPapers papers,
            Cases cases,
            CaseEvents events,
            Offices offices,
            Memberships memberships,
            People people,
            JdbcClient jdbc,
            Clock clock) {
        this.checks = checks;
        this.entries = entries;
        this.facts = facts;
        this.decisions = decisions;
        this.proposals = proposals;
        this.papers = papers;
        this.cases = cases;
        this.events = events;
        this.offices = offices;
        this.memberships = memberships;
        this.people = people;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The check that belongs to a task: made when it is opened first, with the facts of that moment on record. */
    public FormalCheck of(OpenTask task) {
        return checks.ofTask(task.id().value()).orElseGet(() -> examineOnce(task));
    }

    /** Two who open a task at the same moment share the check of whoever was first. */
    private FormalCheck examineOnce(OpenTask task) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 81))")
                .param(task.id().value())
                .query((row, number) -> 0)
                .list();
        return checks.ofTask(task.id().value()).orElseGet(() -> examine(task));
    }

    private FormalCheck examine(OpenTask task) {
        var proposal = proposals.get(new ProposalId(task.caseKey().value()));
        var named = papers.of(proposal.id()).release();
        var release = named.isEmpty() ? cases.currentRelease() : named;
        var record = facts.of(proposal);
        var findings = decisions.evaluate(TABLE, release, record).stream()
                .map(Finding::of)
                .toList();
        events.record(
                task.caseKey(),
                "eligibilityEvaluated",
                Map.of(
                        "inputs",
                        record,
                        "findings",
                        findings.stream().map(Finding::criterion).toList()));
        return checks.save(FormalCheck.of(proposal.id(), task.id(), release, record, findings, clock.instant()));
    }

    /** The papers that are checked. */
    @Transactional(readOnly = true)
    public Paper paper(FormalCheck check) {
        return papers.of(check.proposal());
    }

    /** Who proposes. */
    @Transactional(readOnly = true)
    public OrganisationId group(FormalCheck check) {
        return proposals.get(check.proposal()).organisation();
    }

    /** What was handed in last, with the group's profile of that day. */
    @Transactional(readOnly = true)
    public Revision handedIn(FormalCheck check) {
        return proposals.latestRevision(check.proposal());
    }

    /** What the group was asked to add since it handed the proposal in; none at the first look. */
    @Transactional(readOnly = true)
    public Optional<Supplemented> supplemented(FormalCheck check) {
        var revisions = proposals.revisions(check.proposal());
        var asked = proposals.supplements(check.proposal());
        if (asked.isEmpty() || asked.getLast().answeredAt() == null) {
            return Optional.empty();
        }
        var request = asked.getLast();
        var after = revisions.getLast();
        if (after.submittedAt().isAfter(request.answeredAt())) { // taken back meanwhile, and handed in anew
            return Optional.empty();
        }
        var answered = request.revision() != null;
        var before = answered ? revisions.get(revisions.size() - 2) : after;
        return Optional.of(
                new Supplemented(request, papers.paper(before), papers.paper(after), answered ? after.remark() : ""));
    }

    public Map<String, Typed> typed(FormalCheck check) {
        return entries.of(check.id());
    }

    /**
     * Keeps a mark, a comment or the reason while it is typed.
     *
     * @throws Refusal when the check is over, by a colleague's decision or because the group took the proposal back, or
     *     the text is too long
     */
    public Kept save(FormalCheck check, String field, String value, long basedOn) {
        var decided = checks.findById(check.id()).orElseThrow().outcome().isPresent();
        if (decided || !isOpen(check)) {
            throw new Refusal(!decided && isTakenBack(check) ? "review.check.recalled" : "review.check.decided");
        }
        var length = Graphemes.count(value);
        if (length > LONGEST) {
            throw new Refusal("review.comment.long", LONGEST, length);
        }
        return entries.save(check.id(), field, value, basedOn);
    }

    private boolean isOpen(FormalCheck check) {
        return cases.tasksOf(new CaseKey(check.proposal().value())).stream().anyMatch(task -> check.isOf(task.id()));
    }

    /** Whether what it is about is a draft again, or has been handed in anew. */
    private boolean isTakenBack(FormalCheck check) {
        return proposals.get(check.proposal()).isDraft()
                || proposals.latestRevision(check.proposal()).submittedAt().isAfter(check.examinedAt());
    }

    /** The check before this one, when it ended undecided because the group had taken the proposal back. */
    @Transactional(readOnly = true)
    public Optional<FormalCheck> undecidedBefore(FormalCheck check) {
        var earlier = checks.before(check.proposal().value(), check.examinedAt());
        return earlier.isEmpty()
                ? Optional.empty()
                : Optional.of(earlier.getLast()).filter(last -> last.outcome().isEmpty());
    }

    /** Whether people write words into this field for the group, rather than tick it. */
    public static boolean holdsWords(String field) {
        return field.equals(REASON) || field.startsWith(COMMENT);
    }

    /**
     * Why this person of the secretariat does not check the proposal: it is their own group's. Says who else can, or what to
     * do where nobody else can.
     */
    @Transactional(readOnly = true)
    public Optional<Refusal> obstacle(OpenTask task, PersonId person) {
        return obstacle(new ProposalId(task.caseKey().value()), person);
    }

    private void demandOutsider(ProposalId proposal, PersonId person) {
        obstacle(proposal, person).ifPresent(own -> {
            throw own;
        });
    }

    private Optional<Refusal> obstacle(ProposalId proposal, PersonId person) {
        var group = proposals.get(proposal).organisation();
        if (!memberships.mayRead(person, group)) {
            return Optional.empty();
        }
        var others = offices.users(Set.of(Office.SECRETARIAT)).stream()
                .filter(other -> !memberships.mayRead(other, group))
                .map(people::name)
                .toList();
        return Optional.of(
                others.isEmpty() ? new Refusal("review.check.own.nobody") : new Refusal("review.check.own", others));
    }

    /**
     * Follows a decision: what the group is told, the record, and nothing else; the task is completed by its caller.
     *
     * @param read what the person has read of the marks and texts; none when they have written all of it themselves
     * @throws Refusal when a colleague has written something else meanwhile
     */
    void decide(OpenTask task, CheckOutcome outcome, @Nullable Object read, PersonId by) {
        demandOutsider(new ProposalId(task.caseKey().value()), by);
        var check = of(task);
        var typed = entries.of(check.id());
        if (read != null && !read.equals(words(typed))) {
            throw new Refusal(REWRITTEN);
        }
        var reason = ScoreCard.value(typed, REASON);
        check.decide(outcome, outcome == CheckOutcome.NOT_SUBJECT ? reason : null, by, clock.instant());
        checks.save(check);
        switch (outcome) {
            case ACCEPTED -> proposals.accept(check.proposal(), by);
            case SUPPLEMENT -> proposals.requestSupplement(check.proposal(), comments(check, typed), by);
            case NOT_SUBJECT -> proposals.declareNotSubject(check.proposal(), reason.strip(), by);
        }
        events.record(task.caseKey(), "eligibilityDecided", Map.of("outcome", outcome.name()));
    }

    /** What the group would read, and for which fields; not which findings somebody has ticked off. */
    private static Map<String, String> words(Map<String, Typed> typed) {
        var words = new HashMap<String, String>();
        typed.forEach((field, entry) -> {
            var goesOut = holdsWords(field) || field.startsWith(MARK);
            if (goesOut && !entry.value().isBlank() && !entry.value().equals("false")) {
                words.put(field, entry.value());
            }
        });
        return words;
    }

    /** The marked fields with what is asked about each, in the order of the form. */
    private Map<String, String> comments(FormalCheck check, Map<String, Typed> typed) {
        var comments = new LinkedHashMap<String, String>();
        papers.of(check.proposal()).form().fields().forEach(field -> {
            if (ScoreCard.value(typed, MARK + field.key()).equals("true")) {
                var comment = ScoreCard.value(typed, COMMENT + field.key());
                if (comment.isBlank()) {
                    throw new Refusal("review.check.commentMissing", field.label());
                }
                comments.put(field.key(), comment.strip());
            }
        });
        if (comments.isEmpty()) {
            throw new Refusal("review.check.fieldMissing");
        }
        return comments;
    }

    /** The secretariat goes on without the group's answer: the proposal comes back to the check as it is. */
    public void waiveSupplement(ProposalId proposal, PersonId by, String reason) {
        if (!offices.holds(by, Office.SECRETARIAT, null)) {
            throw new Refusal("review.absent");
        }
        demandOutsider(proposal, by);
        if (reason.isBlank()) {
            throw new Refusal("review.waive.reasonMissing");
        }
        Lengths.demand(reason, Lengths.REASON);
        var key = new CaseKey(proposal.value());
        cases.hold(key);
        if (!cases.waitsFor(key, "SupplementWaived")) {
            throw new Refusal("review.waive.over");
        }
        proposals.waiveSupplement(proposal);
        events.record(key, "SupplementWaived", Map.of("reason", reason.strip()));
        cases.tell("SupplementWaived", key, Map.of());
    }

    public Optional<OpenTask> task(TaskId id, PersonId viewer) {
        return cases.task(id, viewer).filter(task -> Set.of(TASK, SECOND_TASK).contains(task.kind()));
    }

    /** The answers that complete the task of the formal check; for those who have written all of it themselves. */
    public static Map<String, Object> answers(CheckOutcome outcome) {
        return Map.of(OUTCOME, outcome.name());
    }

    /**
     * The same as the view completes it.
     *
     * @param read what the page shows as it was typed last
     */
    public static Map<String, Object> answers(CheckOutcome outcome, Map<String, Typed> read) {
        return Map.of(OUTCOME, outcome.name(), READ, words(read));
    }

    /** Proposals of the call that their groups are being asked to add to. */
    @Transactional(readOnly = true)
    public Set<ProposalId> supplementing(CallId call) {
        return cases.waitingAt("citizenProposal", "supplementProposal", call.value()).stream()
                .map(key -> new ProposalId(key.value()))
                .collect(Collectors.toSet());
    }
}
