package app.tomoni.review;

import app.tomoni.account.Appointed;
import app.tomoni.call.Panels;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Takes a member of the panel who comes to act for a group out of its proposals, whatever they had declared before: what
 * they have scored counts no more. A case that is over stays as it was decided.
 */
@Component
class JoiningGroups {

    private final ReviewedProposals proposals;
    private final Panels panels;
    private final Cases cases;
    private final Declarations declarations;

    JoiningGroups(ReviewedProposals proposals, Panels panels, Cases cases, Declarations declarations) {
        this.proposals = proposals;
        this.panels = panels;
        this.cases = cases;
        this.declarations = declarations;
    }

    @ApplicationModuleListener
    void on(Appointed event) {
        var group = event.scope();
        if (!event.office().ofGroup() || group == null) {
            return;
        }
        proposals.ofGroup(new OrganisationId(group)).stream()
                .filter(listed -> panels.members(listed.call()).contains(event.person()))
                .filter(listed -> !cases.hasEnded(new CaseKey(listed.proposal().value())))
                .forEach(listed -> declarations.joined(event.person(), listed));
    }
}
