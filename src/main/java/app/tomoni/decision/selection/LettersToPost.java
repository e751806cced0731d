package app.tomoni.decision.selection;

import app.tomoni.call.CallId;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.Proposals;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The letters with results that are on their way on paper, of the groups that are still to hear by them. */
@Component
@Transactional(readOnly = true)
class LettersToPost {

    private final LetterRegister register;
    private final Answers answers;
    private final Proposals proposals;

    LettersToPost(LetterRegister register, Answers answers, Proposals proposals) {
        this.register = register;
        this.answers = answers;
        this.proposals = proposals;
    }

    /** Those that have not left the house. */
    List<Letter> of(CallId call) {
        return results(call).stream().filter(Letter::isToPost).toList();
    }

    /**
     * All that have been handed over, whether they have left or not; without those of groups that have withdrawn or
     * declined, for which nothing waits.
     */
    List<Letter> results(CallId call) {
        var all = register.ofCall(call.value()).stream()
                .filter(letter ->
                        letter.kind() == Letter.Kind.RESULT && letter.queuedAt().isPresent())
                .toList();
        var gone = gone(all);
        return all.stream()
                .filter(letter -> !gone.contains(letter.proposal().value()))
                .toList();
    }

    private Set<UUID> gone(List<Letter> letters) {
        var about = letters.stream().map(Letter::proposal).distinct().toList();
        var gone = answers.findAllById(about.stream().map(id -> id.value()).toList()).stream()
                .filter(answer -> answer.kind() == Answer.Kind.DECLINED)
                .map(answer -> answer.proposal().value())
                .collect(Collectors.toSet());
        proposals.withIds(about).values().stream()
                .filter(proposal -> proposal.withdrawnAt().isPresent())
                .map(Proposal::id)
                .forEach(id -> gone.add(id.value()));
        return gone;
    }
}
