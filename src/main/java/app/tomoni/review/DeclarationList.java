package app.tomoni.review;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.proposal.ProposalId;
import java.util.List;
import java.util.Optional;

/** All proposals of a call with what one reviewer has answered about each. */
public record DeclarationList(CallId call, PersonId reviewer, List<Line> lines) {

    /**
     * @param member of the group itself: the answer is given by that
     * @param confirmed together with the list; until then an answer may change
     * @param settled by the secretariat, whom the reviewer had asked
     * @param version of the answer, 0 for none
     */
    public record Line(Listed listed, Tie answer, boolean member, boolean confirmed, boolean settled, long version) {

        /** What the reviewer answered; what was settled for them they had been unsure of. */
        public Tie said() {
            return settled ? Tie.UNSURE : answer;
        }
    }

    public DeclarationList {
        lines = List.copyOf(lines);
    }

    /** Whether the whole list is answered and confirmed; a list without a line is not. */
    public boolean confirmed() {
        return !lines.isEmpty() && lines.stream().allMatch(Line::confirmed);
    }

    /** Whether it has been confirmed before: only what came since waits for an answer. */
    public boolean begun() {
        return confirmed() || lines.stream().anyMatch(line -> line.confirmed() && !line.member());
    }

    /** What waits for the confirmation. */
    public int unconfirmed() {
        return (int) lines.stream().filter(line -> !line.confirmed()).count();
    }

    public int unanswered() {
        return (int)
                lines.stream().filter(line -> line.answer() == Tie.UNANSWERED).count();
    }

    public Optional<Line> line(ProposalId proposal) {
        return lines.stream()
                .filter(line -> line.listed().proposal().equals(proposal))
                .findFirst();
    }

    public Tie tie(ProposalId proposal) {
        return line(proposal).filter(Line::confirmed).map(Line::answer).orElse(Tie.UNANSWERED);
    }
}
