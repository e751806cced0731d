package app.tomoni.notice;

import app.tomoni.decision.OfferLetterSent;
import app.tomoni.decision.OfferMade;
import app.tomoni.decision.OutcomeReleased;
import app.tomoni.decision.PublicationPostponed;
import app.tomoni.decision.ReserveReleased;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.proposal.ProposalAccepted;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.ProposalNavigation;
import app.tomoni.proposal.ProposalNotSubject;
import app.tomoni.proposal.ProposalSubmitted;
import app.tomoni.proposal.Proposals;
import app.tomoni.proposal.SupplementRequested;
import app.tomoni.shared.JapaneseDates;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Tells a group what happens to its proposal: that there is something to read and where, never what it says. Everyone
 * who may act for the group is told the same words, whatever the result.
 */
@Component
class ProposalNotices {

    private final Mails mails;
    private final Recipients recipients;
    private final Proposals proposals;

    ProposalNotices(Mails mails, Recipients recipients, Proposals proposals) {
        this.mails = mails;
        this.recipients = recipients;
        this.proposals = proposals;
    }

    @ApplicationModuleListener
    void on(ProposalSubmitted event) {
        recipients
                .of(event.organisation())
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
        recipients
                .of(event.organisation())
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
        tell("outcome-released", event.proposal(), ProposalNavigation.result(event.proposal()));
    }

    @ApplicationModuleListener
    void on(ProposalAccepted event) {
        checked(event.proposal(), event.organisation(), event.at());
    }

    @ApplicationModuleListener
    void on(ProposalNotSubject event) {
        checked(event.proposal(), event.organisation(), event.at());
    }

    /** The same words whatever the check has found; who recalls a proposal and submits it again is told again. */
    private void checked(ProposalId proposal, OrganisationId organisation, Instant at) {
        recipients
                .of(organisation)
                .forEach(member -> mails.queue(Mail.notice(
                        member,
                        "proposal-checked",
                        "proposal-checked:" + proposal.value() + ":" + at + ":" + member,
                        "/" + ProposalNavigation.overview(proposal),
                        Map.of(),
                        proposal.value())));
    }

    @ApplicationModuleListener
    void on(OfferMade event) {
        tell("offer-made", event.proposal(), ProposalNavigation.overview(event.proposal()));
    }

    @ApplicationModuleListener
    void on(OfferLetterSent event) {
        tell("offer-letter", event.proposal(), ProposalNavigation.result(event.proposal()));
    }

    @ApplicationModuleListener
    void on(PublicationPostponed event) {
        proposals
                .find(event.proposal())
                .ifPresent(proposal -> recipients
                        .of(proposal.organisation())
                        .forEach(member -> mails.queue(Mail.notice(
                                member,
                                "publication-postponed",
                                "publication-postponed:" + event.proposal().value() + ":" + event.planned() + ":"
                                        + member,
                                "/" + ProposalNavigation.result(event.proposal()),
                                Map.of("planned", JapaneseDates.full(event.planned(), Locale.JAPANESE)),
                                event.proposal().value()))));
    }

    @ApplicationModuleListener
    void on(ReserveReleased event) {
        tell("reserve-released", event.proposal(), ProposalNavigation.result(event.proposal()));
    }

    /** Of what happens to a proposal once. */
    private void tell(String template, ProposalId id, String path) {
        proposals
                .find(id)
                .ifPresent(proposal -> recipients
                        .of(proposal.organisation())
                        .forEach(member -> mails.queue(Mail.notice(
                                member,
                                template,
                                template + ":" + id.value() + ":" + member,
                                "/" + path,
                                Map.of(),
                                id.value()))));
    }
}
