package app.tomoni.decision.selection;

import app.tomoni.call.CallId;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.Proposals;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The letters with results that are on their way on paper, of the groups that are still to hear by them. */
@Component
@Transactional(readOnly = true)
public class LettersToPost {

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

    /** Whether the results of its call wait for this letter where it goes on paper. */
    boolean counts(Letter letter) {
        return letter.kind() == Letter.Kind.RESULT
                && letter.queuedAt().isPresent()
                && gone(List.of(letter)).isEmpty();
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
        return all.stream().filter(letter -> !gone.contains(letter.proposal())).toList();
    }

    private Set<ProposalId> gone(List<Letter> letters) {
        var gone = new HashSet<>(declined(letters));
        gone.addAll(withdrawn(letters));
        return gone;
    }

    /** Of these letters, the proposals whose groups have declined. */
    public Set<ProposalId> declined(List<Letter> letters) {
        return answers.findAllById(about(letters).map(ProposalId::value).toList()).stream()
                .filter(answer -> answer.kind() == Answer.Kind.DECLINED)
                .map(Answer::proposal)
                .collect(Collectors.toSet());
    }

    /** Of these letters, the proposals that have been withdrawn. */
    public Set<ProposalId> withdrawn(List<Letter> letters) {
        return proposals.withIds(about(letters).toList()).values().stream()
                .filter(proposal -> proposal.withdrawnAt().isPresent())
                .map(Proposal::id)
                .collect(Collectors.toSet());
    }

    private static Stream<ProposalId> about(List<Letter> letters) {
        return letters.stream().map(Letter::proposal).distinct();
    }
}
