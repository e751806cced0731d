package app.tomoni.decision.selection;

import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.PersonId;
import app.tomoni.decision.OfferLetterSent;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.process.Request;
import app.tomoni.process.Requests;
import app.tomoni.proposal.ProposalId;
import app.tomoni.shared.BusinessDays;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The letter that goes with an offer: written when it is made, and sent by the secretariat, who finds it in its list. */
@Component
@Transactional
public class OfferLetters {

    /** Open days: the time in which the group answers runs from the date of the letter. */
    private static final int DAYS_TO_SEND = 2;

    private final LetterWriting writing;
    private final LetterRegister register;
    private final DecisionRegister decisions;
    private final Offers offers;
    private final Materials materials;
    private final Requests requests;
    private final Cases cases;
    private final Offices offices;
    private final Deliveries deliveries;
    private final BusinessDays businessDays;
    private final LetterRecord record;
    private final PostLetters posting;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    OfferLetters(
            LetterWriting writing,
            LetterRegister register,
            DecisionRegister decisions,
            Offers offers,
            Materials materials,
            Requests requests,
            Cases cases,
            Offices offices,
            Deliveries deliveries,
            BusinessDays businessDays,
            LetterRecord record,
            PostLetters posting,
            ApplicationEventPublisher listeners,
            Clock clock) {
        this.writing = writing;
        this.register = register;
        this.decisions = decisions;
        this.offers = offers;
        this.materials = materials;
        this.requests = requests;
        this.cases = cases;
        this.offices = offices;
        this.deliveries = deliveries;
        this.businessDays = businessDays;
        this.record = record;
        this.posting = posting;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** @param approved elsewhere; the letter then has the number of that approval */
    void write(Offer offer, Decision decision, Material material, Optional<Elsewhere> approved) {
        var entrant = material.entrant(offer.proposal()).orElseThrow();
        var today = LocalDate.now(clock);
        var number = writing.nextNumber(approved, today);
        writing.write(material.terms(), entrant, decision, content(offer, decision), number, today);
        requests.ask(new Request(
                "sendOffer",
                entrant.title(),
                entrant.number(),
                Office.SECRETARIAT,
                cases.scopes(new CaseKey(offer.proposal().value())).orElseThrow(),
                JapaneseDates.closeOfOffices(businessDays.plusBusinessDays(today, DAYS_TO_SEND)),
                path(offer.proposal()),
                Set.of(),
                null));
    }

    /** Writes it again with today's date; the group then has longer to answer. */
    public void date(UUID letter, PersonId by) {
        var known = known(letter, by);
        var decision = decisions.standing(known.call().value()).orElseThrow();
        var offer = offers.findByProposalId(known.proposal().value()).orElseThrow();
        var material = materials.of(known.call());
        writing.rewrite(
                known,
                material.terms(),
                material.entrant(known.proposal()).orElseThrow(),
                decision,
                content(offer, decision),
                LocalDate.now(clock));
        record.dated(known, LocalDate.now(clock));
    }

    /**
     * Hands it to its queue; once it has left, the group has until the day that it names.
     *
     * @throws Refusal when its date has passed: the time for the answer would have begun without the group
     */
    public void queue(UUID letter, PersonId by) {
        var known = known(letter, by);
        if (known.dated().isBefore(LocalDate.now(clock))) {
            throw new Refusal("decision.letter.dated.past", java.sql.Date.valueOf(known.dated()));
        }
        var now = clock.instant();
        known.queue(deliveries.of(known), by, now);
        register.save(known);
        record.queued(List.of(known));
        if (known.delivery() == Letter.Delivery.MAIL) {
            listeners.publishEvent(new OfferLetterSent(known.proposal(), known.call(), now));
        } else {
            posting.askToPost(known.call(), materials.of(known.call()).terms().title());
        }
        settle(known.proposal());
    }

    /** It has been sent, or is needed no more. */
    void settle(ProposalId proposal) {
        requests.settle(path(proposal));
    }

    private Letter known(UUID letter, PersonId by) {
        if (!offices.holds(by, Office.SECRETARIAT, null)) {
            throw new Refusal("decision.absent");
        }
        return register.findById(letter)
                .filter(each -> each.kind() == Letter.Kind.OFFER)
                .orElseThrow(() -> new Refusal("decision.absent"));
    }

    private static LetterWriting.Content content(Offer offer, Decision decision) {
        return LettersToWrite.offer(
                offer.proposal(), offer.amount(), decision, offer.decision().isPresent());
    }

    private static String path(ProposalId proposal) {
        return "letters?proposal=" + proposal;
    }
}
