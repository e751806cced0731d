package app.tomoni.call;

import app.tomoni.account.PersonId;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.shared.FiscalYear;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * A call for proposals: what the city asks for this year, by which rules, until when.
 *
 * <p>The guideline may be changed while it is a draft, and never again from the moment it is put forward; only the
 * closing can still move, for everybody by an extension or for one group by a late admission.
 */
@Entity
@Table(name = "call_for_proposals")
public class Call extends AbstractAggregateRoot<Call> {

    @Id
    private UUID id;

    @Column(name = "fiscal_year")
    private int year;

    @Column(name = "title")
    private String title;

    @Column(name = "guideline")
    private String draftJson;

    @Column(name = "origin")
    private String origin;

    @Column(name = "opens_at")
    private @Nullable Instant opensAt;

    @Column(name = "closes_at")
    private @Nullable Instant closesAt;

    @Column(name = "drafted_at")
    private Instant draftedAt;

    @Column(name = "drafted_by")
    private UUID draftedBy;

    @Column(name = "put_forward_at")
    private @Nullable Instant putForwardAt;

    @Column(name = "put_forward_by")
    private @Nullable UUID putForwardBy;

    @Column(name = "returned_at")
    private @Nullable Instant returnedAt;

    @Column(name = "returned_by")
    private @Nullable UUID returnedBy;

    @Column(name = "returned_reason")
    private @Nullable String returnedReason;

    @Column(name = "approved_at")
    private @Nullable Instant approvedAt;

    @Column(name = "approved_by")
    private @Nullable UUID approvedBy;

    @Column(name = "approval_recorded_by")
    private @Nullable UUID approvalRecordedBy;

    @Column(name = "approval_day")
    private @Nullable LocalDate approvalDay;

    @Column(name = "approval_office")
    private @Nullable String approvalOffice;

    @Column(name = "approval_number")
    private @Nullable String approvalNumber;

    @Column(name = "opened_at")
    private @Nullable Instant openedAt;

    @Column(name = "opened_by")
    private @Nullable UUID openedBy;

    @Column(name = "release")
    private @Nullable String release;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "call_extension", joinColumns = @JoinColumn(name = "call_id"))
    @OrderColumn(name = "number")
    @BatchSize(size = 50)
    private List<Extension> extensions = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "call_exception", joinColumns = @JoinColumn(name = "call_id"))
    @OrderColumn(name = "number")
    @BatchSize(size = 50)
    private List<LateAdmission> lateAdmissions = new ArrayList<>();

    @Version
    private int version;

    @Transient
    private @Nullable Guideline read;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected Call() {}

    private Call(CallId id, Draft draft, String origin, Instant now, PersonId by) {
        this.id = id.value();
        this.origin = origin;
        this.draftedAt = now;
        this.draftedBy = by.value();
        this.title = "";
        this.draftJson = "";
        write(draft);
        if (year == 0) {
            year = FiscalYear.of(JapaneseDates.day(now)).year();
        }
    }

    /**
     * @param origin the template or the call that it was made from, in words
     */
    static Call draft(Draft draft, String origin, Instant now, PersonId by) {
        return new Call(CallId.next(), draft, origin, now, by);
    }

    public CallId id() {
        return new CallId(id);
    }

    public FiscalYear year() {
        return new FiscalYear(year);
    }

    /** Empty while a draft has none. */
    public String title() {
        return title;
    }

    /** The template or the call that it was made from, in words. */
    public String origin() {
        return origin;
    }

    /** The guideline as it is being written, or as it was approved. */
    public Draft draft() {
        return Draft.parse(draftJson);
    }

    /**
     * All that the call lays down.
     *
     * @throws IllegalStateException while the draft has problems
     */
    public Guideline guideline() {
        var guideline = read;
        if (guideline == null) {
            var reading = DraftReader.read(draft());
            guideline = reading.guideline();
            if (guideline == null) {
                throw new IllegalStateException("call " + id + " is an unfinished draft: " + reading.problems());
            }
            read = guideline;
        }
        return guideline;
    }

    /** All that the call lays down, unless the draft still has problems. */
    public Optional<Guideline> guidelineIfComplete() {
        return Optional.ofNullable(DraftReader.read(draft()).guideline());
    }

    /** When the call begins, where that is set. */
    public Optional<Instant> opening() {
        return Optional.ofNullable(opensAt);
    }

    /** When the call closes for everybody, after any extension, where that is set. */
    public Optional<Instant> closing() {
        return Optional.ofNullable(closesAt);
    }

    /** @throws IllegalStateException for a draft without that date */
    public Instant opensAt() {
        return opening().orElseThrow(() -> new IllegalStateException("call " + id + " has no opening"));
    }

    /**
     * When the call closes for everybody, after any extension.
     *
     * @throws IllegalStateException for a draft without that date
     */
    public Instant closesAt() {
        return closing().orElseThrow(() -> new IllegalStateException("call " + id + " has no closing"));
    }

    /** The deployment of models and forms under which its proposals run; none before its approval. */
    public Optional<String> release() {
        return Optional.ofNullable(release);
    }

    public Instant draftedAt() {
        return draftedAt;
    }

    public PersonId draftedBy() {
        return new PersonId(draftedBy);
    }

    public Optional<Instant> putForwardAt() {
        return Optional.ofNullable(putForwardAt);
    }

    public Optional<PersonId> putForwardBy() {
        return Optional.ofNullable(putForwardBy).map(PersonId::new);
    }

    /** Why it came back from the approver, while that has not been put forward again. */
    public Optional<String> returnedReason() {
        return Optional.ofNullable(returnedReason);
    }

    public Optional<Instant> returnedAt() {
        return Optional.ofNullable(returnedAt);
    }

    public Optional<PersonId> returnedBy() {
        return Optional.ofNullable(returnedBy).map(PersonId::new);
    }

    public Optional<Approval> approval() {
        var at = approvedAt;
        if (at == null) {
            return Optional.empty();
        }
        var by = approvedBy;
        if (by != null) {
            return Optional.of(new Approval.Here(at, new PersonId(by)));
        }
        if (approvalRecordedBy == null || approvalDay == null || approvalOffice == null || approvalNumber == null) {
            throw new IllegalStateException("call " + id + " has an approval without its facts");
        }
        return Optional.of(new Approval.Recorded(
                at, new PersonId(approvalRecordedBy), approvalDay, approvalOffice, approvalNumber));
    }

    public Optional<Instant> openedAt() {
        return Optional.ofNullable(openedAt);
    }

    /** The latest last. */
    public List<Extension> extensions() {
        return List.copyOf(extensions);
    }

    public List<LateAdmission> lateAdmissions() {
        return List.copyOf(lateAdmissions);
    }

    /** Whether the guideline may still be changed. */
    public boolean isDraft() {
        return putForwardAt == null;
    }

    public boolean waitsForApproval() {
        return putForwardAt != null && approvedAt == null;
    }

    /** Whether this person has drafted it or put it forward, and so cannot approve it. */
    public boolean isOf(PersonId person) {
        return person.equals(draftedBy()) || person.value().equals(putForwardBy);
    }

    public boolean isApproved() {
        return approvedAt != null;
    }

    /** Whether the call takes proposals from everybody at this time. */
    public boolean isOpen(Instant now) {
        return accepts(now);
    }

    /** Whether the call was approved and has closed for everybody. */
    public boolean hasClosed(Instant now) {
        return approvedAt != null && closesAt != null && !now.isBefore(closesAt);
    }

    /**
     * Whether a proposal is in time.
     *
     * @param received when the request reached the server
     */
    public boolean accepts(Instant received) {
        return approvedAt != null
                && opensAt != null
                && closesAt != null
                && !received.isBefore(opensAt)
                && received.isBefore(closesAt);
    }

    /**
     * Whether a proposal of this group is in time: as for everybody, or by a late admission that has been granted.
     *
     * @param received when the request reached the server
     */
    public boolean accepts(Instant received, OrganisationId organisation) {
        return accepts(received) || (hasClosed(received) && received.isBefore(closesAt(organisation)));
    }

    /** Until when this group may propose. */
    public Instant closesAt(OrganisationId organisation) {
        return lateAdmissions.stream()
                .filter(late -> late.granted() && late.organisation().equals(organisation))
                .map(LateAdmission::until)
                .filter(until -> until.isAfter(closesAt()))
                .max(Instant::compareTo)
                .orElse(closesAt());
    }

    /** Until when any group may propose: the closing, or the end of the last late admission. */
    public Instant lastClosing() {
        return lateAdmissions.stream()
                .filter(LateAdmission::granted)
                .map(LateAdmission::until)
                .filter(until -> until.isAfter(closesAt()))
                .max(Instant::compareTo)
                .orElse(closesAt());
    }

    /**
     * Changes the draft.
     *
     * @throws Refusal once it has been put forward
     */
    void revise(Consumer<Draft> change) {
        if (!isDraft()) {
            throw new Refusal("call.draft.frozen");
        }
        var draft = draft();
        change.accept(draft);
        write(draft);
    }

    private void write(Draft draft) {
        draftJson = draft.json();
        read = null;
        title = draft.text("/title").strip();
        DraftReader.year(draft).ifPresent(written -> year = written);
        opensAt = DraftReader.instant(draft, "/opensOn", "/opensTime").orElse(null);
        closesAt = DraftReader.instant(draft, "/closesOn", "/closesTime").orElse(null);
    }

    /**
     * Puts the draft forward for approval.
     *
     * @param problems that the draft still has
     * @throws Refusal when there is any
     */
    void putForward(List<Problem> problems, Instant now, PersonId by) {
        if (!isDraft()) {
            throw new Refusal("call.draft.frozen");
        }
        if (!problems.isEmpty()) {
            throw new Refusal("call.putForward.problems", problems.size());
        }
        if (!opensAt().isAfter(now) && !closesAt().isAfter(now)) {
            throw new Refusal("call.putForward.past");
        }
        putForwardAt = now;
        putForwardBy = by.value();
        returnedAt = null;
        returnedBy = null;
        returnedReason = null;
        registerEvent(new CallPutForward(id(), now, by));
    }

    /** Sends it back to the secretariat, which may change it again. */
    void sendBack(String reason, Instant now, PersonId by) {
        waiting();
        if (reason.isBlank()) {
            throw new Refusal("call.return.reason");
        }
        putForwardAt = null;
        putForwardBy = null;
        returnedAt = now;
        returnedBy = by.value();
        returnedReason = reason.strip();
        registerEvent(new CallReturned(id(), reason.strip(), by));
    }

    /** The secretariat takes it back before it has been approved. */
    void takeBack() {
        waiting();
        putForwardAt = null;
        putForwardBy = null;
        registerEvent(new CallTakenBack(id()));
    }

    /** @throws Refusal when who approves has drafted it or put it forward */
    void approve(String currentRelease, Instant now, PersonId by) {
        waiting();
        if (isOf(by)) {
            throw new Refusal("call.approve.own");
        }
        approvedBy = by.value();
        approved(currentRelease, now);
    }

    /** Records the approval that was given in the city's own document system. */
    void recordApproval(String currentRelease, LocalDate day, String office, String number, Instant now, PersonId by) {
        waiting();
        if (day.isAfter(JapaneseDates.day(now))) {
            throw new Refusal("call.approve.future");
        }
        if (office.isBlank() || number.isBlank()) {
            throw new Refusal("call.approve.facts");
        }
        approvalDay = day;
        approvalOffice = office.strip();
        approvalNumber = number.strip();
        approvalRecordedBy = by.value();
        approved(currentRelease, now);
    }

    private void waiting() {
        if (!waitsForApproval()) {
            throw new Refusal("call.approve.notWaiting");
        }
    }

    private void approved(String currentRelease, Instant now) {
        if (!closesAt().isAfter(now)) {
            throw new Refusal("call.approve.late");
        }
        approvedAt = now;
        release = currentRelease;
        registerEvent(new CallApproved(id()));
    }

    /** Opens the call now instead of at its time. */
    void openNow(Instant now, PersonId by) {
        if (approvedAt == null) {
            throw new Refusal("call.open.notApproved");
        }
        if (openedAt != null || hasClosed(now)) {
            throw new Refusal("call.open.already");
        }
        if (opensAt().isAfter(now)) {
            opensAt = now;
        }
        openedBy = by.value();
        opened(now);
    }

    /** Says that its time has come; proposals are taken from that time on whether this has been said or not. */
    void openAtItsTime(Instant now) {
        if (approvedAt != null && openedAt == null && !now.isBefore(opensAt())) {
            opened(now);
        }
    }

    private void opened(Instant now) {
        openedAt = now;
        registerEvent(new CallOpened(id(), opensAt(), closesAt()));
    }

    /** Gives everybody longer; the reason is published. */
    void extend(Instant until, String reason, Instant now, PersonId by) {
        if (!isApproved()) {
            throw new Refusal("call.extend.notApproved");
        }
        if (hasClosed(now)) {
            throw new Refusal("call.extend.closed");
        }
        if (!until.isAfter(closesAt())) {
            throw new Refusal("call.extend.notLater");
        }
        if (!until.isBefore(guideline().publicationAt())) {
            throw new Refusal("call.extend.publication");
        }
        if (reason.isBlank()) {
            throw new Refusal("call.extend.reason");
        }
        var before = closesAt();
        extensions.add(new Extension(before, until, reason.strip(), now, by));
        closesAt = until;
        registerEvent(new CallExtended(id(), before, until, reason.strip(), by));
    }

    /** Asks that one group may propose until later than the others. */
    void askLateAdmission(OrganisationId organisation, Instant until, String reason, Instant now, PersonId by) {
        if (!isApproved()) {
            throw new Refusal("call.extend.notApproved");
        }
        if (!until.isAfter(now) || !until.isAfter(closesAt())) {
            throw new Refusal("call.exception.notLater");
        }
        if (!until.isBefore(guideline().publicationAt())) {
            throw new Refusal("call.extend.publication");
        }
        if (reason.isBlank()) {
            throw new Refusal("call.exception.reason");
        }
        lateAdmissions.add(new LateAdmission(organisation, until, reason.strip(), now, by));
        registerEvent(
                new ExceptionAsked(id(), lateAdmissions.size() - 1, organisation, until, reason.strip(), now, by));
    }

    /**
     * Grants or declines what was asked for one group.
     *
     * @param number its place in {@link #lateAdmissions}
     * @throws Refusal when who answers has asked
     */
    void answerLateAdmission(int number, boolean grant, String why, Instant now, PersonId by) {
        if (number < 0
                || number >= lateAdmissions.size()
                || !lateAdmissions.get(number).waits()) {
            throw new Refusal("call.exception.answered");
        }
        var late = lateAdmissions.get(number);
        if (late.askedBy().equals(by)) {
            throw new Refusal("call.exception.own");
        }
        if (grant && !late.until().isAfter(now)) {
            throw new Refusal("call.exception.past");
        }
        if (!grant && why.isBlank()) {
            throw new Refusal("call.exception.reason");
        }
        late.answer(grant, why.isBlank() ? null : why.strip(), now, by);
        registerEvent(
                grant
                        ? new ExceptionGranted(
                                id(), number, late.organisation(), late.until(), late.reason(), late.askedBy(), by)
                        : new ExceptionDeclined(id(), number, late.organisation(), why.strip(), by));
    }

    void panelChanged(PanelChanged event) {
        registerEvent(event);
    }
}
