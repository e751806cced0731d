package app.tomoni.notice;

import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.PersonId;
import app.tomoni.decision.OutcomeReleased;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.proposal.ProposalNavigation;
import app.tomoni.proposal.ProposalSubmitted;
import app.tomoni.proposal.Proposals;
import app.tomoni.proposal.SupplementRequested;
import app.tomoni.shared.JapaneseDates;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Tells a group what happens to its proposal: that there is something to read and where, never what it says. Everyone
 * who may act for the group is told the same words, whatever the result.
 */
@Component
class ProposalNotices {

    private final Mails mails;
    private final Offices offices;
    private final Proposals proposals;

    ProposalNotices(Mails mails, Offices offices, Proposals proposals) {
        this.mails = mails;
        this.offices = offices;
        this.proposals = proposals;
    }

    @ApplicationModuleListener
    void on(ProposalSubmitted event) {
        members(event.organisation())
                .forEach(member -> mails.queue(Mail.notice(
                        member,
                        "proposal-submitted",
                        "proposal-submitted:" + event.proposal().value() + ":" + event.revision() + ":" + member,
                        "/" + ProposalNavigation.receipt(event.proposal()),
                        Map.of(),
                        event.proposal().value())));
    }

    @ApplicationModuleListener
    void on(SupplementRequested event) {
        if (proposals.openSupplement(event.proposal()).isEmpty()) {
            return; // told late: it has been answered, or is asked for no more
        }
        var dueAt = event.dueAt();
        var due = dueAt == null ? "" : JapaneseDates.full(dueAt, Locale.JAPANESE);
        members(event.organisation())
                .forEach(member -> mails.queue(Mail.notice(
                        member,
                        "supplement-requested",
                        "supplement-requested:" + event.proposal().value() + ":" + event.at() + ":" + member,
                        "/" + ProposalNavigation.supplement(event.proposal()),
                        Map.of("due", due),
                        event.proposal().value())));
    }

    @ApplicationModuleListener
    void on(OutcomeReleased event) {
        proposals
                .find(event.proposal())
                .ifPresent(proposal -> members(proposal.organisation())
                        .forEach(member -> mails.queue(Mail.notice(
                                member,
                                "outcome-released",
                                "outcome-released:" + event.proposal().value() + ":" + member,
                                "/" + ProposalNavigation.result(event.proposal()),
                                Map.of(),
                                event.proposal().value()))));
    }

    private List<PersonId> members(OrganisationId organisation) {
        return Stream.of(Office.GROUP_REPRESENTATIVE, Office.GROUP_EDITOR)
                .flatMap(office -> offices.holders(office, organisation.value()).stream())
                .distinct()
                .toList();
    }
}
