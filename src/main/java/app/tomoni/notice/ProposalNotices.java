package app.tomoni.notice;

import app.tomoni.decision.AnswerDayMoved;
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
        tell(
                "proposal-submitted",
                event.proposal(),
                event.organisation(),
                ":" + event.revision(),
                ProposalNavigation.receipt(event.proposal()),
                Map.of());
    }

    @ApplicationModuleListener
    void on(SupplementRequested event) {
        if (proposals.openSupplement(event.proposal()).isEmpty()) {
            return; // told late: it has been answered, or is asked for no more
        }
        var dueAt = event.dueAt();
        var due = dueAt == null ? "" : JapaneseDates.full(dueAt, Locale.JAPANESE);
        tell(
                "supplement-requested",
                event.proposal(),
                event.organisation(),
                ":" + event.at(),
                ProposalNavigation.supplement(event.proposal()),
                Map.of("due", due));
    }

    @ApplicationModuleListener
    void on(OutcomeReleased event) {
        tellOnce("outcome-released", event.proposal(), ProposalNavigation.result(event.proposal()));
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
        tell("proposal-checked", proposal, organisation, ":" + at, ProposalNavigation.overview(proposal), Map.of());
    }

    @ApplicationModuleListener
    void on(OfferMade event) {
        tellOnce("offer-made", event.proposal(), ProposalNavigation.overview(event.proposal()));
    }

    @ApplicationModuleListener
    void on(OfferLetterSent event) {
        tellOnce("offer-letter", event.proposal(), ProposalNavigation.result(event.proposal()));
    }

    @ApplicationModuleListener
    void on(PublicationPostponed event) {
        proposals
                .find(event.proposal())
                .ifPresent(proposal -> tell(
                        "publication-postponed",
                        event.proposal(),
                        proposal.organisation(),
                        ":" + event.planned(),
                        ProposalNavigation.result(event.proposal()),
                        Map.of("planned", JapaneseDates.full(event.planned(), Locale.JAPANESE))));
    }

    @ApplicationModuleListener
    void on(AnswerDayMoved event) {
        proposals
                .find(event.proposal())
                .ifPresent(proposal -> tell(
                        "answer-day-moved",
                        event.proposal(),
                        proposal.organisation(),
                        ":" + event.due(),
                        ProposalNavigation.result(event.proposal()),
                        Map.of("due", JapaneseDates.full(event.due(), Locale.JAPANESE))));
    }

    @ApplicationModuleListener
    void on(ReserveReleased event) {
        tellOnce("reserve-released", event.proposal(), ProposalNavigation.result(event.proposal()));
    }

    /** Of what happens to a proposal once. */
    private void tellOnce(String template, ProposalId id, String path) {
        proposals.find(id).ifPresent(proposal -> tell(template, id, proposal.organisation(), "", path, Map.of()));
    }

    /** @param occasion tells what happens again from what is only heard again */
    private void tell(
            String template,
            ProposalId proposal,
            OrganisationId organisation,
            String occasion,
            String path,
            Map<String, Object> model) {
        recipients
                .of(organisation)
                .forEach(member -> mails.queue(Mail.notice(
                        member,
                        template,
                        template + ":" + proposal.value() + occasion + ":" + member,
                        "/" + path,
                        model,
                        proposal.value())));
    }
}
