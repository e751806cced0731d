package app.tomoni.review;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.process.OpenTask;
import app.tomoni.process.TaskObstacle;
import app.tomoni.proposal.ProposalId;
import app.tomoni.shared.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one way for a reviewer to what a group handed in; closed before the declaration, by a tie, and while it rests. */
@Component
@Transactional(readOnly = true)
public class Dossiers implements TaskObstacle {

    private final Declarations declarations;
    private final ReviewedProposals proposals;
    private final ProposalPapers papers;

    Dossiers(Declarations declarations, ReviewedProposals proposals, ProposalPapers papers) {
        this.declarations = declarations;
        this.proposals = proposals;
        this.papers = papers;
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
