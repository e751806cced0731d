package app.tomoni.decision.selection;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.call.Deadline;
import app.tomoni.document.FileId;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.process.DueDates;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.ReleasedResult;
import app.tomoni.shared.Translations;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells a group its result from the moment of the release on. */
@Component
@Transactional(readOnly = true)
class ToldResult implements ReleasedResult {

    private final DecisionRegister decisions;
    private final Recommendations recommendations;
    private final Evaluations evaluations;
    private final Publications publications;
    private final LetterRegister letters;
    private final Offers offers;
    private final Answers answers;
    private final Cases cases;
    private final DueDates deadlines;
    private final Translations words;
    private final Clock clock;

    ToldResult(
            DecisionRegister decisions,
            Recommendations recommendations,
            Evaluations evaluations,
            Publications publications,
            LetterRegister letters,
            Offers offers,
            Answers answers,
            Cases cases,
            DueDates deadlines,
            Translations words,
            Clock clock) {
        this.decisions = decisions;
        this.recommendations = recommendations;
        this.evaluations = evaluations;
        this.publications = publications;
        this.letters = letters;
        this.offers = offers;
        this.answers = answers;
        this.cases = cases;
        this.deadlines = deadlines;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public Optional<Told> of(ProposalId proposal) {
        return decisions
                .standingAbout(proposal.value())
                .flatMap(decision -> decision.line(proposal)
                        .filter(line -> line.releasedAt()
                                .filter(at -> !at.isAfter(clock.instant()))
                                .isPresent())
                        .map(line -> told(decision, line)));
    }

    @Override
    public Optional<String> figures(ProposalId proposal, Locale locale) {
        return decisions
                .standingAbout(proposal.value())
                .filter(decision -> endsWithFigures(decision, proposal))
                .filter(decision -> isPublic(decision.call()) || !isYes(decision, proposal))
                .map(decision -> {
                    var recommendation = recommendations
                            .findByCallId(decision.call().value())
                            .orElseThrow();
                    var evaluation =
                            evaluations.findById(recommendation.evaluation()).orElseThrow();
                    var why = isPublic(decision.call())
                            ? Why.decided(evaluation, recommendation, decision, words, locale)
                            : Why.not(evaluation, recommendation, decision, words, locale);
                    return why.of(proposal);
                })
                .filter(sentences -> !sentences.isEmpty());
    }

    private static boolean isYes(Decision decision, ProposalId proposal) {
        return decision.line(proposal).map(DecidedLine::outcome).orElseThrow().isYes();
    }

    private boolean isPublic(CallId call) {
        return publications
                .findById(call.value())
                .filter(publication -> publication.isPublic(clock.instant()))
                .isPresent();
    }

    /** What an offer rests on is not what the figures had said. */
    private boolean endsWithFigures(Decision decision, ProposalId proposal) {
        return decision.line(proposal).flatMap(DecidedLine::releasedAt).isPresent()
                && offers.findByProposalId(proposal.value()).isEmpty();
    }

    @Override
    public Optional<Instant> advisedAt(CallId call) {
        return recommendations.findByCallId(call.value()).flatMap(Recommendation::submittedAt);
    }

    @Override
    public Map<ProposalId, Instant> toldAt(Collection<ProposalId> proposals) {
        return proposals.isEmpty()
                ? Map.of()
                : decisions.told(proposals.stream().map(ProposalId::value).toList(), clock.instant()).stream()
                        .collect(Collectors.toMap(told -> new ProposalId(told.proposal()), DecisionRegister.Told::at));
    }

    @Override
    @Transactional
    public void opened(FileId letter, PersonId by) {
        letters.findByFileId(letter.value()).ifPresent(known -> {
            known.open(by, clock.instant());
            letters.save(known);
        });
    }

    private Told told(Decision decision, DecidedLine line) {
        var proposal = line.proposal();
        var recommendation =
                recommendations.findByCallId(decision.call().value()).orElseThrow();
        var reason = LettersToWrite.reason(line, recommendation);
        var comment =
                recommendation.line(proposal).map(RecommendedLine::comment).orElse("");
        var offer = offers.findByProposalId(proposal.value());
        var kind = offer.isPresent() ? Letter.Kind.OFFER : Letter.Kind.RESULT;
        var sent = letters.ofProposal(proposal.value()).stream()
                .filter(each -> each.queuedAt().isPresent())
                .toList();
        var letter = sent.stream().filter(each -> each.kind() == kind).reduce((one, later) -> later);
        var answer = answers.findById(proposal.value());
        return new Told(
                outcome(line, offer, answer),
                offer.isPresent()
                        ? offer.get().amount().orElse(null)
                        : line.amount().orElse(null),
                reason.isEmpty() ? null : reason,
                line.conditionList(),
                comment.isEmpty() ? null : comment,
                decision.decidedOn(),
                letter.map(Letter::documentNumber).orElse(null),
                letter.map(each -> new FileId(each.file())).orElse(null),
                sent.stream()
                        .filter(each -> letter.isEmpty() || each != letter.get())
                        .map(each -> new Sent(each.documentNumber(), new FileId(each.file())))
                        .toList(),
                answerBy(line, offer, answer),
                answer.map(given -> new Answered(given.kind() == Answer.Kind.ACCEPTED, given.answeredAt()))
                        .orElse(null),
                decision.text().letterhead().contact());
    }

    /** Who was told a result can withdraw no more: a runner-up whose case is over without an offer was let go. */
    private Outcome outcome(DecidedLine line, Optional<Offer> offer, Optional<Answer> answer) {
        var decided = Outcome.valueOf(line.outcome().name());
        if (decided != Outcome.RUNNER_UP) {
            return decided;
        }
        if (offer.isPresent()) {
            var accepted = answer.filter(given -> given.kind() == Answer.Kind.ACCEPTED);
            return accepted.isPresent() ? Outcome.MOVED_UP : Outcome.OFFERED;
        }
        return cases.hasEnded(new CaseKey(line.proposal().value())) ? Outcome.RELEASED : Outcome.RUNNER_UP;
    }

    /** Until when an answer is awaited; none once it is given, or where none is asked for. */
    private @Nullable Instant answerBy(DecidedLine line, Optional<Offer> offer, Optional<Answer> answer) {
        if (!line.outcome().isYes() && offer.isEmpty() || answer.isPresent()) {
            return null;
        }
        var from = offer.map(Offer::madeAt).or(line::releasedAt).orElseThrow();
        return deadlines.due(new CaseKey(line.proposal().value()), Deadline.ACCEPTANCE.key(), from);
    }
}
