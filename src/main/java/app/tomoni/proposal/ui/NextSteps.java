package app.tomoni.proposal.ui;

import app.tomoni.account.PersonId;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.process.OpenTask;
import app.tomoni.proposal.Access;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.ProposalNavigation;
import app.tomoni.proposal.Proposals;
import app.tomoni.proposal.ReleasedResult;
import app.tomoni.proposal.Terms;
import app.tomoni.proposal.TermsOfCalls;
import java.time.Clock;
import java.time.Instant;
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

    private final Access access;
    private final Proposals proposals;
    private final TermsOfCalls terms;
    private final Cases cases;
    private final ObjectProvider<ReleasedResult> results;
    private final Clock clock;

    NextSteps(
            Access access,
            Proposals proposals,
            TermsOfCalls terms,
            Cases cases,
            ObjectProvider<ReleasedResult> results,
            Clock clock) {
        this.access = access;
        this.proposals = proposals;
        this.terms = terms;
        this.cases = cases;
        this.results = results;
        this.clock = clock;
    }

    NextStep of(Proposal proposal, PersonId person) {
        return proposal.isDraft() ? writing(proposal, person, terms.of(proposal)) : waiting(proposal, person);
    }

    private NextStep writing(Proposal proposal, PersonId person, Terms asked) {
        var mine = asked.accept(clock.instant()) && access.mayWrite(proposal, person);
        return new NextStep(
                mine ? "proposal.next.write" : "proposal.next.readDraft",
                mine ? ProposalNavigation.write(proposal.id()) : ProposalNavigation.content(proposal.id()),
                mine,
                asked.closesAt());
    }

    private NextStep waiting(Proposal proposal, PersonId person) {
        var id = proposal.id();
        if (proposal.isOver()) {
            return new NextStep("proposal.next.read", ProposalNavigation.content(id), false, null);
        }
        var task = cases.tasksOf(new CaseKey(id.value())).stream()
                .filter(open -> open.office().ofGroup())
                .findFirst();
        if (task.isPresent() && task.get().kind().equals("supplementProposal")) {
            return supplement(proposal, person, task.get());
        }
        if (task.isPresent() && access.mayHandIn(proposal, person)) {
            return asked(task.get());
        }
        if (result(proposal).isPresent()) {
            return new NextStep("proposal.next.result", ProposalNavigation.result(id), false, null);
        }
        return new NextStep("proposal.next.read", ProposalNavigation.content(id), false, null);
    }

    private NextStep supplement(Proposal proposal, PersonId person, OpenTask task) {
        var id = proposal.id();
        if (!access.mayWrite(proposal, person) || proposals.openSupplement(id).isEmpty()) {
            return new NextStep("proposal.next.read", ProposalNavigation.content(id), false, task.dueAt());
        }
        return new NextStep("proposal.next.supplementProposal", ProposalNavigation.supplement(id), true, task.dueAt());
    }

    private static NextStep asked(OpenTask task) {
        var key = KNOWN.contains(task.kind()) ? task.kind() : "other";
        return new NextStep(
                "proposal.next." + key, "tasks/" + task.kind() + "/" + task.id().value(), true, task.dueAt());
    }

    Optional<ReleasedResult.Told> result(Proposal proposal) {
        return Optional.ofNullable(results.getIfAvailable()).flatMap(known -> known.of(proposal.id()));
    }
}
