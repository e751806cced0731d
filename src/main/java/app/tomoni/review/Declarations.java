package app.tomoni.review;

import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.call.Panels;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.process.CasePeople;
import app.tomoni.proposal.ProposalId;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import java.time.Clock;
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

    private final DeclarationRows rows;
    private final ReviewedProposals proposals;
    private final SheetRepository sheets;
    private final Panels panels;
    private final Offices offices;
    private final Recusals recusals;
    private final TieRequests requests;
    private final CasePeople people;
    private final CaseEvents caseEvents;
    private final ApplicationEventPublisher published;
    private final Clock clock;

    Declarations(
            DeclarationRows rows,
            ReviewedProposals proposals,
            SheetRepository sheets,
            Panels panels,
            Offices offices,
            Recusals recusals,
            TieRequests requests,
            CasePeople people,
            CaseEvents caseEvents,
            ApplicationEventPublisher published,
            Clock clock) {
        this.rows = rows;
        this.proposals = proposals;
        this.sheets = sheets;
        this.panels = panels;
        this.offices = offices;
        this.recusals = recusals;
        this.requests = requests;
        this.people = people;
        this.caseEvents = caseEvents;
        this.published = published;
        this.clock = clock;
    }

    /** What the reviewer has declared about the proposal; a member of the group has a tie without a word. */
    @Transactional(readOnly = true)
    public Tie tie(PersonId reviewer, ProposalId proposal) {
        return proposals
                .find(proposal)
                .map(listed -> tie(listed, groupsOf(reviewer), rows.of(reviewer, listed.call())))
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
        var answers = rows.of(person, call);
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
        var answers = rows.of(reviewer, call);
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
        rows.of(listed.proposal()).forEach((person, answer) -> ties.put(person, tie(line(listed, false, answer))));
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
        if (rows.store(reviewer, line.listed(), answer, basedOn)) {
            return new Kept.Stored(basedOn + 1, now);
        }
        var theirs = line(reviewer, proposal);
        return theirs.answer() == answer
                ? new Kept.Stored(theirs.version(), now)
                : new Kept.Conflict(theirs.answer().name(), theirs.version(), now);
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
        rows.hold(reviewer, call);
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
        var confirmed =
                open.stream().filter(line -> rows.confirm(line, reviewer)).toList();
        var own = list.lines().stream()
                .filter(line -> line.member() && line.version() == 0)
                .toList();
        if (!confirmed.isEmpty() || !own.isEmpty()) {
            // That it is done, and nothing of what was answered: whoever is out stands in the proposal's own record
            caseEvents.record(
                    new CaseKey(call.value()), "declarationsConfirmed", Map.of("reviewer", reviewer.toString()));
        }
        confirmed.forEach(line -> follow(line, reviewer));
        own.forEach(line -> recuseMember(line.listed(), reviewer));
    }

    /** A member of the panel acts for the group from now on, and is out of its proposal whatever they had declared. */
    void joined(PersonId reviewer, Listed listed) {
        recuseMember(listed, reviewer);
        answered(listed);
    }

    private void recuseMember(Listed listed, PersonId reviewer) {
        rows.tie(listed, reviewer);
        recusals.recuse(listed.call(), listed.proposal(), reviewer);
    }

    private void follow(DeclarationList.Line line, PersonId reviewer) {
        var proposal = line.listed().proposal();
        if (line.answer() == Tie.TIE) {
            recusals.recuse(line.listed().call(), proposal, reviewer);
        } else if (line.answer() == Tie.UNSURE) {
            var key = new CaseKey(proposal.value());
            caseEvents.record(key, "tieUnclear", Map.of("reviewer", reviewer.toString()));
            people.suspend(key, reviewer); // nothing is offered that opens no page
            requests.ask(line.listed(), reviewer);
        }
    }

    /** A tie that the reviewer notices after the list was confirmed: they are out at once. */
    public void declareLate(PersonId reviewer, ProposalId proposal) {
        var line = line(reviewer, proposal);
        if (!line.confirmed()) {
            throw new Refusal("review.declaration.open");
        }
        rows.tieLate(reviewer, proposal);
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
        if (!rows.settle(reviewer, proposal, tie ? Tie.TIE : Tie.NONE, by, reason.strip())) {
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
            people.resume(key, reviewer);
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
        var answers = rows.of(reviewer, call);
        proposals.ofCall(call).stream()
                .filter(listed -> answers.getOrDefault(listed.proposal().value(), DeclarationRows.Answer.NOTHING)
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
        return rows.unsure(call).stream()
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

    private static DeclarationList.Line line(
            Listed listed, Set<UUID> groups, Map<UUID, DeclarationRows.Answer> answers) {
        return line(
                listed,
                groups.contains(listed.organisation().value()),
                answers.getOrDefault(listed.proposal().value(), DeclarationRows.Answer.NOTHING));
    }

    private static DeclarationList.Line line(Listed listed, boolean member, DeclarationRows.Answer answer) {
        var covered = answer.covers(listed);
        return new DeclarationList.Line(
                listed,
                member ? Tie.TIE : covered ? answer.tie() : Tie.UNANSWERED,
                member,
                member || (covered && answer.confirmedAt() != null),
                answer.settled(),
                answer.version());
    }

    private static Tie tie(Listed listed, Set<UUID> groups, Map<UUID, DeclarationRows.Answer> answers) {
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
}
