package app.tomoni.proposal;

import app.tomoni.account.PersonId;
import app.tomoni.form.Answers;
import app.tomoni.organisation.Organisations;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.process.CaseScopes;
import app.tomoni.process.Cases;
import app.tomoni.process.NewCase;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands a proposal in: stores what was written, gives it its number and opens its case, all or nothing. */
@Component
public class SubmitProposal {

    static final String PROCESS = "citizenProposal";

    private final Proposals proposals;
    private final Access access;
    private final Drafts drafts;
    private final TermsOfCalls terms;
    private final Submissions submissions;
    private final Organisations organisations;
    private final ReceiptNumbers numbers;
    private final Cases cases;
    private final CaseEvents events;

    SubmitProposal(
            Proposals proposals,
            Access access,
            Drafts drafts,
            TermsOfCalls terms,
            Submissions submissions,
            Organisations organisations,
            ReceiptNumbers numbers,
            Cases cases,
            CaseEvents events) {
        this.proposals = proposals;
        this.access = access;
        this.drafts = drafts;
        this.terms = terms;
        this.submissions = submissions;
        this.organisations = organisations;
        this.numbers = numbers;
        this.cases = cases;
        this.events = events;
    }

    /** Hands in whatever is written now; for those who have written all of it themselves. */
    @Transactional
    public Receipt submit(ProposalId id, PersonId by, Instant received) {
        return submit(id, by, received, null);
    }

    /**
     * The receipt; that of the first time when it has been handed in already, so that a double click or a second tab
     * changes nothing.
     *
     * @param received when the request reached us: what counts against the closing
     * @param read what the person has read and means to hand in
     * @throws Refusal when it is late, incomplete, not for this person to hand in, or when somebody has written something
     *     else meanwhile; the draft stays as it is
     */
    @Transactional
    public Receipt submit(ProposalId id, PersonId by, Instant received, @Nullable Answers read) {
        var arrived = received.truncatedTo(ChronoUnit.MICROS); // as the database keeps it, so that receipts agree
        var proposal = proposals.locked(id);
        access.requireRepresentative(proposal, by);
        if (!proposal.isDraft()) {
            return Receipt.of(proposal, proposals.latestRevision(id));
        }
        var asked = terms.held(proposal);
        requireInTime(asked, arrived);
        requireProfile(proposal, arrived);
        var subject = Drafts.subject(id);
        var form = drafts.form(proposal);
        var answers = Answers.of(form, drafts.hold(subject));
        Drafts.requireRead(answers, read);
        Drafts.requireNone(form.validate(answers, asked.rules()));

        var number = proposal.number().orElseGet(() -> numbers.next(asked.year()));
        proposal.submit(number, Summary.of(form, answers), by, arrived);
        var revision = submissions.keep(proposal, form, answers, asked.release(), "", by, arrived);
        drafts.putBy(proposal);
        proposals.add(proposal);
        open(proposal, number, asked);
        events.record(
                new CaseKey(id.value()),
                "ProposalSubmitted",
                Map.of("number", number, "revision", revision.number(), "sha256", revision.sha256()));
        return Receipt.of(proposal, revision);
    }

    private static void requireInTime(Terms asked, Instant arrived) {
        if (arrived.isBefore(asked.opensAt())) {
            throw new Refusal("proposal.refusal.notOpen");
        }
        if (!asked.accept(arrived)) {
            throw new Refusal("proposal.refusal.closed", asked.closesAt());
        }
    }

    private void requireProfile(Proposal proposal, Instant arrived) {
        var findings = organisations
                .get(proposal.organisation())
                .findings(JapaneseDates.day(arrived))
                .size();
        if (findings > 0) {
            throw new Refusal("proposal.refusal.profile", findings);
        }
    }

    private void open(Proposal proposal, String number, Terms asked) {
        cases.open(new NewCase(
                new CaseKey(proposal.id().value()),
                PROCESS,
                asked.release(),
                proposal.title(),
                number,
                new CaseScopes(proposal.call().value(), proposal.organisation().value(), null),
                Map.of()));
    }
}
