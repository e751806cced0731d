package app.tomoni.proposal;

import app.tomoni.account.PersonId;
import app.tomoni.form.Answers;
import app.tomoni.form.FieldError;
import app.tomoni.form.FormDefinition;
import app.tomoni.form.WorkingCopies;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.process.TaskId;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands in what a group added to the fields it was asked about; all other answers stay as they were. */
@Component
public class AnswerSupplement {

    private final Proposals proposals;
    private final Access access;
    private final Drafts drafts;
    private final WorkingCopies copies;
    private final TermsOfCalls terms;
    private final Submissions submissions;
    private final SupplementRequests supplements;
    private final Cases cases;
    private final CaseEvents events;
    private final Clock clock;

    AnswerSupplement(
            Proposals proposals,
            Access access,
            Drafts drafts,
            WorkingCopies copies,
            TermsOfCalls terms,
            Submissions submissions,
            SupplementRequests supplements,
            Cases cases,
            CaseEvents events,
            Clock clock) {
        this.proposals = proposals;
        this.access = access;
        this.drafts = drafts;
        this.copies = copies;
        this.terms = terms;
        this.submissions = submissions;
        this.supplements = supplements;
        this.cases = cases;
        this.events = events;
        this.clock = clock;
    }

    /** The name of the working copy in which the answer is written. */
    public static String subject(SupplementRequest request) {
        return "supplement:" + request.id();
    }

    /** Lays the answers handed in last out for changing, unless somebody has begun already. */
    @Transactional
    public void begin(SupplementRequest request, PersonId by) {
        var proposal = proposals.locked(request.proposal());
        access.requireWriter(proposal, by);
        if (copies.open(subject(request)).isEmpty()) {
            drafts.layOut(subject(request), proposals.latestRevision(request.proposal()), by);
        }
    }

    /** Whether the person may write at the answer now; once it is sent or no longer asked for, nobody does. */
    @Transactional(readOnly = true)
    public boolean mayWrite(SupplementRequest request, PersonId person) {
        return supplements
                        .open(request.proposal())
                        .filter(open -> open.id().equals(request.id()))
                        .isPresent()
                && access.mayWrite(proposals.get(request.proposal()), person);
    }

    /** What would be handed in now: what was handed in last, with the named fields as they are being written. */
    @Transactional(readOnly = true)
    public Answers answers(SupplementRequest request) {
        var latest = proposals.latestRevision(request.proposal());
        return merged(request, latest, Answers.of(drafts.form(latest), copies.open(subject(request))));
    }

    /** What has to be put right in the named fields before the answer can be sent. */
    @Transactional(readOnly = true)
    public List<FieldError> errors(SupplementRequest request) {
        var proposal = proposals.get(request.proposal());
        return errors(proposal, request, drafts.form(proposals.latestRevision(proposal.id())), answers(request));
    }

    private List<FieldError> errors(
            Proposal proposal, SupplementRequest request, FormDefinition form, Answers answers) {
        return form.validate(answers, terms.of(proposal).rules()).stream()
                .filter(error -> request.fields().contains(error.field()))
                .toList();
    }

    /** The points that the group has neither changed nor marked as dealt with. */
    @Transactional(readOnly = true)
    public List<SupplementRequest.Point> untouched(SupplementRequest asked) {
        return supplements
                .open(asked.proposal())
                .map(request -> {
                    var latest = proposals.latestRevision(asked.proposal());
                    return untouched(request, drafts.form(latest), latest, answers(request));
                })
                .orElse(List.of());
    }

    private static List<SupplementRequest.Point> untouched(
            SupplementRequest request, FormDefinition form, Revision latest, Answers answers) {
        var before = new Answers(latest.answers());
        return request.points().stream()
                .filter(point -> !point.isDone())
                .filter(point -> form.field(point.field())
                        .filter(field -> answers.isSame(field, before))
                        .isPresent())
                .toList();
    }

    private static Answers merged(SupplementRequest request, Revision latest, Answers written) {
        var values = new HashMap<>(latest.answers());
        request.fields().forEach(field -> {
            var value = written.values().get(field);
            if (value == null) {
                values.remove(field);
            } else {
                values.put(field, value);
            }
        });
        return new Answers(values);
    }

    /** Notes that a point has been put right, or not yet. */
    @Transactional
    public void mark(SupplementRequest request, String field, boolean done, PersonId by) {
        access.requireWriter(proposals.get(request.proposal()), by);
        supplements.mark(request.id(), field, done);
    }

    /** Sends the answer without a remark. */
    @Transactional
    public void answer(SupplementRequest asked, TaskId task, PersonId by, Answers read) {
        answer(asked, task, by, read, "");
    }

    /**
     * Sends the answer and completes the group's task.
     *
     * @param read what the person has read and means to send
     * @param remark what the secretariat is told with it, such as why something stays as it was; often nothing
     * @throws Refusal when something named is still to be put right or has not been touched, somebody has written
     *     something else meanwhile, or the request is no longer open
     */
    @Transactional
    public void answer(SupplementRequest asked, TaskId task, PersonId by, Answers read, String remark) {
        Lengths.demand(remark, Lengths.REASON);
        var key = new CaseKey(asked.proposal().value());
        cases.hold(key); // as who checks it does: the case first, then the proposal
        var proposal = proposals.locked(asked.proposal());
        access.requireRepresentative(proposal, by);
        var request = supplements
                .open(proposal.id())
                .filter(open -> open.id().equals(asked.id()))
                .orElseThrow(() -> new Refusal("proposal.refusal.supplementOver"));
        var subject = subject(request);
        var latest = proposals.latestRevision(proposal.id());
        var form = drafts.form(latest);
        var answers = merged(request, latest, Answers.of(form, drafts.hold(subject)));
        Drafts.requireRead(answers, read);
        Drafts.requireNone(errors(proposal, request, form, answers));
        var untouched = untouched(request, form, latest, answers).size();
        if (untouched > 0) {
            throw new Refusal("proposal.refusal.supplementUntouched", untouched);
        }

        var now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as exact as the database keeps it
        proposal.supplement(Summary.of(form, answers), by, now);
        var release = latest.formRelease().isEmpty() ? null : latest.formRelease();
        var revision = submissions.keep(proposal, form, answers, release, remark.strip(), by, now);
        supplements.answered(request.id(), revision.number(), now);
        drafts.discard(subject);
        proposals.add(proposal);
        cases.label(key, proposal.title(), proposal.number().orElseThrow());
        events.record(
                key,
                "SupplementAnswered",
                Map.of("revision", revision.number(), "sha256", revision.sha256(), "fields", request.fields()));
        cases.complete(task, by, Map.of());
    }
}
