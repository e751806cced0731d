package app.tomoni.scoring;

import java.util.List;
import java.util.Optional;

/** What people decided and the arithmetic takes as given: orders of tied proposals, answers to offers, amounts. */
public record Outcomes(List<TieOrder> ties, List<Given> answers, List<Amount> amounts, List<Given> verdicts) {

    public static final String ACCEPTED = "ACCEPTED";
    public static final String DECLINED = "DECLINED";

    /** The committee leaves a proposal without a figure out of the ranking. */
    public static final String NOT_PASSED = "NOT_PASSED";

    /** The order that a deliberation gave to proposals with equal figures, best first. */
    public record TieOrder(List<String> order, String reason) {
        public TieOrder {
            order = List.copyOf(order);
        }
    }

    /** A group's answer to an adoption or offer, or what was found about a proposal without a figure. */
    public record Given(String proposal, String value, String reason) {}

    /** An amount that the committee set, at most what the rule would give. */
    public record Amount(String proposal, long yen, String reason) {}

    public Outcomes {
        ties = List.copyOf(ties);
        answers = List.copyOf(answers);
        amounts = List.copyOf(amounts);
        verdicts = List.copyOf(verdicts);
    }

    public static Outcomes none() {
        return new Outcomes(List.of(), List.of(), List.of(), List.of());
    }

    /** What was decided, without why. */
    Outcomes withoutReasons() {
        return new Outcomes(
                ties.stream().map(tie -> new TieOrder(tie.order(), "")).toList(),
                answers.stream().map(Outcomes::withoutReason).toList(),
                amounts.stream()
                        .map(amount -> new Amount(amount.proposal(), amount.yen(), ""))
                        .toList(),
                verdicts.stream().map(Outcomes::withoutReason).toList());
    }

    private static Given withoutReason(Given given) {
        return new Given(given.proposal(), given.value(), "");
    }

    boolean declined(String proposal) {
        return answer(proposal).filter(DECLINED::equals).isPresent();
    }

    boolean accepted(String proposal) {
        return answer(proposal).filter(ACCEPTED::equals).isPresent();
    }

    Optional<Amount> amount(String proposal) {
        return amounts.stream().filter(a -> a.proposal().equals(proposal)).findFirst();
    }

    Optional<String> verdict(String proposal) {
        return verdicts.stream()
                .filter(v -> v.proposal().equals(proposal))
                .map(Given::value)
                .findFirst();
    }

    /** Why a proposal without a figure is left out of the ranking, if it is. */
    Optional<String> excluded(String proposal) {
        return verdicts.stream()
                .filter(v -> v.proposal().equals(proposal) && v.value().equals(NOT_PASSED))
                .map(Given::reason)
                .findFirst();
    }

    private Optional<String> answer(String proposal) {
        return answers.stream()
                .filter(a -> a.proposal().equals(proposal))
                .map(Given::value)
                .findFirst();
    }
}
