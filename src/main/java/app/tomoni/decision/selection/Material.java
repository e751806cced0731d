package app.tomoni.decision.selection;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.proposal.ProposalId;
import app.tomoni.scoring.Participation;
import app.tomoni.scoring.Rule;
import app.tomoni.scoring.ScoredProposal;
import app.tomoni.shared.FiscalYear;
import app.tomoni.shared.Yen;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a selection looks at: the call's terms, its proposals and the panel's sheets, as they are now.
 *
 * @param entrants by receipt number
 * @param panel the members in the order in which they are called A, B, C
 */
public record Material(Terms terms, List<Entrant> entrants, List<PersonId> panel, List<PanelSheet> sheets) {

    /**
     * The terms of the call that a decision must keep to.
     *
     * @param budgetYear in which the money is spent
     * @param quorum of the meeting
     * @param minimumSheets valid sheets that each proposal needs
     * @param subjectToBudget whether the council has yet to vote the budget
     * @param disposition whether a letter must name the ways to appeal
     * @param publication the day and time that the call promised
     */
    public record Terms(
            CallId call,
            String title,
            FiscalYear year,
            FiscalYear budgetYear,
            Rule rule,
            int quorum,
            int minimumSheets,
            boolean subjectToBudget,
            boolean disposition,
            @Nullable Instant publication) {

        public @Nullable Yen budget() {
            var budget = rule.budgetYen();
            return budget == null ? null : new Yen(budget);
        }
    }

    /**
     * A proposal that was submitted to the call.
     *
     * @param number its receipt number, by which people speak of it
     */
    public record Entrant(
            ProposalId proposal,
            String number,
            String title,
            UUID organisation,
            String organisationName,
            @Nullable Yen requested,
            ScoredProposal.Status status) {

        public boolean takesPart() {
            return status == ScoredProposal.Status.ENTERED;
        }

        /** Whether it has its place among the others, be it that it was withdrawn after the ranking stood. */
        public boolean isRanked() {
            return takesPart() || status == ScoredProposal.Status.WITHDRAWN_LATE;
        }
    }

    /** One member's sheet for one proposal, or why there is none. */
    public record PanelSheet(
            ProposalId proposal, PersonId member, Participation participation, Map<String, BigDecimal> marks) {
        public PanelSheet {
            marks = Map.copyOf(marks);
        }
    }

    public Material {
        entrants = List.copyOf(entrants);
        panel = List.copyOf(panel);
        sheets = List.copyOf(sheets);
    }

    public Optional<Entrant> entrant(ProposalId proposal) {
        return entrants.stream()
                .filter(entrant -> entrant.proposal().equals(proposal))
                .findFirst();
    }

    public List<Entrant> takingPart() {
        return entrants.stream().filter(Entrant::takesPart).toList();
    }

    /** How many members took part in a proposal's scoring in this way. */
    int sheets(ProposalId proposal, Participation participation) {
        return (int) sheets.stream()
                .filter(sheet -> sheet.proposal().equals(proposal) && sheet.participation() == participation)
                .count();
    }

    /** How many members have scored. */
    public int scorers() {
        return (int) sheets.stream()
                .filter(sheet -> sheet.participation() == Participation.SCORED)
                .map(PanelSheet::member)
                .distinct()
                .count();
    }

    /** Whether anybody has given a mark at all; without one there is nothing to compute. */
    public boolean hasMarks() {
        var ranked = new HashSet<ProposalId>();
        takingPart().forEach(entrant -> ranked.add(entrant.proposal()));
        return sheets.stream()
                .anyMatch(sheet -> sheet.participation() == Participation.SCORED && ranked.contains(sheet.proposal()));
    }

    /** The letter that stands for a member wherever sheets are shown: A to Z, then AA, AB and so on. */
    public String letter(PersonId member) {
        var index = panel.indexOf(member);
        if (index < 0) {
            throw new IllegalArgumentException(member + " is not on the panel");
        }
        var last = String.valueOf((char) ('A' + index % 26));
        return index < 26 ? last : (char) ('A' + index / 26 - 1) + last;
    }
}
