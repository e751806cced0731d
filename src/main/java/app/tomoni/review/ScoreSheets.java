package app.tomoni.review;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.call.ReviewOfCall;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.process.CasePeople;
import app.tomoni.process.Cases;
import app.tomoni.proposal.ProposalId;
import app.tomoni.shared.Graphemes;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * The sheets of all reviewers.
 *
 * <p>A reviewer sees and changes their own until the stage is closed for everybody; what others wrote leaves this class
 * only through {@link #of}, and only after that. Sheets about a proposal that its group has taken back rest: nobody sees or
 * counts them until the proposal has been checked again.
 */
@Component
@Transactional
public class ScoreSheets implements ReviewOfCall {

    private final SheetRepository sheets;
    private final Entries entries;
    private final HandedIn handedIn;
    private final ScoreCards cards;
    private final Declarations declarations;
    private final Cases cases;
    private final CasePeople people;
    private final CaseEvents events;
    private final JdbcClient jdbc;
    private final Clock clock;

    ScoreSheets(
            SheetRepository sheets,
            Entries entries,
            HandedIn handedIn,
            ScoreCards cards,
            Declarations declarations,
            Cases cases,
            CasePeople people,
            CaseEvents events,
            JdbcClient jdbc,
            Clock clock) {
        this.sheets = sheets;
        this.entries = entries;
        this.handedIn = handedIn;
        this.cards = cards;
        this.declarations = declarations;
        this.cases = cases;
        this.people = people;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What counts of every sheet of the call, by proposal and reviewer.
     *
     * @throws Refusal as long as the stage is not closed for everybody
     */
    @Transactional(readOnly = true)
    public List<SheetResult> of(CallId call) {
        return results(call, ScoreSheet::participation);
    }

    /**
     * What counted at that moment: a tie that was declared later voids nothing of it.
     *
     * @throws Refusal as long as the stage is not closed for everybody
     */
    @Transactional(readOnly = true)
    public List<SheetResult> of(CallId call, Instant moment) {
        return results(call, sheet -> sheet.participationAt(moment));
    }

    private List<SheetResult> results(CallId call, Function<ScoreSheet, Participation> participation) {
        if (!frozen(call)) {
            throw new Refusal("review.stage.open");
        }
        var submissions = handedIn.of(call, null);
        return sheets.ofCall(call.value()).stream()
                .sorted(Comparator.comparing(
                                (ScoreSheet sheet) -> sheet.proposal().value())
                        .thenComparing(sheet -> sheet.reviewer().value()))
                .map(sheet -> result(
                        sheet,
                        participation.apply(sheet),
                        submissions.get(sheet.id().value())))
                .toList();
    }

    private static SheetResult result(ScoreSheet sheet, Participation participation, @Nullable JsonNode content) {
        var counts = content != null && participation == Participation.SCORED ? content : null;
        return new SheetResult(
                sheet.proposal(),
                sheet.reviewer(),
                participation,
                counts == null ? Map.of() : HandedIn.marks(counts),
                counts == null ? Map.of() : HandedIn.remarks(counts),
                counts == null ? "" : HandedIn.comment(counts),
                sheet.reason());
    }

    /** How far the panel is with each proposal whose sheets are open; never a score. */
    @Transactional(readOnly = true)
    public List<SheetProgress> progress(CallId call) {
        var counts = new LinkedHashMap<ProposalId, int[]>();
        for (var sheet : sheets.ofCall(call.value())) {
            counts.computeIfAbsent(sheet.proposal(), id -> new int[Participation.values().length])[
                    sheet.participation().ordinal()]++;
        }
        var progress = new ArrayList<SheetProgress>();
        counts.forEach((proposal, n) -> progress.add(new SheetProgress(
                proposal,
                n[Participation.PENDING.ordinal()],
                n[Participation.SCORED.ordinal()],
                n[Participation.RECUSED.ordinal()],
                n[Participation.ABSTAINED.ordinal()],
                n[Participation.ABSENT.ordinal()])));
        return progress;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean frozen(CallId call) {
        return jdbc.sql("SELECT count(*) FROM review_stage WHERE call_id = ?")
                        .param(call.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Closes the stage for everybody: no sheet changes any more, private memos are deleted. Once is enough. */
    public void freeze(CallId call) {
        // waits for whoever is saving or submitting now, so that nothing slips in behind the close
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 80))")
                .param(call.toString())
                .query((row, number) -> 0)
                .list();
        jdbc.sql("INSERT INTO review_stage (call_id, frozen_at) VALUES (:call, :now) ON CONFLICT DO NOTHING")
                .param("call", call.value())
                .param("now", at(clock.instant()))
                .update();
        entries.forget(call.value(), ScoreCard.MEMO);
    }

    /**
     * Opens a sheet for each scorer, and notes who is out because of a tie. Scorers' sheets that wait or
     * are handed in stay as they are.
     */
    void open(CallId call, ProposalId proposal, Collection<PersonId> scorers, Collection<PersonId> recused) {
        var known = sheets.ofProposal(proposal.value()).stream()
                .collect(Collectors.toMap(ScoreSheet::reviewer, Function.identity()));
        var now = clock.instant();
        var opened = new ArrayList<ScoreSheet>();
        for (var person : scorers) {
            var sheet = known.get(person);
            if (sheet == null) {
                opened.add(ScoreSheet.open(call, proposal, person, now));
            } else if (sheet.participation() == Participation.LEFT) {
                sheet.reopen(now);
                opened.add(sheet);
            }
        }
        recused.forEach(person -> {
            var sheet = known.getOrDefault(person, ScoreSheet.open(call, proposal, person, now));
            sheet.recuse(now);
            opened.add(sheet);
        });
        sheets.saveAll(opened);
    }

    /** The group took the proposal back: until it comes to the panel again, nobody scores it and nothing of it counts. */
    void rest(ProposalId proposal) {
        var known = sheets.ofProposal(proposal.value());
        known.forEach(sheet -> sheet.rest(clock.instant()));
        sheets.saveAll(known);
    }

    /**
     * The proposal was handed in anew: everybody's sheet waits again, with what they had typed; only a tie stays a tie.
     * What was handed in about the former text stays on record. Who is not among the scorers any more is not asked again.
     */
    void reopen(ProposalId proposal, Collection<PersonId> scorers) {
        var known = sheets.ofProposal(proposal.value());
        var now = clock.instant();
        known.forEach(sheet -> {
            sheet.reopen(now);
            if (!scorers.contains(sheet.reviewer())) {
                sheet.leave(now);
            }
        });
        sheets.saveAll(known);
    }

    /** Asks somebody who is not on the panel any more for nothing; the cases that waited for nobody else go on. */
    void leave(PersonId reviewer, CallId call) {
        holdOpen(call);
        if (frozen(call)) {
            return;
        }
        var waiting = sheets.ofReviewer(call.value(), reviewer.value()).stream()
                .filter(sheet -> sheet.participation() == Participation.PENDING)
                .toList();
        waiting.forEach(sheet -> sheet.leave(clock.instant()));
        sheets.saveAll(waiting);
        waiting.forEach(sheet -> {
            record(sheet, "panelLeft", Map.of());
            people.takeAway(new CaseKey(sheet.proposal().value()), reviewer);
        });
    }

    /** The reviewer's own sheet with what is typed; nothing when there is none, or its content is closed to them. */
    @Transactional(readOnly = true)
    public Optional<OwnSheet> own(PersonId reviewer, ProposalId proposal) {
        return sheets.of(proposal.value(), reviewer.value())
                .filter(ScoreSheet::isOpenToOwner)
                .filter(sheet -> declarations.mayRead(reviewer, proposal))
                .map(sheet -> own(sheet, entries.of(sheet.id().value())));
    }

    /** All sheets of the call that are open to this reviewer, with what is typed, by proposal. */
    @Transactional(readOnly = true)
    public Map<ProposalId, OwnSheet> own(PersonId reviewer, CallId call) {
        var declared = declarations.list(reviewer, call);
        if (declared.isEmpty()) {
            return Map.of();
        }
        var readable = open(declared.get());
        var typed =
                entries.of(readable.stream().map(sheet -> sheet.id().value()).toList());
        var contents = handedIn.of(call, reviewer);
        var card = cards.of(call);
        var closed = frozen(call);
        var own = new HashMap<ProposalId, OwnSheet>();
        for (var sheet : readable) {
            var id = sheet.id().value();
            own.put(sheet.proposal(), own(sheet, card, typed.getOrDefault(id, Map.of()), contents.get(id), closed));
        }
        return own;
    }

    /** The proposals whose sheets are open to the reviewer of this list. */
    @Transactional(readOnly = true)
    public Set<ProposalId> openTo(DeclarationList declared) {
        return open(declared).stream().map(ScoreSheet::proposal).collect(Collectors.toSet());
    }

    private List<ScoreSheet> open(DeclarationList declared) {
        return sheets.ofReviewer(declared.call().value(), declared.reviewer().value()).stream()
                .filter(ScoreSheet::isOpenToOwner)
                .filter(sheet -> declared.tie(sheet.proposal()) == Tie.NONE)
                .toList();
    }

    private OwnSheet own(ScoreSheet sheet, Map<String, Typed> typed) {
        var content = sheet.submission() > 0 ? handedIn.of(sheet.id(), sheet.submission()) : null;
        return own(sheet, cards.of(sheet.call()), typed, content, frozen(sheet.call()));
    }

    private static OwnSheet own(
            ScoreSheet sheet, ScoreCard card, Map<String, Typed> typed, @Nullable JsonNode content, boolean closed) {
        var counted = closed && content != null && sheet.participation() == Participation.SCORED
                ? HandedIn.counted(card, content, typed)
                : typed;
        var later = new HashMap<String, String>();
        typed.forEach((field, entry) -> {
            if (!entry.value().equals(ScoreCard.value(counted, field))) {
                later.put(field, entry.value());
            }
        });
        return new OwnSheet(
                sheet.id(),
                sheet.call(),
                sheet.proposal(),
                sheet.participation(),
                sheet.openedAt(),
                sheet.submittedAt(),
                closed,
                card,
                counted,
                later,
                content != null && !HandedIn.content(card, typed).equals(content),
                sheet.renewed());
    }

    /** All sheets of this reviewer in the call, by proposal; their own only. */
    @Transactional(readOnly = true)
    public Map<ProposalId, SheetState> mine(PersonId reviewer, CallId call) {
        var mine = new HashMap<ProposalId, SheetState>();
        sheets.ofReviewer(call.value(), reviewer.value())
                .forEach(sheet -> mine.put(
                        sheet.proposal(),
                        new SheetState(
                                sheet.participation(),
                                sheet.startedAt() != null,
                                sheet.renewed(),
                                sheet.submittedAt(),
                                sheet.reason())));
        return mine;
    }

    /** Whether the reviewer has a sheet about a proposal that its group has taken back from the panel. */
    @Transactional(readOnly = true)
    public boolean rests(PersonId reviewer, ProposalId proposal) {
        return sheets.of(proposal.value(), reviewer.value())
                .filter(ScoreSheet::rests)
                .isPresent();
    }

    /** The proposals of the call whose sheets have been opened, for the text that stands. */
    @Transactional(readOnly = true)
    public Set<ProposalId> opened(CallId call) {
        return jdbc.sql("SELECT DISTINCT proposal_id FROM score_sheet WHERE call_id = ? AND rests_since IS NULL")
                .param(call.value())
                .query((row, number) -> new ProposalId(row.getObject(1, UUID.class)))
                .set();
    }

    /**
     * Where a sheet stands, for its owner's list.
     *
     * @param renewed the proposal was handed in anew since it was started, and the sheet waits again
     * @param reason why there is no score, where one was given
     */
    public record SheetState(
            Participation participation,
            boolean started,
            boolean renewed,
            @Nullable Instant submittedAt,
            @Nullable String reason) {}

    /**
     * Keeps what the owner typed into one field.
     *
     * @param basedOn the version that the page showed; 0 for an empty field
     * @throws Refusal when the scale has no such mark, the text is too long, or the sheet is closed
     */
    public Kept save(PersonId reviewer, ProposalId proposal, String field, String value, long basedOn) {
        var sheet = writable(reviewer, proposal);
        var card = cards.of(sheet.call());
        if (!card.knows(field)) {
            throw new Refusal("review.absent");
        }
        var kept = card.markedBy(field)
                .map(line -> value.isBlank() ? "" : line.mark(value).toPlainString())
                .orElse(value);
        var length = Graphemes.count(kept);
        if (length > ScoreCard.COMMENT_LENGTH) {
            throw new Refusal("review.comment.long", ScoreCard.COMMENT_LENGTH, length);
        }
        if (sheet.startedAt() == null && !field.equals(ScoreCard.MEMO)) {
            sheet.start(clock.instant());
            sheets.save(sheet);
        }
        return entries.save(sheet.id().value(), field, kept, basedOn);
    }

    /**
     * Hands the sheet in, or in again; a second click on the same content changes nothing, even where the first has
     * closed the stage.
     *
     * @throws Refusal as long as a mark or a required remark is missing
     */
    public void submit(PersonId reviewer, ProposalId proposal) {
        var sheet = held(reviewer, proposal);
        var card = cards.of(sheet.call());
        var typed = entries.of(sheet.id().value());
        var content = HandedIn.content(card, typed);
        var stands = sheet.participation() == Participation.SCORED
                && content.equals(handedIn.of(sheet.id(), sheet.submission()));
        if (!stands) {
            demandOpen(sheet.call());
            var gaps = card.gaps(typed);
            if (!gaps.isEmpty()) {
                throw new Refusal("review.sheet.incomplete", gaps.size());
            }
            handIn(sheet, content);
        }
        complete(sheet);
    }

    private void handIn(ScoreSheet sheet, JsonNode content) {
        var now = clock.instant();
        var number = sheet.submit(now);
        sheets.save(sheet);
        handedIn.add(sheet.id(), number, content, now);
        // Neither a score nor a hash of one: this record is read before the stage is closed
        record(sheet, "scoreSheetSubmitted", Map.of("number", number));
    }

    /** The owner could score and does not wish to. */
    public void abstain(PersonId reviewer, ProposalId proposal, String reason) {
        var sheet = writable(reviewer, proposal);
        sheet.abstain(reason, clock.instant());
        sheets.save(sheet);
        record(sheet, "scoreSheetAbstained", Map.of("reason", reason.strip()));
        complete(sheet);
    }

    /** The secretariat goes on without this sheet; the stage itself is closed by {@link StageClosing}. */
    void excuse(PersonId by, ProposalId proposal, PersonId reviewer, Participation as, String reason) {
        var sheet = sheets.of(proposal.value(), reviewer.value()).orElseThrow(() -> new Refusal("review.absent"));
        sheet.excuse(as, by, reason, clock.instant());
        sheets.save(sheet);
        record(sheet, "scoreSheetMissing", Map.of("as", as.name(), "reason", reason.strip()));
    }

    /** Who has not handed in a sheet, by proposal of the call; one for which nobody is missing is not there. */
    @Transactional(readOnly = true)
    public Map<ProposalId, List<PersonId>> pending(CallId call) {
        return sheets.ofCall(call.value()).stream()
                .filter(sheet -> sheet.participation() == Participation.PENDING)
                .collect(Collectors.groupingBy(
                        ScoreSheet::proposal, Collectors.mapping(ScoreSheet::reviewer, Collectors.toList())));
    }

    /** Who has not handed in a sheet about the proposal. */
    @Transactional(readOnly = true)
    public List<PersonId> pending(ProposalId proposal) {
        return sheets.ofProposal(proposal.value()).stream()
                .filter(sheet -> !sheet.rests() && sheet.participation() == Participation.PENDING)
                .map(ScoreSheet::reviewer)
                .toList();
    }

    private ScoreSheet writable(PersonId reviewer, ProposalId proposal) {
        var sheet = held(reviewer, proposal);
        demandOpen(sheet.call());
        return sheet;
    }

    /** The reviewer's own sheet; the stage stays as it is until this transaction ends. */
    private ScoreSheet held(PersonId reviewer, ProposalId proposal) {
        var sheet = sheets.of(proposal.value(), reviewer.value())
                .filter(ScoreSheet::isOpenToOwner)
                .filter(own -> declarations.mayRead(reviewer, proposal))
                .orElseThrow(() -> new Refusal("review.absent"));
        holdOpen(sheet.call());
        return sheet;
    }

    private void demandOpen(CallId call) {
        if (frozen(call)) {
            throw new Refusal("review.stage.closed");
        }
    }

    /** Whoever opens sheets for the panel and whoever follows its changes wait for each other, until they have committed. */
    void holdPanel(CallId call) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 81))")
                .param(call.toString())
                .query((row, number) -> 0)
                .list();
    }

    /** The sheets are not closed for everybody before this transaction ends. */
    private void holdOpen(CallId call) {
        jdbc.sql("SELECT pg_advisory_xact_lock_shared(hashtextextended(?, 80))")
                .param(call.toString())
                .query((row, number) -> 0)
                .list();
    }

    private void complete(ScoreSheet sheet) {
        cases.taskFor(sheet.reviewer(), new CaseKey(sheet.proposal().value()), "scoreProposal")
                .ifPresent(task -> cases.complete(task.id(), sheet.reviewer(), Map.of()));
    }

    private void record(ScoreSheet sheet, String kind, Map<String, ?> facts) {
        var all = new HashMap<String, Object>(facts);
        all.put("reviewer", sheet.reviewer().toString());
        events.record(new CaseKey(sheet.proposal().value()), kind, all);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atZone(JapaneseDates.ZONE).toOffsetDateTime();
    }
}
