package app.tomoni.notice;

import app.tomoni.call.Calls;
import app.tomoni.decision.AnswerDayMoved;
import app.tomoni.decision.OfferLetterSent;
import app.tomoni.decision.OfferMade;
import app.tomoni.decision.OutcomeReleased;
import app.tomoni.decision.PublicationPostponed;
import app.tomoni.decision.ReserveReleased;
import app.tomoni.proposal.ProposalAccepted;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.ProposalNavigation;
import app.tomoni.proposal.ProposalNotSubject;
import app.tomoni.proposal.ProposalSubmitted;
import app.tomoni.proposal.Proposals;
import app.tomoni.proposal.SupplementRequested;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
    private final Calls calls;

    ProposalNotices(Mails mails, Recipients recipients, Proposals proposals, Calls calls) {
        this.mails = mails;
        this.recipients = recipients;
        this.proposals = proposals;
        this.calls = calls;
    }

    @ApplicationModuleListener
    void on(ProposalSubmitted event) {
        tell(
                "proposal-submitted",
                event.proposal(),
                ":" + event.revision(),
                ProposalNavigation.receipt(event.proposal()),
                Map.of());
    }

    @ApplicationModuleListener
    void on(SupplementRequested event) {
        if (proposals.openSupplement(event.proposal()).isEmpty()) {
            return; // told late: it has been answered, or is asked for no more
        }
        tell(
                "supplement-requested",
                event.proposal(),
                ":" + event.at(),
                ProposalNavigation.supplement(event.proposal()),
                Map.of("due", Optional.<Object>ofNullable(event.dueAt()).orElse("")));
    }

    @ApplicationModuleListener
    void on(OutcomeReleased event) {
        tellOnce("outcome-released", event.proposal(), ProposalNavigation.result(event.proposal()));
    }

    @ApplicationModuleListener
    void on(ProposalAccepted event) {
        checked(event.proposal(), event.at());
    }

    @ApplicationModuleListener
    void on(ProposalNotSubject event) {
        checked(event.proposal(), event.at());
    }

    /** The same words whatever the check has found; who recalls a proposal and submits it again is told again. */
    private void checked(ProposalId proposal, Instant at) {
        tell("proposal-checked", proposal, ":" + at, ProposalNavigation.overview(proposal), Map.of());
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
        tell(
                "publication-postponed",
                event.proposal(),
                ":" + event.planned(),
                ProposalNavigation.result(event.proposal()),
                Map.of("planned", event.planned()));
    }

    @ApplicationModuleListener
    void on(AnswerDayMoved event) {
        tell(
                "answer-day-moved",
                event.proposal(),
                ":" + event.due(),
                ProposalNavigation.result(event.proposal()),
                Map.of("due", event.due()));
    }

    @ApplicationModuleListener
    void on(ReserveReleased event) {
        tellOnce("reserve-released", event.proposal(), ProposalNavigation.result(event.proposal()));
    }

    /** Of what happens to a proposal once. */
    private void tellOnce(String template, ProposalId id, String path) {
        tell(template, id, "", path, Map.of());
    }

    /**
     * Which call it is about is public; a group with several proposals need not open each mail's page.
     *
     * @param occasion tells what happens again from what is only heard again
     */
    private void tell(String template, ProposalId id, String occasion, String path, Map<String, ?> facts) {
        var proposal = proposals.find(id).orElse(null);
        if (proposal == null) {
            return;
        }
        var model = new HashMap<String, Object>(facts);
        model.put("title", calls.get(proposal.call()).title());
        recipients
                .of(proposal.organisation())
                .forEach(member -> mails.queue(Mail.notice(
                        member,
                        template,
                        template + ":" + id.value() + occasion + ":" + member,
                        "/" + path,
                        model,
                        id.value())));
    }
}
