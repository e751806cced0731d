package app.tomoni.decision.selection;

import app.tomoni.call.CallId;
import app.tomoni.call.Deadline;
import app.tomoni.decision.AnswerDayMoved;
import app.tomoni.process.CaseDates;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.process.DueDates;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.Proposals;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Translations;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the day by which a group answers true: from the day on which its letter really leaves, the group has the whole
 * time that the call gives. While the letter is still here and the day that it names can no longer be kept, nobody is
 * told one; the day on which it leaves makes the new one.
 */
@Component
@Transactional
class AnswerDay {

    private static final String DEADLINE = Deadline.ACCEPTANCE.key();

    private final LetterRegister letters;
    private final LettersToPost toPost;
    private final LateAnswers late;
    private final DecisionRegister decisions;
    private final Proposals proposals;
    private final DueDates dates;
    private final Cases cases;
    private final CaseDates caseDates;
    private final CaseEvents events;
    private final Translations words;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    AnswerDay(
            LetterRegister letters,
            LettersToPost toPost,
            LateAnswers late,
            DecisionRegister decisions,
            Proposals proposals,
            DueDates dates,
            Cases cases,
            CaseDates caseDates,
            CaseEvents events,
            Translations words,
            ApplicationEventPublisher listeners,
            Clock clock) {
        this.letters = letters;
        this.toPost = toPost;
        this.late = late;
        this.decisions = decisions;
        this.proposals = proposals;
        this.dates = dates;
        this.cases = cases;
        this.caseDates = caseDates;
        this.events = events;
        this.words = words;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** The group is about to be asked. */
    void begin(ProposalId proposal) {
        settle(asking(letters.ofProposal(proposal.value())));
    }

    /**
     * Asked whenever letters leave or are to leave, and as time passes; where nothing has changed, nothing does. Who is not
     * asked for an answer, or has given it, is left alone.
     *
     * @param some of one call
     */
    void keep(Collection<ProposalId> some) {
        keepEach(some).stream().map(Letter::call).distinct().forEach(this::keepCommon);
    }

    /** The same once letters about some proposals of a call have been handed over or posted. */
    void left(CallId call, Collection<ProposalId> some) {
        keepEach(some);
        keepCommon(call);
    }

    /** @return the letters whose day has changed */
    private List<Letter> keepEach(Collection<ProposalId> some) {
        var keys = some.stream().map(AnswerDay::key).toList();
        cases.hold(keys);
        var asked = cases.tasksOf(keys).values().stream()
                .flatMap(List::stream)
                .filter(open -> open.kind().equals(AnswerResult.TASK))
                .map(open -> open.caseKey().value())
                .toList();
        if (asked.isEmpty()) {
            return List.of();
        }
        var changed = settle(asking(letters.ofProposals(asked)));
        if (!changed.isEmpty()) {
            var proposals = changed.stream().map(Letter::proposal).toList();
            caseDates.changed(proposals.stream().map(AnswerDay::key).toList());
            late.settle(proposals);
        }
        return changed;
    }

    /**
     * Of those who are asked, by their calls: whose letter lies here while a day is named, and whose has left while none
     * is.
     */
    @Transactional(readOnly = true)
    Collection<List<ProposalId>> toKeep() {
        var asked = cases.waitingAt(Barrier.PROPOSAL_PROCESS, AnswerResult.TASK);
        var open = dates.open(asked, DEADLINE);
        var here = letters.here();
        return proposals
                .withIds(asked.stream()
                        .filter(key -> here.contains(key.value()) != open.contains(key))
                        .map(key -> new ProposalId(key.value()))
                        .toList())
                .values()
                .stream()
                .collect(Collectors.groupingBy(Proposal::call, Collectors.mapping(Proposal::id, Collectors.toList())))
                .values();
    }

    /**
     * The calendar of the call names the day that the letters name. Where they leave on other days it names the first
     * that holds for somebody, so that nobody reads a later one than its own; and none while none holds.
     */
    private void keepCommon(CallId call) {
        var decision = decisions.standing(call.value()).orElse(null);
        if (decision == null) {
            return;
        }
        var asking = toPost.results(call).stream()
                .filter(letter -> decision.line(letter.proposal())
                        .filter(line -> line.outcome().isYes())
                        .isPresent())
                .toList();
        if (asking.isEmpty()) {
            return;
        }
        var key = new CaseKey(call.value());
        var counted = new Counted(call);
        asking.stream()
                .flatMap(letter -> day(letter, Optional.empty(), counted).stream())
                .min(Comparator.naturalOrder())
                .ifPresentOrElse(day -> caseDates.set(key, DEADLINE, day), () -> caseDates.leaveOpen(key, DEADLINE));
    }

    /** Of these letters, the one to each group that asks for its answer. */
    private static Collection<Letter> asking(List<Letter> some) {
        return some.stream()
                .collect(Collectors.toMap(
                        Letter::proposal,
                        Function.identity(),
                        BinaryOperator.maxBy(Comparator.comparing(Letter::kind).thenComparing(Letter::writtenAt))))
                .values();
    }

    /** @return those for which anything has changed */
    private List<Letter> settle(Collection<Letter> asking) {
        var keys = asking.stream().map(letter -> key(letter.proposal())).toList();
        var before = dates.ofCases(keys, DEADLINE);
        var open = dates.open(keys, DEADLINE);
        var counted = new HashMap<CallId, Counted>();
        return asking.stream()
                .filter(letter -> settle(
                        letter,
                        Optional.ofNullable(before.get(key(letter.proposal()))),
                        open.contains(key(letter.proposal())),
                        counted.computeIfAbsent(letter.call(), Counted::new)))
                .toList();
    }

    private boolean settle(Letter letter, Optional<Instant> before, boolean open, Counted counted) {
        var key = key(letter.proposal());
        var day = day(letter, before, counted);
        if (day.equals(before) && (day.isPresent() || open)) {
            return false;
        }
        if (day.isEmpty()) {
            caseDates.leaveOpen(key, DEADLINE);
            before.ifPresent(at -> events.record(key, "answerDayHeld", Map.of()));
            return true;
        }
        caseDates.set(key, DEADLINE, day.get());
        var read = before.or(() -> counted.from(letter.dated())).orElseThrow();
        left(letter).filter(on -> day.get().isAfter(read)).ifPresent(on -> tell(letter, read, day.get(), on));
        return true;
    }

    private void tell(Letter letter, Instant before, Instant due, LocalDate left) {
        var proposal = letter.proposal();
        events.record(
                key(proposal),
                "answerDayMoved",
                Map.of(
                        "due",
                        due.toString(),
                        "before",
                        before.toString(),
                        "reason",
                        words.getTranslation(
                                "decision.answerDay.left",
                                LetterWriting.LANGUAGE,
                                JapaneseDates.full(left, LetterWriting.LANGUAGE))));
        listeners.publishEvent(new AnswerDayMoved(proposal, letter.call(), due));
    }

    /**
     * By when the group answers as things are; none while it is too late for the day in the letter, or the holidays until
     * then are unknown.
     *
     * @param before by when until now; somebody may have given it longer
     */
    private Optional<Instant> day(Letter letter, Optional<Instant> before, Counted counted) {
        var named = counted.from(letter.dated());
        var left = left(letter);
        if (left.isPresent()) {
            var whole = left.get().isAfter(letter.dated()) ? counted.from(left.get()) : named;
            return whole.map(at -> before.filter(at::isBefore).orElse(at));
        }
        if (letter.queuedAt().isEmpty()) {
            return Optional.empty(); // it can still be written anew, with another day
        }
        var stands = before.or(() -> named);
        return counted.from(LocalDate.now(clock)).flatMap(today -> stands.filter(at -> !today.isAfter(at)));
    }

    /** Until when letters of a call ask for an answer, by the day on which they leave; each counted once. */
    private final class Counted {

        private final CallId call;
        private final Map<LocalDate, Optional<Instant>> known = new HashMap<>();

        Counted(CallId call) {
            this.call = call;
        }

        /** None as long as the holidays until then are unknown. */
        Optional<Instant> from(LocalDate leaves) {
            return known.computeIfAbsent(leaves, this::count);
        }

        private Optional<Instant> count(LocalDate leaves) {
            try {
                return Optional.ofNullable(dates.byCall(
                        new CaseKey(call.value()),
                        DEADLINE,
                        leaves.atStartOfDay(JapaneseDates.ZONE).toInstant()));
            } catch (Refusal unknown) {
                return Optional.empty();
            }
        }
    }

    private static CaseKey key(ProposalId proposal) {
        return new CaseKey(proposal.value());
    }

    private static Optional<LocalDate> left(Letter letter) {
        return letter.delivery() == Letter.Delivery.MAIL
                ? letter.queuedAt().map(JapaneseDates::day)
                : letter.postedOn();
    }
}
