package app.tomoni.proposal.ui;

import app.tomoni.process.CaseKey;
import app.tomoni.process.CaseStatus;
import app.tomoni.process.Cases;
import app.tomoni.process.Statuses;
import app.tomoni.process.Statuses.Stage;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.Proposals;
import app.tomoni.proposal.ReleasedResult;
import app.tomoni.proposal.SupplementRequest;
import app.tomoni.proposal.TermsOfCalls;
import app.tomoni.proposal.ui.Road.Place;
import app.tomoni.proposal.ui.Road.Step;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Party;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lays the road of a proposal from its dated facts and from where its case waits; the same for every release of the
 * drawing, and the same for every outcome until it is told.
 */
@Component
class Roads {

    /** The places of the drawing that the road has words of its own for. */
    private static final Set<String> KNOWN = Set.of(
            "checkEligibility",
            "supplementProposal",
            "checkSupplement",
            "awaitDecision",
            "answerResult",
            "waitAsReserve",
            "awaitOffer",
            "awaitRelease");

    private static final String SCREENING = "screening";

    private final Proposals proposals;
    private final TermsOfCalls terms;
    private final Cases cases;
    private final Statuses statuses;
    private final NextSteps nextSteps;
    private final Translations texts;
    private final Clock clock;

    Roads(
            Proposals proposals,
            TermsOfCalls terms,
            Cases cases,
            Statuses statuses,
            NextSteps nextSteps,
            Translations texts,
            Clock clock) {
        this.proposals = proposals;
        this.terms = terms;
        this.cases = cases;
        this.statuses = statuses;
        this.nextSteps = nextSteps;
        this.texts = texts;
        this.clock = clock;
    }

    List<Step> of(Proposal proposal, @Nullable CaseStatus status, Locale locale) {
        var steps = new ArrayList<Step>();
        var key = new CaseKey(proposal.id().value());
        var due = status == null ? null : status.due();
        if (proposal.isDraft()) {
            var until = terms.of(proposal).closesAt();
            steps.add(new Step(word("submitted", locale), Party.GROUP, until(until, locale), Place.NOW));
        } else {
            var at = proposal.submittedAt().orElseThrow();
            steps.add(new Step(word("submitted", locale), Party.GROUP, day(at, locale), Place.DONE));
        }
        proposals.supplements(proposal.id()).forEach(request -> steps.addAll(supplement(request, locale)));
        if (proposal.withdrawnAt().isPresent()) {
            steps.addAll(withdrawn(proposal, proposal.withdrawnAt().get(), locale));
            return steps;
        }
        if (proposal.notSubjectAt().isPresent()) {
            steps.add(new Step(
                    word("notSubject", locale),
                    Party.CITY,
                    day(proposal.notSubjectAt().get(), locale),
                    Place.DONE));
            return steps;
        }
        var asked = proposals.openSupplement(proposal.id()).isPresent();
        var checked = proposal.acceptedAt();
        var told = nextSteps.result(proposal);
        // Its own sheets may all be in: the committee still waits for those of the others, or deliberates
        var scored = told.isPresent() || (checked.isPresent() && cases.waitsAt(key, "awaitDecision"));
        var advised =
                told.isPresent() || (scored && nextSteps.advisedAt(proposal).isPresent());
        var own = drawn(key, locale);
        var between = own.filter(stage -> !scored)
                .map(stage -> new Step(stage.name(), party(stage), until(due, locale), Place.NOW));
        if (checked.isEmpty()) {
            between.ifPresent(steps::add);
        }
        var check = checked.isPresent()
                ? Place.DONE
                : proposal.isDraft() || asked || between.isPresent() ? Place.NEXT : Place.NOW;
        steps.add(new Step(
                word("checked", locale),
                Party.CITY,
                checked.map(at -> day(at, locale)).orElse(check == Place.NOW ? until(due, locale) : ""),
                check));
        var isBehind = checked.isPresent() && between.isPresent() && !statuses.leads(key, own.orElseThrow(), SCREENING);
        if (checked.isPresent() && !isBehind) {
            between.ifPresent(steps::add);
        }
        var review =
                advised ? Place.DONE : checked.isPresent() && (between.isEmpty() || isBehind) ? Place.NOW : Place.NEXT;
        steps.add(new Step(
                word("reviewed", locale),
                Party.COMMITTEE,
                review == Place.NOW && !scored ? until(due, locale) : "",
                review));
        if (isBehind) {
            between.ifPresent(steps::add);
        }
        steps.add(new Step(
                word("decided", locale),
                Party.CITY,
                told.map(result -> JapaneseDates.brief(result.decidedOn(), locale))
                        .orElse(""),
                told.isPresent() ? Place.DONE : advised ? Place.NOW : Place.NEXT));
        var answered = told.map(ReleasedResult.Told::answered);
        if (answered.isPresent()) {
            steps.add(new Step(
                    word("answered", locale), Party.GROUP, day(answered.get().at(), locale), Place.DONE));
        } else if (cases.waitsAt(key, "answerResult")) {
            steps.add(new Step(word("answered", locale), Party.GROUP, until(due, locale), Place.NOW));
        }
        own.filter(stage -> told.isPresent())
                .ifPresent(stage -> steps.add(new Step(stage.name(), party(stage), until(due, locale), Place.NOW)));
        return steps;
    }

    /** What had happened before stays: it was checked, or the committee had finished with it. */
    private List<Step> withdrawn(Proposal proposal, Instant at, Locale locale) {
        var steps = new ArrayList<Step>();
        proposal.acceptedAt().ifPresent(checked -> {
            steps.add(new Step(word("checked", locale), Party.CITY, day(checked, locale), Place.DONE));
            nextSteps
                    .advisedAt(proposal)
                    .filter(at::isAfter)
                    .ifPresent(
                            advised -> steps.add(new Step(word("reviewed", locale), Party.COMMITTEE, "", Place.DONE)));
        });
        steps.add(new Step(word("withdrawn", locale), Party.GROUP, day(at, locale), Place.DONE));
        return steps;
    }

    /**
     * The step that somebody has drawn into the way, where the case waits there and nowhere else that the road knows.
     * Between the end of the scoring and the day on which the result is told there is none: every outcome looks the same.
     */
    private Optional<Stage> drawn(CaseKey key, Locale locale) {
        var stages = statuses.stages(key, locale);
        return stages.stream()
                        .anyMatch(stage -> KNOWN.contains(stage.element())
                                || stage.process().equals(SCREENING))
                ? Optional.empty()
                : stages.stream().findFirst();
    }

    private static Party party(Stage stage) {
        var office = stage.office();
        return office == null
                ? Party.CITY
                : office.ofGroup() ? Party.GROUP : office.ofPanel() ? Party.COMMITTEE : Party.CITY;
    }

    private List<Step> supplement(SupplementRequest request, Locale locale) {
        var check = new Step(word("checked", locale), Party.CITY, day(request.requestedAt(), locale), Place.DONE);
        var answered = request.answeredAt();
        if (answered == null) {
            return List.of(
                    check,
                    new Step(word("supplemented", locale), Party.GROUP, until(request.dueAt(), locale), Place.NOW));
        }
        return request.revision() == null
                ? List.of(check)
                : List.of(
                        check, new Step(word("supplemented", locale), Party.GROUP, day(answered, locale), Place.DONE));
    }

    private String word(String step, Locale locale) {
        return texts.getTranslation("proposal.road.step." + step, locale);
    }

    private static String day(Instant at, Locale locale) {
        return JapaneseDates.brief(JapaneseDates.day(at), locale);
    }

    private String until(@Nullable Instant due, Locale locale) {
        if (due == null) {
            return "";
        }
        var key = due.isBefore(clock.instant()) ? "proposal.road.until.late" : "proposal.road.until";
        return texts.getTranslation(key, locale, day(due, locale));
    }
}
