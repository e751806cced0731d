package app.tomoni.decision.selection;

import app.tomoni.account.PersonId;
import app.tomoni.call.Call;
import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.call.Nature;
import app.tomoni.call.Panels;
import app.tomoni.organisation.Organisation;
import app.tomoni.organisation.Organisations;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.Proposals;
import app.tomoni.review.ScoreSheets;
import app.tomoni.review.SheetResult;
import app.tomoni.scoring.Participation;
import app.tomoni.scoring.Rule;
import app.tomoni.scoring.ScoredProposal.Status;
import app.tomoni.shared.FiscalYear;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what a selection looks at from the call, its proposals and the sheets. */
@Component
@Transactional(readOnly = true)
public class Materials {

    private final Calls calls;
    private final Panels panels;
    private final Proposals proposals;
    private final Organisations organisations;
    private final ScoreSheets sheets;
    private final Recommendations recommendations;

    Materials(
            Calls calls,
            Panels panels,
            Proposals proposals,
            Organisations organisations,
            ScoreSheets sheets,
            Recommendations recommendations) {
        this.calls = calls;
        this.panels = panels;
        this.proposals = proposals;
        this.organisations = organisations;
        this.sheets = sheets;
        this.recommendations = recommendations;
    }

    /** What there is now; sheets only once the stage is closed for everybody. */
    public Material of(CallId id) {
        var call = calls.get(id);
        var sealed = recommendations
                .findByCallId(id.value())
                .flatMap(Recommendation::submittedAt)
                .orElse(null);
        var entered = proposals.ofCall(id);
        var groups = groups(entered);
        var entrants = entered.stream()
                .map(proposal -> entrant(
                        proposal,
                        Objects.requireNonNull(
                                groups.get(proposal.organisation().value())),
                        sealed))
                .toList();
        var results = sheets.frozen(id) ? results(id, sealed) : List.<SheetResult>of();
        var panel = new LinkedHashSet<>(panels.members(id));
        results.stream()
                .filter(result -> result.participation() != app.tomoni.review.Participation.LEFT)
                .forEach(result -> panel.add(result.reviewer()));
        return new Material(terms(call), entrants, List.copyOf(panel), lines(entrants, panel, results));
    }

    /** A tie that is declared after the recommendation voids no sheet, so that the others keep their numbers. */
    private List<SheetResult> results(CallId id, @Nullable Instant sealed) {
        return sealed == null ? sheets.of(id) : sheets.of(id, sealed);
    }

    private Map<UUID, String> groups(List<Proposal> entered) {
        var names = new HashMap<UUID, String>();
        organisations
                .findByIdIn(entered.stream()
                        .map(proposal -> proposal.organisation().value())
                        .distinct()
                        .toList())
                .forEach((Organisation group) -> names.put(group.id().value(), group.name()));
        return names;
    }

    private static Material.Terms terms(Call call) {
        var guideline = call.guideline();
        return new Material.Terms(
                call.id(),
                call.title(),
                call.year(),
                FiscalYear.of(guideline.projectFrom()),
                Rule.parse(guideline.ruleJson()),
                guideline.quorum(),
                guideline.minimumSheets(),
                guideline.money().beforeVote(),
                guideline.nature() == Nature.DISPOSITION,
                call.publicationAt());
    }

    private static Material.Entrant entrant(Proposal proposal, String group, @Nullable Instant sealed) {
        return new Material.Entrant(
                proposal.id(),
                proposal.number().orElseGet(() -> proposal.id().toString()),
                proposal.title(),
                proposal.organisation().value(),
                group,
                proposal.requested().orElse(null),
                status(proposal, sealed));
    }

    /** What is withdrawn after the recommendation keeps its place, so that the others keep their numbers. */
    private static Status status(Proposal proposal, @Nullable Instant sealed) {
        if (proposal.notSubjectAt().isPresent()) {
            return Status.INELIGIBLE;
        }
        return proposal.withdrawnAt()
                .map(at -> sealed != null && at.isAfter(sealed) ? Status.WITHDRAWN_LATE : Status.WITHDRAWN)
                .orElse(Status.ENTERED);
    }

    /**
     * One line for each proposal and each member who was asked to score any.
     *
     * <p>Whoever was asked and handed nothing in before the close was absent, and so was everybody from a proposal that
     * never came to its scoring. Whoever was not asked about a proposal that others scored was not on the panel then.
     */
    private static List<Material.PanelSheet> lines(
            List<Material.Entrant> entrants, LinkedHashSet<PersonId> panel, List<SheetResult> results) {
        var asked = new LinkedHashSet<>(panel);
        asked.retainAll(results.stream().map(SheetResult::reviewer).collect(Collectors.toSet()));
        var sheets = results.stream().collect(Collectors.groupingBy(SheetResult::proposal));
        var lines = new ArrayList<Material.PanelSheet>();
        for (var entrant : entrants) {
            var own = sheets.getOrDefault(entrant.proposal(), List.of());
            var otherwise = own.isEmpty() ? Participation.ABSENT : Participation.NOT_IN_OFFICE;
            for (var member : asked) {
                lines.add(own.stream()
                        .filter(result -> result.reviewer().equals(member))
                        .findFirst()
                        .map(Materials::line)
                        .orElseGet(() -> new Material.PanelSheet(entrant.proposal(), member, otherwise, Map.of())));
            }
        }
        return lines;
    }

    private static Material.PanelSheet line(SheetResult result) {
        var participation = switch (result.participation()) {
            case SCORED -> Participation.SCORED;
            case RECUSED -> Participation.RECUSED;
            case ABSTAINED -> Participation.ABSTAINED;
            case ABSENT, PENDING -> Participation.ABSENT;
            case LEFT -> Participation.NOT_IN_OFFICE;
        };
        return new Material.PanelSheet(result.proposal(), result.reviewer(), participation, result.marks());
    }
}
