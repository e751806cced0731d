package app.tomoni.call;

import app.tomoni.form.BudgetRule;
import app.tomoni.form.FormRules;
import app.tomoni.shared.FiscalYear;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that a call lays down (募集要項): immutable once the call has been approved.
 *
 * @param year in which the projects are chosen
 * @param purpose why the city asks
 * @param eligibleGroups who may propose
 * @param eligibleProjects what may be proposed
 * @param howDecided how the choice is made, in the city's words
 * @param contact whom to ask
 * @param projectFrom the first day of the period in which a project may take place
 * @param publicationAt when results are published
 * @param meetingOn when the committee meets; none when it is not fixed yet
 * @param quorum how many members a meeting needs
 * @param minimumSheets how many valid sheets a proposal needs
 * @param ruleJson the rule of the scoring module, complete
 */
public record Guideline(
        String title,
        FiscalYear year,
        String purpose,
        String eligibleGroups,
        String eligibleProjects,
        String howDecided,
        String contact,
        Instant opensAt,
        Instant closesAt,
        LocalDate projectFrom,
        LocalDate projectTo,
        Instant publicationAt,
        @Nullable LocalDate meetingOn,
        List<Criterion> criteria,
        int quorum,
        int minimumSheets,
        Money money,
        Map<Deadline, Period> deadlines,
        Ranking ranking,
        Nature nature,
        Disclosure disclosure,
        String ruleJson) {

    public Guideline {
        criteria = List.copyOf(criteria);
        deadlines = Map.copyOf(deadlines);
    }

    public Optional<Criterion> criterion(String id) {
        return criteria.stream().filter(criterion -> criterion.id().equals(id)).findFirst();
    }

    public Period deadline(Deadline deadline) {
        var period = deadlines.get(deadline);
        if (period == null) {
            throw new IllegalStateException("a guideline without " + deadline);
        }
        return period;
    }

    /** How much of the cost the call pays. */
    public BudgetRule budgetRule() {
        return new BudgetRule(money.rateNumerator(), money.rateDenominator(), money.ceiling(), money.roundingUnit());
    }

    /** What the call adds to a form: the money and the days it allows. */
    public FormRules formRules() {
        return new FormRules(budgetRule(), projectFrom, projectTo);
    }

    /** The most points that one sheet can give. */
    public int maxPoints() {
        return criteria.stream().mapToInt(Criterion::maxPoints).sum();
    }
}
