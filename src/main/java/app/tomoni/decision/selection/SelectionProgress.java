package app.tomoni.decision.selection;

import app.tomoni.call.CallId;
import app.tomoni.call.Deadline;
import app.tomoni.call.ProgressOfCall;
import app.tomoni.call.Timetable;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.Proposals;
import app.tomoni.review.CheckDays;
import app.tomoni.shared.JapaneseDates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the calendar of a call what of its selection is done, and when it was. */
@Component
@Transactional(readOnly = true)
class SelectionProgress implements ProgressOfCall {

    private final Stages stages;
    private final Recommendations recommendations;
    private final DecisionRegister decisions;
    private final Publications publications;
    private final LettersToPost letters;
    private final WaitingReserves reserves;
    private final CheckDays checks;
    private final Proposals proposals;

    SelectionProgress(
            Stages stages,
            Recommendations recommendations,
            DecisionRegister decisions,
            Publications publications,
            LettersToPost letters,
            WaitingReserves reserves,
            CheckDays checks,
            Proposals proposals) {
        this.stages = stages;
        this.recommendations = recommendations;
        this.decisions = decisions;
        this.publications = publications;
        this.letters = letters;
        this.reserves = reserves;
        this.checks = checks;
        this.proposals = proposals;
    }

    @Override
    public Progress of(CallId call) {
        var steps = new HashMap<String, Done>();
        var stage = stages.findById(call.value());
        stage.flatMap(Stage::scoredAt).ifPresent(at -> steps.put(Deadline.REVIEW.key(), Done.at(at)));
        if (!steps.isEmpty()) {
            recommended(call, steps);
            decided(call, steps);
        }
        var posting = publications.waiting(call.value()).isPresent()
                && !steps.containsKey(Deadline.PUBLICATION_PREPARATION.key());
        return new Progress(Map.copyOf(steps), stage.flatMap(Stage::endedAt).isPresent(), posting);
    }

    @Override
    public boolean isEmpty(CallId call) {
        return proposals.ofCall(call).stream().allMatch(Proposal::isOver);
    }

    /** The scoring closes once everything has been checked, so that the last check is known by then. */
    private void recommended(CallId call, Map<String, Done> steps) {
        recommendations.findByCallId(call.value()).ifPresent(recommendation -> {
            checks.last(recommendation.lines().stream()
                            .map(RecommendedLine::proposal)
                            .toList())
                    .ifPresent(at -> steps.put(Deadline.FORMAL_CHECK.key(), Done.at(at)));
            recommendation.submittedAt().ifPresent(at -> {
                steps.put(Deadline.RECOMMENDATION.key(), Done.at(at));
                recommendation
                        .meetingOn()
                        .map(on -> new Done(on.atStartOfDay(JapaneseDates.ZONE).toInstant(), on))
                        .ifPresent(met -> steps.put(Timetable.MEETING, met));
            });
        });
    }

    /** What was given or taken back is to be done again. */
    private void decided(CallId call, Map<String, Done> steps) {
        decisions
                .findFirstByCallIdOrderByAttemptDesc(call.value())
                .filter(decision -> decision.returnedAt().isEmpty())
                .ifPresent(decision -> {
                    decision.submittedAt().ifPresent(at -> steps.put(Deadline.DRAFT.key(), Done.at(at)));
                    decision.approvedAt()
                            .ifPresent(at -> steps.put(Deadline.APPROVAL.key(), new Done(at, decision.decidedOn())));
                });
        publications.findById(call.value()).ifPresent(publication -> {
            if (publication.publishedAt().isPresent() || letters.of(call).isEmpty()) {
                steps.put(Deadline.PUBLICATION_PREPARATION.key(), sent(publication));
            }
            publication.publishedAt().ifPresent(at -> steps.put(Deadline.PUBLICATION, Done.at(at)));
            decisions
                    .standing(call.value())
                    .flatMap(reserves::answeredAt)
                    .ifPresent(at -> steps.put(Deadline.ACCEPTANCE.key(), Done.at(at)));
        });
    }

    /** When the last letter for which the results waited left; what goes on paper after them as well was sent before. */
    private Done sent(Publication publication) {
        return letters.results(publication.call()).stream()
                .map(letter -> left(letter, publication))
                .max(Comparator.comparing(Done::at))
                .orElseGet(() -> Done.at(publication.confirmedAt()));
    }

    private static Done left(Letter letter, Publication publication) {
        return letter.postedAt()
                .filter(noted ->
                        publication.publishedAt().filter(noted::isAfter).isEmpty())
                .flatMap(noted -> letter.postedOn().map(on -> left(on, noted)))
                .orElseGet(() -> Done.at(letter.queuedAt().orElse(publication.confirmedAt())));
    }

    private static Done left(LocalDate on, Instant noted) {
        return JapaneseDates.day(noted).equals(on) ? Done.at(noted) : new Done(JapaneseDates.closeOfOffices(on), on);
    }
}
