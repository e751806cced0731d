package app.tomoni.review;

import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.call.Panels;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.proposal.ProposalId;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who of the panel has a tie to whom: one list per reviewer and call, answered before any content is shown.
 *
 * <p>Every way to a proposal's content for a reviewer asks {@link #mayRead} or {@link #readable}.
 */
@Component
@Transactional
public class Declarations {

    /** An answer is another by now than the one that was read. */
    public static final String CHANGED = "review.declaration.changed";

    /** What was answered stands already; only a tie can still be declared. */
    public static final String CONFIRMED = "review.declaration.confirmed";

    private final JdbcClient jdbc;
    private final ReviewedProposals proposals;
    private final SheetRepository sheets;
    private final Panels panels;
    private final Offices offices;
    private final Recusals recusals;
    private final TieRequests requests;
    private final Cases cases;
    private final CaseEvents caseEvents;
    private final ApplicationEventPublisher published;
    private final Clock clock;

    Declarations(
            JdbcClient jdbc,
            ReviewedProposals proposals,
            SheetRepository sheets,
            Panels panels,
            Offices offices,
            Recusals recusals,
            TieRequests requests,
            Cases cases,
            CaseEvents caseEvents,
            ApplicationEventPublisher published,
            Clock clock) {
        this.jdbc = jdbc;
        this.proposals = proposals;
        this.sheets = sheets;
        this.panels = panels;
        this.offices = offices;
        this.recusals = recusals;
        this.requests = requests;
        this.cases = cases;
        this.caseEvents = caseEvents;
        this.published = published;
        this.clock = clock;
    }

    /** What the reviewer has declared about the proposal; a member of the group has a tie without a word. */
    @Transactional(readOnly = true)
    public Tie tie(PersonId reviewer, ProposalId proposal) {
        return proposals
                .find(proposal)
                .map(listed -> tie(listed, groupsOf(reviewer), answers(reviewer, listed.call())))
                .orElse(Tie.UNANSWERED);
    }

    /**
     * The proposals of a call of which nothing is the person's to see or to judge: those to which they have a tie, and for
     * a member of the panel also those about which they have not declared that there is none.
     */
    @Transactional(readOnly = true)
    public Set<ProposalId> withheld(PersonId person, CallId call) {
        var declares = declares(person, call);
        var groups = groupsOf(person);
        var answers = answers(person, call);
        return proposals.ofCall(call).stream()
                .filter(listed -> withholds(tie(listed, groups, answers), declares))
                .map(Listed::proposal)
                .collect(Collectors.toSet());
    }

    /** The same of one proposal. */
    @Transactional(readOnly = true)
    public boolean isWithheld(PersonId person, ProposalId proposal) {
        return proposals
                .find(proposal)
                .filter(listed -> withholds(tie(person, proposal), declares(person, listed.call())))
                .isPresent();
    }

    /** Whether this member of the panel has still to declare whether there is a tie to the proposal's group. */
    @Transactional(readOnly = true)
    public boolean isAwaited(PersonId person, ProposalId proposal) {
        return proposals
                .find(proposal)
                .filter(listed -> declares(person, listed.call()) && tie(person, proposal) == Tie.UNANSWERED)
                .isPresent();
    }

    private boolean declares(PersonId person, CallId call) {
        return panels.members(call).contains(person);
    }

    private static boolean withholds(Tie tie, boolean declares) {
        return tie == Tie.TIE || declares && tie != Tie.NONE;
    }

    /**
     * Whether this member of the panel may see the proposal's content now: it is on a list that was confirmed as a whole,
     * there is no tie, and it is not what a group that took it back has handed in anew and nobody has checked yet. A
     * proposal that comes later waits for its own answer, and closes no other.
     */
    @Transactional(readOnly = true)
    public boolean mayRead(PersonId reviewer, ProposalId proposal) {
        return proposals
                .find(proposal)
                .flatMap(listed -> list(reviewer, listed.call()))
                .filter(list -> list.tie(proposal) == Tie.NONE)
                .filter(list -> !sheets.resting(list.call().value()).contains(proposal.value()))
                .isPresent();
    }

    /** The proposals of the call whose content this member of the panel may see now. */
    @Transactional(readOnly = true)
    Set<ProposalId> readable(PersonId reviewer, CallId call) {
        var resting = sheets.resting(call.value());
        return list(reviewer, call).stream()
                .flatMap(list -> list.lines().stream())
                .filter(line -> line.confirmed() && line.answer() == Tie.NONE)
                .map(line -> line.listed().proposal())
                .filter(proposal -> !resting.contains(proposal.value()))
                .collect(Collectors.toSet());
    }

    /** The list of a member of the panel; nothing for anyone else. */
    @Transactional(readOnly = true)
    public Optional<DeclarationList> list(PersonId reviewer, CallId call) {
        if (!panels.members(call).contains(reviewer)) {
            return Optional.empty();
        }
        var groups = groupsOf(reviewer);
        var answers = answers(reviewer, call);
        return Optional.of(new DeclarationList(
                call,
                reviewer,
                proposals.ofCall(call).stream()
                        .map(listed -> line(listed, groups, answers))
                        .toList()));
    }

    /** The panel's members with a known tie to the proposal. */
    @Transactional(readOnly = true)
    List<PersonId> tiedTo(ProposalId proposal, CallId call) {
        return members(proposal, call, tie -> tie == Tie.TIE);
    }

    /** The panel's members without a known tie to the proposal. */
    @Transactional(readOnly = true)
    List<PersonId> untiedTo(ProposalId proposal, CallId call) {
        return members(proposal, call, tie -> tie != Tie.TIE);
    }

    /** In as many look-ups for a large panel as for a small one. */
    private List<PersonId> members(ProposalId proposal, CallId call, Predicate<Tie> which) {
        var ties = proposals.find(proposal).map(this::ties).orElse(Map.of());
        return panels.members(call).stream()
                .filter(member -> which.test(ties.getOrDefault(member, Tie.UNANSWERED)))
                .toList();
    }

    /** What is known of each person who declared anything about the proposal, or is of its group. */
    private Map<PersonId, Tie> ties(Listed listed) {
        var ties = new HashMap<PersonId, Tie>();
        jdbc.sql("SELECT * FROM declaration WHERE proposal_id = ?")
                .param(listed.proposal().value())
                .query((row, number) -> ties.put(
                        new PersonId(row.getObject("reviewer_id", UUID.class)), tie(line(listed, false, answer(row)))))
                .list();
        Arrays.stream(Office.values())
                .filter(Office::ofGroup)
                .flatMap(office -> offices.holders(office, listed.organisation().value()).stream())
                .forEach(member -> ties.put(member, Tie.TIE));
        return ties;
    }

    /** Notes an answer as it is picked; it counts once the list is confirmed. */
    public Kept answer(PersonId reviewer, ProposalId proposal, Tie answer, long basedOn) {
        if (answer == Tie.UNANSWERED) {
            throw new IllegalArgumentException(answer.name());
        }
        var line = line(reviewer, proposal);
        if (line.member()) {
            throw new Refusal("review.declaration.member");
        }
        if (line.confirmed()) {
            throw new Refusal(CONFIRMED);
        }
        var now = clock.instant();
        if (stored(reviewer, line.listed(), answer, basedOn) == 1) {
            return new Kept.Stored(basedOn + 1, now);
        }
        var theirs = line(reviewer, proposal);
        return theirs.answer() == answer
                ? new Kept.Stored(theirs.version(), now)
                : new Kept.Conflict(theirs.answer().name(), theirs.version(), now);
    }

    private int stored(PersonId reviewer, Listed listed, Tie answer, long basedOn) {
        return jdbc.sql(basedOn == 0 ? """
                                  INSERT INTO declaration (call_id, reviewer_id, proposal_id, answer, partners, answered_at,
                                    version)
                                  VALUES (:call, :reviewer, :proposal, :answer, :partners, :now, 1) ON CONFLICT DO NOTHING""" : """
                                  UPDATE declaration SET answer = :answer, partners = :partners, answered_at = :now,
                                    version = version + 1, confirmed_at = NULL, settled_by = NULL, settled_at = NULL, settled_reason = NULL
                                  WHERE call_id = :call AND reviewer_id = :reviewer AND proposal_id = :proposal
                                    AND version = :basedOn
                                    AND (confirmed_at IS NULL OR answer = 'NONE' AND partners <> :partners)""")
                .param("call", listed.call().value())
                .param("reviewer", reviewer.value())
                .param("proposal", listed.proposal().value())
                .param("answer", answer.name())
                .param("now", now())
                .param("basedOn", basedOn)
                .param("partners", listed.partners())
                .update();
    }

    /** Confirms whatever is answered now; for those who have just answered all of it themselves. */
    public void confirm(PersonId reviewer, CallId call) {
        confirm(reviewer, call, null);
    }

    /**
     * Confirms the whole list: from here on the content of proposals without a tie is open, and every tie recuses.
     * Nothing of the list changes meanwhile in another window: what is confirmed is what has been followed.
     *
     * @param read the answers that the reviewer sees and means to confirm
     * @throws Refusal as long as a line has no answer, or when one is another than was read, or all of it was confirmed
     *     before
     */
    public void confirm(PersonId reviewer, CallId call, @Nullable Map<ProposalId, Tie> read) {
        lock(reviewer, call);
        var list = list(reviewer, call).orElseThrow(() -> new Refusal("review.absent"));
        if (read != null && list.confirmed()) {
            throw new Refusal(CONFIRMED);
        }
        if (list.unanswered() > 0) {
            throw new Refusal("review.declaration.incomplete", list.unanswered());
        }
        var open = list.lines().stream()
                .filter(line -> !line.confirmed() && !line.member())
                .toList();
        if (read != null
                && open.stream()
                        .anyMatch(
                                line -> line.answer() != read.get(line.listed().proposal()))) {
            throw new Refusal(CHANGED);
        }
        open.stream().filter(line -> confirmed(line, reviewer)).toList().forEach(line -> follow(line, reviewer));
        list.lines().stream()
                .filter(line -> line.member() && line.version() == 0)
                .forEach(line -> recuseMember(line.listed(), reviewer));
    }

    /** Answers to this list wait until this transaction ends. */
    private void lock(PersonId reviewer, CallId call) {
        jdbc.sql("SELECT 1 FROM declaration WHERE reviewer_id = ? AND call_id = ? ORDER BY proposal_id FOR UPDATE")
                .param(reviewer.value())
                .param(call.value())
                .query(Integer.class)
                .list();
    }

    /** A first answer that came in after the lock is confirmed only as it was read. */
    private boolean confirmed(DeclarationList.Line line, PersonId reviewer) {
        return jdbc.sql("""
                        UPDATE declaration SET confirmed_at = :now
                        WHERE reviewer_id = :reviewer AND proposal_id = :proposal AND confirmed_at IS NULL
                          AND version = :version""")
                        .param("now", now())
                        .param("reviewer", reviewer.value())
                        .param("proposal", line.listed().proposal().value())
                        .param("version", line.version())
                        .update()
                > 0;
    }

    /** A member of the panel acts for the group from now on, and is out of its proposal whatever they had declared. */
    void joined(PersonId reviewer, Listed listed) {
        recuseMember(listed, reviewer);
        answered(listed);
    }

    private void recuseMember(Listed listed, PersonId reviewer) {
        jdbc.sql("""
                        INSERT INTO declaration AS d
                          (call_id, reviewer_id, proposal_id, answer, answered_at, confirmed_at, version)
                        VALUES (:call, :reviewer, :proposal, 'TIE', :now, :now, 1)
                        ON CONFLICT (reviewer_id, proposal_id) DO UPDATE
                        SET answer = 'TIE', answered_at = :now, confirmed_at = :now, version = d.version + 1,
                          settled_by = NULL, settled_at = NULL, settled_reason = NULL
                        WHERE d.answer <> 'TIE' OR d.confirmed_at IS NULL""")
                .param("call", listed.call().value())
                .param("reviewer", reviewer.value())
                .param("proposal", listed.proposal().value())
                .param("now", now())
                .update();
        recusals.recuse(listed.call(), listed.proposal(), reviewer);
    }

    private void follow(DeclarationList.Line line, PersonId reviewer) {
        var proposal = line.listed().proposal();
        if (line.answer() == Tie.TIE) {
            recusals.recuse(line.listed().call(), proposal, reviewer);
        } else if (line.answer() == Tie.UNSURE) {
            var key = new CaseKey(proposal.value());
            caseEvents.record(key, "tieUnclear", Map.of("reviewer", reviewer.toString()));
            cases.suspend(key, reviewer); // nothing is offered that opens no page
            requests.ask(line.listed(), reviewer);
        }
    }

    /** A tie that the reviewer notices after the list was confirmed: they are out at once. */
    public void declareLate(PersonId reviewer, ProposalId proposal) {
        var line = line(reviewer, proposal);
        if (!line.confirmed()) {
            throw new Refusal("review.declaration.open");
        }
        jdbc.sql("""
                        UPDATE declaration SET answer = 'TIE', answered_at = :now, version = version + 1,
                          settled_by = NULL, settled_at = NULL, settled_reason = NULL
                        WHERE reviewer_id = :reviewer AND proposal_id = :proposal AND answer <> 'TIE'""")
                .param("now", now())
                .param("reviewer", reviewer.value())
                .param("proposal", proposal.value())
                .update();
        answered(line.listed());
        recusals.recuse(line.listed().call(), proposal, reviewer);
    }

    /** The secretariat's answer to a reviewer who was unsure. */
    public void settle(PersonId by, PersonId reviewer, ProposalId proposal, boolean tie, String reason) {
        if (!offices.holds(by, Office.SECRETARIAT, null)) {
            throw new Refusal("review.absent");
        }
        if (reason.isBlank()) {
            throw new Refusal("review.declaration.reasonMissing");
        }
        Lengths.demand(reason, Lengths.REASON);
        var line = line(reviewer, proposal);
        if (!line.confirmed() || line.answer() != Tie.UNSURE) {
            throw new Refusal("review.declaration.settled");
        }
        var settled = jdbc.sql("""
                        UPDATE declaration SET answer = :answer, settled_by = :by, settled_at = :now,
                          settled_reason = :reason, version = version + 1
                        WHERE reviewer_id = :reviewer AND proposal_id = :proposal AND answer = 'UNSURE'
                          AND confirmed_at IS NOT NULL""")
                .param("answer", (tie ? Tie.TIE : Tie.NONE).name())
                .param("by", by.value())
                .param("now", now())
                .param("reason", reason.strip())
                .param("reviewer", reviewer.value())
                .param("proposal", proposal.value())
                .update();
        if (settled == 0) {
            throw new Refusal("review.declaration.settled"); // by somebody else in this very moment
        }
        answered(line.listed());
        var key = new CaseKey(proposal.value());
        caseEvents.record(
                key, "tieSettled", Map.of("reviewer", reviewer.toString(), "tie", tie, "reason", reason.strip()));
        published.publishEvent(new TieSettled(line.listed().call(), reviewer, clock.instant()));
        if (tie) {
            recusals.recuse(line.listed().call(), proposal, reviewer);
        } else {
            cases.resume(key, reviewer);
        }
    }

    /** The secretariat is asked about the proposal no more, unless somebody else waits as well. */
    private void answered(Listed listed) {
        if (unclear(listed.call()).stream().noneMatch(tie -> tie.proposal().equals(listed.proposal()))) {
            requests.settle(listed.call(), listed.proposal());
        }
    }

    /** Somebody has left the panel: nobody has to tell them any more whether there is a tie. */
    void leave(PersonId reviewer, CallId call) {
        var answers = answers(reviewer, call);
        proposals.ofCall(call).stream()
                .filter(listed -> answers.getOrDefault(listed.proposal().value(), Answer.NOTHING)
                                .tie()
                        == Tie.UNSURE)
                .forEach(this::answered);
    }

    /** Somebody is on the panel again: what they were unsure about is asked again. */
    void join(PersonId reviewer, CallId call) {
        var unclear = unclear(call).stream()
                .filter(tie -> tie.reviewer().equals(reviewer))
                .map(TieUnclear::proposal)
                .collect(Collectors.toSet());
        proposals.ofCall(call).stream()
                .filter(listed -> unclear.contains(listed.proposal()))
                .forEach(listed -> requests.ask(listed, reviewer));
    }

    /** A proposal that its group had taken back is there again: who was unsure about it still waits for an answer. */
    void handedInAnew(ProposalId proposal, CallId call) {
        var listed = proposals.get(proposal);
        unclear(call).stream()
                .filter(tie -> tie.proposal().equals(proposal))
                .forEach(tie -> requests.ask(listed, tie.reviewer()));
    }

    /** Who asked the secretariat about which proposal and waits for an answer; about one that is over, nobody does. */
    @Transactional(readOnly = true)
    public List<TieUnclear> unclear(CallId call) {
        var members = panels.members(call);
        var reviewed = proposals.ofCall(call).stream().map(Listed::proposal).collect(Collectors.toSet());
        return jdbc
                .sql("""
                        SELECT proposal_id, reviewer_id FROM declaration
                        WHERE call_id = ? AND answer = 'UNSURE' AND confirmed_at IS NOT NULL
                        ORDER BY answered_at, proposal_id""")
                .param(call.value())
                .query((row, number) -> new TieUnclear(
                        call,
                        new ProposalId(row.getObject("proposal_id", UUID.class)),
                        new PersonId(row.getObject("reviewer_id", UUID.class))))
                .list()
                .stream()
                .filter(tie -> members.contains(tie.reviewer()) && reviewed.contains(tie.proposal()))
                .toList();
    }

    private DeclarationList.Line line(PersonId reviewer, ProposalId proposal) {
        return proposals
                .find(proposal)
                .flatMap(listed -> list(reviewer, listed.call()))
                .flatMap(list -> list.line(proposal))
                .orElseThrow(() -> new Refusal("review.absent"));
    }

    private static DeclarationList.Line line(Listed listed, Set<UUID> groups, Map<UUID, Answer> answers) {
        return line(
                listed,
                groups.contains(listed.organisation().value()),
                answers.getOrDefault(listed.proposal().value(), Answer.NOTHING));
    }

    private static DeclarationList.Line line(Listed listed, boolean member, Answer answer) {
        var covered = answer.covers(listed);
        return new DeclarationList.Line(
                listed,
                member ? Tie.TIE : covered ? answer.tie() : Tie.UNANSWERED,
                member,
                member || (covered && answer.confirmedAt() != null),
                answer.settled(),
                answer.version());
    }

    private static Tie tie(Listed listed, Set<UUID> groups, Map<UUID, Answer> answers) {
        return tie(line(listed, groups, answers));
    }

    private static Tie tie(DeclarationList.Line line) {
        return line.confirmed() ? line.answer() : Tie.UNANSWERED;
    }

    private Set<UUID> groupsOf(PersonId person) {
        return offices.heldBy(person).stream()
                .filter(holding -> holding.office().ofGroup())
                .flatMap(holding -> Optional.ofNullable(holding.scope()).stream())
                .collect(Collectors.toSet());
    }

    private record Answer(
            Tie tie, @Nullable OffsetDateTime confirmedAt, boolean settled, String partners, long version) {

        static final Answer NOTHING = new Answer(Tie.UNANSWERED, null, false, "", 0);

        /** Whether it still answers what is asked: "no tie" does not cover a partner that was named afterwards. */
        boolean covers(Listed listed) {
            return tie != Tie.NONE || partners.equals(listed.partners());
        }
    }

    private Map<UUID, Answer> answers(PersonId reviewer, CallId call) {
        var answers = new HashMap<UUID, Answer>();
        jdbc.sql("SELECT * FROM declaration WHERE reviewer_id = :reviewer AND call_id = :call")
                .param("reviewer", reviewer.value())
                .param("call", call.value())
                .query((row, number) -> answers.put(row.getObject("proposal_id", UUID.class), answer(row)))
                .list();
        return answers;
    }

    private static Answer answer(ResultSet row) throws SQLException {
        return new Answer(
                Tie.valueOf(row.getString("answer")),
                row.getObject("confirmed_at", OffsetDateTime.class),
                row.getObject("settled_at", OffsetDateTime.class) != null,
                row.getString("partners"),
                row.getLong("version"));
    }

    private OffsetDateTime now() {
        return clock.instant().atZone(JapaneseDates.ZONE).toOffsetDateTime();
    }
}
