package app.tomoni.review;

import app.tomoni.call.Calls;
import app.tomoni.call.Guideline;
import app.tomoni.form.Answers;
import app.tomoni.form.Budget;
import app.tomoni.form.Field;
import app.tomoni.form.FormDefinition;
import app.tomoni.form.Widget;
import app.tomoni.organisation.Organisation;
import app.tomoni.organisation.Organisations;
import app.tomoni.organisation.ProfileAnswer;
import app.tomoni.organisation.ProfileField;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.Proposals;
import app.tomoni.shared.JapaneseDates;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the eligibility table looks at: the record of facts about a proposal, as far as they can be read from its papers. */
@Component
@Transactional(readOnly = true)
class EligibilityFacts {

    /** Keys of the proposal's form that the table asks about. */
    static final List<String> PLEDGES = List.of("eligibilityConfirmed", "antiCrimePledge", "truthPledge");

    static final String OTHER_FUNDING = "otherFunding";

    private final Proposals proposals;
    private final ProposalPapers papers;
    private final Organisations organisations;
    private final Calls calls;

    EligibilityFacts(Proposals proposals, ProposalPapers papers, Organisations organisations, Calls calls) {
        this.proposals = proposals;
        this.papers = papers;
        this.organisations = organisations;
        this.calls = calls;
    }

    Map<String, Object> of(Proposal proposal) {
        var facts = new LinkedHashMap<String, Object>();
        var submitted = JapaneseDates.day(proposal.submittedAt().orElseThrow());
        group(organisations.get(proposal.organisation()), submitted, facts);
        facts.put(
                "otherProposals",
                proposals.ofCall(proposal.call()).stream()
                        .filter(other -> other.organisation().equals(proposal.organisation()))
                        .filter(other -> !other.id().equals(proposal.id()) && !other.isOver())
                        .count());
        var paper = papers.of(proposal.id());
        answers(paper.form(), paper.answers(), calls.get(proposal.call()).guideline(), facts);
        return facts;
    }

    private static void group(Organisation group, LocalDate day, Map<String, Object> facts) {
        facts.put("profileComplete", group.complete(day));
        facts.put("members", group.number(ProfileField.MEMBER_COUNT).orElse(0L));
        facts.put(
                "monthsActive",
                group.foundedOn()
                        .map(founded -> ChronoUnit.MONTHS.between(founded, day))
                        .orElse(0L));
        facts.put("openMembership", text(group, ProfileField.OPEN_MEMBERSHIP).orElse(""));
    }

    private static void answers(FormDefinition form, Answers answers, Guideline guideline, Map<String, Object> facts) {
        facts.put(
                "pledged",
                PLEDGES.stream().filter(key -> form.field(key).isPresent()).allMatch(answers::ticked));
        facts.put(
                "otherFunding",
                form.field(OTHER_FUNDING)
                        .filter(field -> !answers.isEmpty(field)
                                && !answers.text(OTHER_FUNDING).equals("none"))
                        .isPresent());
        facts.put(
                "attachments",
                form.fields()
                        .filter(field -> field.widget() == Widget.ATTACHMENTS)
                        .mapToInt(field -> answers.attachments(field.key()).size())
                        .sum());
        var budget = form.fields()
                .filter(field -> field.widget() == Widget.BUDGET)
                .findFirst()
                .map(field -> answers.budget(field.key()))
                .orElse(Budget.EMPTY);
        var rule = guideline.budgetRule();
        facts.put("balanced", budget.incomeTotal().equals(budget.expenditureTotal()));
        facts.put("withinCeiling", !budget.requested().exceeds(rule.ceiling()));
        facts.put("withinRate", !budget.requested().exceeds(rule.share(budget.eligibleTotal())));
        facts.put(
                "withinPeriod",
                form.fields()
                        .filter(Field::withinPeriod)
                        .flatMap(field -> answers.date(field.key()).stream())
                        .allMatch(date ->
                                !date.isBefore(guideline.projectFrom()) && !date.isAfter(guideline.projectTo())));
    }

    private static Optional<String> text(Organisation group, ProfileField field) {
        return group.answer(field).map(ProfileAnswer::value);
    }
}
