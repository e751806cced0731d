package app.tomoni.decision.selection;

import app.tomoni.account.City;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.process.OpenTask;
import app.tomoni.process.TaskId;
import app.tomoni.review.Declarations;
import app.tomoni.scoring.ScoringRefusal;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The chair turns the ranking into the committee's recommendation; every change is kept at once. */
@Component
@Transactional
public class RecommendProjects {

    static final String TASK = "recommendProjects";

    private final Cases cases;
    private final CaseEvents events;
    private final Stages stages;
    private final Recommendations recommendations;
    private final Evaluations evaluations;
    private final DecisionRegister decisions;
    private final Calls calls;
    private final City city;
    private final Materials materials;
    private final Declarations declarations;
    private final ExceptionRequests exceptions;
    private final Clock clock;

    RecommendProjects(
            Cases cases,
            CaseEvents events,
            Stages stages,
            Recommendations recommendations,
            Evaluations evaluations,
            DecisionRegister decisions,
            Calls calls,
            City city,
            Materials materials,
            Declarations declarations,
            ExceptionRequests exceptions,
            Clock clock) {
        this.cases = cases;
        this.events = events;
        this.stages = stages;
        this.recommendations = recommendations;
        this.evaluations = evaluations;
        this.decisions = decisions;
        this.calls = calls;
        this.city = city;
        this.materials = materials;
        this.declarations = declarations;
        this.exceptions = exceptions;
        this.clock = clock;
    }

    /**
     * Keeps what is recommended about one proposal.
     *
     * @param known what stood there when the person began to change it
     * @throws Refusal when the proposal is withheld from the person because of a tie: it stands as the figures say; or
     *     when it has been changed elsewhere since
     */
    public void write(TaskId task, RecommendedLine known, RecommendedLine line, PersonId by) {
        var recommendation = open(task, by);
        if (declarations.withheld(by, recommendation.call()).contains(line.proposal())) {
            throw new Refusal("decision.recommendation.tied");
        }
        if (!recommendation.line(line.proposal()).equals(Optional.of(known))) {
            throw new Refusal("decision.changedElsewhere");
        }
        recommendation.write(line);
        recommendations.save(recommendation);
    }

    public void met(TaskId task, @Nullable LocalDate on, Set<PersonId> members, PersonId by) {
        metOn(task, on, by);
        attended(task, members, by);
    }

    /** @throws Refusal when the day is still to come */
    public void metOn(TaskId task, @Nullable LocalDate on, PersonId by) {
        var recommendation = open(task, by);
        if (on != null && on.isAfter(LocalDate.now(clock))) {
            throw new Refusal("decision.recommendation.meetingFuture");
        }
        recommendation.metOn(on);
        recommendations.save(recommendation);
    }

    public void attended(TaskId task, Set<PersonId> members, PersonId by) {
        var recommendation = open(task, by);
        recommendation.attended(members);
        recommendations.save(recommendation);
    }

    public void askException(TaskId task, String reason, PersonId by) {
        var recommendation = open(task, by);
        recommendation.askException(reason, by, clock.instant());
        recommendations.save(recommendation);
        exceptions.ask(task(cases, task, TASK, by), by);
        events.record(
                new CaseKey(recommendation.call().value()), "exceptionRequested", Map.of("reason", reason.strip()));
    }

    /**
     * Keeps what the committee found and makes the ranking anew with it.
     *
     * @throws Refusal when the question names a proposal that is withheld from the person because of a tie
     */
    public void deliberate(TaskId task, Deliberated found, PersonId by, Locale locale) {
        var recommendation = open(task, by);
        var withheld = declarations.withheld(by, recommendation.call());
        if (found.found().stream().map(Deliberated.Found::id).anyMatch(withheld::contains)
                || evaluation(recommendation.call()).questions().stream()
                        .filter(found::answers)
                        .anyMatch(question -> question.namesAny(withheld))) {
            throw new Refusal("decision.deliberation.tied");
        }
        recommendation.deliberate(found);
        recommendations.save(recommendation);
        try {
            evaluations.save(Evaluation.of(
                    materials.of(recommendation.call()),
                    recommendation.deliberations(),
                    Map.of(),
                    Evaluation.Occasion.DELIBERATION,
                    by,
                    clock.instant()));
        } catch (ScoringRefusal refusal) {
            throw new Refusal("decision.scoring", refusal.message(locale));
        }
        events.record(new CaseKey(recommendation.call().value()), "deliberated", Map.of());
    }

    /** What is missing before the recommendation can be handed over, as far as this person may know. */
    public List<Refusal> gaps(CallId call, PersonId by) {
        return recommendations
                .findByCallId(call.value())
                .orElseThrow()
                .gaps(
                        evaluation(call),
                        materials.of(call).terms(),
                        declarations.withheld(by, call),
                        LocalDate.now(clock));
    }

    /**
     * Hands the recommendation to the secretariat and begins the draft of the decision from it.
     *
     * @param read what the person has read of it
     * @throws Refusal while a proposal stands in it that has just been withdrawn, or a sheet counts that a tie has just
     *     voided: the ranking is made anew first; or when something else stands there than was read
     */
    public void submit(TaskId task, Collection<RecommendedLine> read, PersonId by) {
        var recommendation = open(task, by);
        if (!recommendation.lines().containsAll(read)) {
            throw new Refusal("decision.changedSinceRead");
        }
        var call = recommendation.call();
        var evaluation = evaluation(call);
        var material = materials.of(call);
        if (!recommendation.lines().stream()
                .allMatch(line -> material.entrant(line.proposal())
                        .filter(Material.Entrant::takesPart)
                        .isPresent())) {
            throw new Refusal("decision.recommendation.withdrawn");
        }
        if (!evaluation.counts(material)) {
            throw new Refusal("decision.recommendation.tieDeclared");
        }
        recommendation.submit(evaluation, material, declarations.withheld(by, call), by, clock.instant());
        recommendations.save(recommendation);
        exceptions.settle(call);
        var letterhead = decisions
                .findFirstByApprovedAtIsNotNullOrderByApprovedAtDesc()
                .map(decision -> decision.text().letterhead())
                .orElseGet(() -> Letterhead.first(
                        city.names().name(), calls.get(call).guideline().contact(), city.contact(Locale.JAPANESE)));
        decisions.save(Decision.draft(recommendation, evaluation, material, letterhead, clock.instant()));
        events.record(
                new CaseKey(call.value()),
                "recommended",
                Map.of("evaluation", evaluation.id().toString(), "sha256", evaluation.traceSha256()));
        cases.complete(task, by, Map.of());
    }

    private Evaluation evaluation(CallId call) {
        return evaluations
                .findFirstByCallIdOrderByMadeAtDescIdDesc(call.value())
                .orElseThrow();
    }

    private Recommendation open(TaskId id, PersonId by) {
        var task = task(cases, id, TASK, by);
        stages.locked(task.caseKey().value()); // a withdrawal or tie taken at this moment goes before, or waits
        return recommendations.findByCallId(task.caseKey().value()).orElseThrow(() -> new Refusal("decision.absent"));
    }

    /** @throws Refusal the same whether there is no such task, or it is somebody else's */
    public static OpenTask task(Cases cases, TaskId id, String kind, PersonId by) {
        return cases.task(id, by)
                .filter(task -> task.kind().equals(kind))
                .orElseThrow(() -> new Refusal("decision.absent"));
    }

    public static CallId call(OpenTask task) {
        return new CallId(task.caseKey().value());
    }
}
