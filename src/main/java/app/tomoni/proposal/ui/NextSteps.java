package app.tomoni.proposal.ui;

import app.tomoni.account.PersonId;
import app.tomoni.document.FileId;
import app.tomoni.process.OpenTask;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.ProposalNavigation;
import app.tomoni.proposal.ReleasedResult;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Knows the one thing that a member of a group would do next with a proposal. */
@Component
class NextSteps {

    /**
     * The single button of a card.
     *
     * @param key of its words
     * @param yours whether something waits for the group
     * @param due until when, where there is a date
     */
    record NextStep(
            String key,
            String path,
            boolean yours,
            @Nullable Instant due) {}

    /** Tasks of the group that have words of their own; others are a step that the city has drawn in. */
    private static final Set<String> KNOWN = Set.of("supplementProposal", "answerResult");

    private final GroupCases cases;
    private final ObjectProvider<ReleasedResult> results;
    private final Clock clock;

    NextSteps(GroupCases cases, ObjectProvider<ReleasedResult> results, Clock clock) {
        this.cases = cases;
        this.results = results;
        this.clock = clock;
    }

    NextStep of(Proposal proposal, PersonId person) {
        return of(cases.of(proposal, person));
    }

    NextStep of(GroupCase known) {
        return known.proposal().isDraft() ? writing(known) : waiting(known);
    }

    private NextStep writing(GroupCase known) {
        var id = known.proposal().id();
        var mine = known.mayWrite() && known.terms().accept(clock.instant());
        return new NextStep(
                mine ? "proposal.next.write" : "proposal.next.readDraft",
                mine ? ProposalNavigation.write(id) : ProposalNavigation.content(id),
                mine,
                known.terms().closesAt());
    }

    private static NextStep waiting(GroupCase known) {
        if (known.proposal().isOver()) {
            return reading(known, null);
        }
        var task = known.task().orElse(null);
        if (task != null && task.kind().equals("supplementProposal")) {
            return supplement(known, task);
        }
        if (task != null && known.mayHandIn()) {
            return asked(task);
        }
        return known.toldAt().isPresent()
                ? new NextStep(
                        "proposal.next.result",
                        ProposalNavigation.result(known.proposal().id()),
                        false,
                        null)
                : reading(known, null);
    }

    private static NextStep reading(GroupCase known, @Nullable Instant due) {
        return new NextStep(
                "proposal.next.read",
                ProposalNavigation.content(known.proposal().id()),
                false,
                due);
    }

    private static NextStep supplement(GroupCase known, OpenTask task) {
        return known.mayWrite() && known.supplement().isPresent()
                ? new NextStep(
                        "proposal.next.supplementProposal",
                        ProposalNavigation.supplement(known.proposal().id()),
                        true,
                        task.dueAt())
                : reading(known, task.dueAt());
    }

    private static NextStep asked(OpenTask task) {
        var key = KNOWN.contains(task.kind()) ? task.kind() : "other";
        return new NextStep(
                "proposal.next." + key, "tasks/" + task.kind() + "/" + task.id().value(), true, task.dueAt());
    }

    Optional<ReleasedResult.Told> result(Proposal proposal) {
        return Optional.ofNullable(results.getIfAvailable()).flatMap(known -> known.of(proposal.id()));
    }

    /** When the committee had finished with the proposal's call; none while it deliberates. */
    Optional<Instant> advisedAt(Proposal proposal) {
        return Optional.ofNullable(results.getIfAvailable()).flatMap(known -> known.advisedAt(proposal.call()));
    }

    /** The group has its letter in hands. */
    void opened(FileId letter, PersonId by) {
        results.ifAvailable(known -> known.opened(letter, by));
    }

    Optional<String> figures(Proposal proposal, Locale locale) {
        return Optional.ofNullable(results.getIfAvailable()).flatMap(known -> known.figures(proposal.id(), locale));
    }
}
