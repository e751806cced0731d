package app.tomoni.review;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.process.CaseKey;
import app.tomoni.process.GivenAnswers;
import app.tomoni.process.GivenAnswers.Opinion;
import app.tomoni.process.OpenTask;
import app.tomoni.process.TaskObstacle;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.ReleasedResult;
import app.tomoni.shared.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one way for a reviewer to what a group handed in; closed before the declaration, by a tie, and while it rests. */
@Component
@Transactional(readOnly = true)
public class Dossiers implements TaskObstacle {

    private final Declarations declarations;
    private final ReviewedProposals proposals;
    private final ProposalPapers papers;
    private final GivenAnswers given;
    private final ObjectProvider<ReleasedResult> results;

    Dossiers(
            Declarations declarations,
            ReviewedProposals proposals,
            ProposalPapers papers,
            GivenAnswers given,
            ObjectProvider<ReleasedResult> results) {
        this.declarations = declarations;
        this.proposals = proposals;
        this.papers = papers;
        this.given = given;
        this.results = results;
    }

    /** What reviewers may read of a proposal's papers; nothing for whoever may not, as if there were none. */
    public Optional<Paper> read(PersonId reviewer, ProposalId proposal) {
        return declarations.mayRead(reviewer, proposal)
                ? Optional.of(papers.of(proposal).forReviewers())
                : Optional.empty();
    }

    /**
     * What somebody may read for a task that is offered to them in an office; who calls this has made sure that it is. A
     * member of the panel reads what any review shows them; a department, an approver and the finance office what
     * reviewers read; the secretariat, the auditor and the group itself read all of it. A tie closes it to whoever works
     * for the city as well.
     */
    public Optional<Paper> read(OpenTask task, PersonId person) {
        var proposal = new ProposalId(task.caseKey().value());
        return proposals
                .find(proposal)
                .filter(listed -> against(task, person).isEmpty())
                .flatMap(listed -> switch (task.office()) {
                    case REVIEWER, CHAIR, ACTING_CHAIR -> read(person, proposal);
                    case DEPARTMENT, DEPARTMENT_HEAD, APPROVER, FINANCE ->
                        Optional.of(papers.of(proposal).forReviewers());
                    case SECRETARIAT, AUDITOR, GROUP_REPRESENTATIVE, GROUP_EDITOR, GROUP_VIEWER ->
                        Optional.of(papers.of(proposal));
                    case DESIGNER, ADMINISTRATOR -> Optional.empty();
                });
    }

    /** Whoever may read nothing of a proposal for a tie, known or still to be declared, does no task in its case. */
    @Override
    public Optional<Refusal> against(OpenTask task, PersonId person) {
        return task.office().ofGroup()
                        || !declarations.isWithheld(
                                person, new ProposalId(task.caseKey().value()))
                ? Optional.empty()
                : Optional.of(
                        new Refusal(awaitsDeclaration(task, person) ? "review.beside.declare" : "review.beside.tied"));
    }

    /** Whether this member of the panel has still to declare whether there is a tie before the task shows them anything. */
    public boolean awaitsDeclaration(OpenTask task, PersonId person) {
        return declarations.isAwaited(person, new ProposalId(task.caseKey().value()));
    }

    /**
     * What departments said of a proposal for its group and the panel alike, closed with its papers. What a department
     * says once the result has been told belongs to what follows, and the panel has nothing to do with it.
     */
    public List<Opinion> opinions(PersonId reviewer, ProposalId proposal, Locale locale) {
        var said = given.opinions(new CaseKey(proposal.value()), locale);
        return said.isEmpty() || !declarations.mayRead(reviewer, proposal)
                ? List.of()
                : untilTold(Map.of(proposal, said)).getOrDefault(proposal, List.of());
    }

    /** The same beside a task, for whoever reads the proposal there. */
    public List<Opinion> opinions(OpenTask task, PersonId person, Locale locale) {
        var proposal = new ProposalId(task.caseKey().value());
        if (task.office().ofPanel()) {
            return opinions(person, proposal, locale);
        }
        var said = given.opinions(task.caseKey(), locale);
        return said.isEmpty() || read(task, person).isEmpty() ? List.of() : said;
    }

    /** The same of all proposals of a call that the reviewer may read. */
    public Map<ProposalId, List<Opinion>> opinions(PersonId reviewer, CallId call, Locale locale) {
        var readable = declarations.readable(reviewer, call).stream()
                .map(proposal -> new CaseKey(proposal.value()))
                .toList();
        return untilTold(given.opinions(readable, locale).entrySet().stream()
                .collect(Collectors.toMap(said -> new ProposalId(said.getKey().value()), Map.Entry::getValue)));
    }

    private Map<ProposalId, List<Opinion>> untilTold(Map<ProposalId, List<Opinion>> said) {
        if (said.isEmpty()) {
            return said;
        }
        var told = results.stream()
                .flatMap(known -> known.toldAt(said.keySet()).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return said.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream()
                                .filter(opinion ->
                                        opinion.at().isBefore(told.getOrDefault(entry.getKey(), Instant.MAX)))
                                .toList()));
    }

    /** All papers of a call that the reviewer may read, by proposal. */
    public Map<ProposalId, Paper> read(PersonId reviewer, CallId call) {
        return papers.ofAll(declarations.readable(reviewer, call)).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().forReviewers()));
    }

    /** What the panel is asked about, by number: enough for a list, nothing of the content. */
    public List<Listed> ofCall(CallId call) {
        return proposals.ofCall(call);
    }
}
