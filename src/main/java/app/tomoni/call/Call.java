package app.tomoni.call;

import app.tomoni.account.Actor;
import app.tomoni.account.PersonId;
import app.tomoni.document.FileId;
import app.tomoni.document.StoredFile;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.shared.FiscalYear;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
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

    /** The text that waits for approval is another than the one that was read. */
    public static final String CHANGED = "call.approve.changed";

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

    @Embedded
    private Endorsement endorsement;

    @Embedded
    private ProposalWindow window = new ProposalWindow();

    @Column(name = "release")
    private @Nullable String release;

    @Version
    private int version;

    @Transient
    private @Nullable Guideline read;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected Call() {}

    private Call(CallId id, Draft draft, String origin, Instant now, Actor by) {
        this.id = id.value();
        this.origin = origin;
        this.endorsement = new Endorsement(now, by);
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
    static Call draft(Draft draft, String origin, Instant now, Actor by) {
        var call = new Call(CallId.next(), draft, origin, now, by);
        call.registerEvent(new CallDrafted(call.id()));
        draft.files().forEach(file -> call.registerEvent(new CallFileChanged(call.id(), file, true, by.person())));
        return call;
    }

    public CallId id() {
        return new CallId(id);
    }

    /** Of a draft that says none, the one in which it was begun. */
    public FiscalYear year() {
        return new FiscalYear(year);
    }

    /** What the guideline says; none while a draft says none that can be one. */
    public Optional<FiscalYear> writtenYear() {
        return DraftReader.year(draft()).map(FiscalYear::new);
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
        return window.opening();
    }

    /** When the call closes for everybody, after any extension, where that is set. */
    public Optional<Instant> closing() {
        return window.closing();
    }

    /** @throws IllegalStateException for a draft without that date */
    public Instant opensAt() {
        return window.opensAt();
    }

    /**
     * When the call closes for everybody, after any extension.
     *
     * @throws IllegalStateException for a draft without that date
     */
    public Instant closesAt() {
        return window.closesAt();
    }

    /** When the results are planned to be published, after any extension that moved it. */
    public Instant publicationAt() {
        return window.publicationAt(guideline());
    }

    /** The deployment of models and forms under which its proposals run; none before its approval. */
    public Optional<String> release() {
        return Optional.ofNullable(release);
    }

    public Instant draftedAt() {
        return endorsement.draftedAt();
    }

    public PersonId draftedBy() {
        return endorsement.draftedBy();
    }

    public Optional<Instant> putForwardAt() {
        return endorsement.putForwardAt();
    }

    public Optional<PersonId> putForwardBy() {
        return endorsement.putForwardBy();
    }

    /** Why it came back from the approver, while that has not been put forward again. */
    public Optional<String> returnedReason() {
        return endorsement.returnedReason();
    }

    public Optional<Approval> approval() {
        return endorsement.approval();
    }

    public Optional<Instant> openedAt() {
        return window.openedAt();
    }

    /** The latest last. */
    public List<Extension> extensions() {
        return window.extensions();
    }

    public List<LateAdmission> lateAdmissions() {
        return window.lateAdmissions();
    }

    /** Whether the guideline may still be changed. */
    public boolean isDraft() {
        return endorsement.isDraft();
    }

    public boolean waitsForApproval() {
        return endorsement.waitsForApproval();
    }

    /** Everybody who has written on it or put it forward, and so neither approves it nor records its approval. */
    public Set<PersonId> drafters() {
        return endorsement.drafters();
    }

    public boolean isApproved() {
        return endorsement.isApproved();
    }

    /** Whether the call takes proposals from everybody at this time. */
    public boolean isOpen(Instant now) {
        return accepts(now);
    }

    /** Whether the call was approved and has closed for everybody. */
    public boolean hasClosed(Instant now) {
        return isApproved() && window.hasClosed(now);
    }

    /**
     * Whether a proposal is in time.
     *
     * @param received when the request reached the server
     */
    public boolean accepts(Instant received) {
        return isApproved() && window.accepts(received);
    }

    /**
     * Whether a proposal of this group is in time: as for everybody, or by a late admission that has been granted.
     *
     * @param received when the request reached the server
     */
    public boolean accepts(Instant received, OrganisationId organisation) {
        return isApproved() && window.accepts(received, organisation);
    }

    /** Until when this group may propose. */
    public Instant closesAt(OrganisationId organisation) {
        return window.closesAt(organisation);
    }

    /** The groups that may propose later than the others. */
    List<OrganisationId> admittedLate() {
        return lateAdmissions().stream()
                .map(LateAdmission::organisation)
                .distinct()
                .filter(group -> isAdmittedLate(group))
                .toList();
    }

    /** Whether this group may propose later than the others. */
    public boolean isAdmittedLate(OrganisationId organisation) {
        return window.closing().isPresent() && closesAt(organisation).isAfter(closesAt());
    }

    /** Until when any group may propose: the closing, or the end of the last late admission. */
    public Instant lastClosing() {
        return window.lastClosing();
    }

    /**
     * Changes the draft.
     *
     * @throws Refusal once it has been put forward
     */
    void revise(Consumer<Draft> change, Actor by) {
        endorsement.write(by);
        var draft = draft();
        change.accept(draft);
        write(draft);
    }

    /** @throws Refusal when there are as many as there may be, or once it has been put forward */
    void addFile(StoredFile file, Actor by) {
        revise(draft -> draft.addFile(file), by);
        registerEvent(new CallFileChanged(id(), draft().file(file.id()).orElseThrow(), true, by.person()));
    }

    /** @throws Refusal when it is no longer there, or once it has been put forward */
    void removeFile(FileId id, Actor by) {
        var file = draft().file(id).orElseThrow(() -> new Refusal("call.draft.gone"));
        revise(draft -> draft.removeFile(file), by);
        registerEvent(new CallFileChanged(id(), file, false, by.person()));
    }

    private void write(Draft draft) {
        draftJson = draft.json();
        read = null;
        title = draft.text("/title").strip();
        DraftReader.year(draft).ifPresent(written -> year = written);
        window.plan(
                DraftReader.instant(draft, "/opensOn", "/opensTime").orElse(null),
                DraftReader.instant(draft, "/closesOn", "/closesTime").orElse(null));
    }

    /**
     * Puts the draft forward for approval.
     *
     * @param problems that the draft still has
     * @throws Refusal when there is any
     */
    void putForward(List<Problem> problems, Instant now, Actor by) {
        endorsement.putForward(problems, window, now, by);
        registerEvent(new CallPutForward(id(), now, by.person()));
    }

    /**
     * Sends it back to the secretariat, which may change it again.
     *
     * @param seen when what was read had been put forward
     */
    void sendBack(Instant seen, String reason, Instant now, PersonId by) {
        var putForwardBy = putForwardBy();
        endorsement.sendBack(seen, reason, now, by);
        registerEvent(new CallReturned(id(), reason.strip(), putForwardBy.orElseThrow(), now, by));
    }

    /** The secretariat takes it back before it has been approved. */
    void takeBack() {
        endorsement.takeBack();
        registerEvent(new CallTakenBack(id()));
    }

    /** Says that the draft is deleted. */
    void deleted() {
        endorsement.requireDraft();
        registerEvent(new CallDraftDeleted(id(), title));
    }

    /**
     * @param seen when what was read had been put forward
     * @throws Refusal when who approves has written on it or acts only for such people, or it has been put forward anew since
     */
    void approve(Instant seen, String currentRelease, Instant now, Actor by) {
        endorsement.approve(seen, window, now, by);
        approved(currentRelease);
    }

    /**
     * Records the approval that was given in the city's own document system.
     *
     * @param seen when what was read had been put forward
     * @throws Refusal when who records it has written on the call or acts only for such people, or it has been put forward anew since
     */
    void recordApproval(
            Instant seen, String currentRelease, LocalDate day, String office, String number, Instant now, Actor by) {
        endorsement.recordApproval(seen, window, day, office, number, now, by);
        approved(currentRelease);
    }

    private void approved(String currentRelease) {
        release = currentRelease;
        registerEvent(new CallApproved(id()));
    }

    /** Opens the call now instead of at its time. */
    void openNow(Instant now, PersonId by) {
        if (!isApproved()) {
            throw new Refusal("call.open.notApproved");
        }
        window.openNow(now, by);
        opened();
    }

    /** Says that its time has come; proposals are taken from that time on whether this has been said or not. */
    void openAtItsTime(Instant now) {
        if (isApproved() && window.isToOpen(now)) {
            window.openAtItsTime(now);
            opened();
        }
    }

    private void opened() {
        registerEvent(new CallOpened(id(), opensAt(), closesAt()));
    }

    /**
     * Gives everybody longer; the reason is published.
     *
     * @param publication when the results are published instead; null leaves that as it is
     */
    void extend(Instant until, @Nullable Instant publication, String reason, Instant now, PersonId by) {
        if (!isApproved()) {
            throw new Refusal("call.extend.notApproved");
        }
        var extension = window.extend(until, publication, reason, guideline(), now, by);
        registerEvent(new CallExtended(id(), extension.closedAt(), until, publication, extension.reason(), by));
    }

    /** Asks that one group may propose until later than the others. */
    void askLateAdmission(OrganisationId organisation, Instant until, String reason, Instant now, Actor by) {
        if (!isApproved()) {
            throw new Refusal("call.extend.notApproved");
        }
        var late = window.askLateAdmission(organisation, until, reason, guideline(), now, by);
        var number = lateAdmissions().size() - 1;
        registerEvent(new ExceptionAsked(id(), number, organisation, until, late.reason(), now, by.person()));
    }

    /**
     * Grants or declines what was asked for one group.
     *
     * @param number its place in {@link #lateAdmissions}
     * @throws Refusal when who answers has asked, or acts only for whoever has
     */
    void answerLateAdmission(int number, boolean grant, String why, Instant now, Actor by) {
        var late = window.answerLateAdmission(number, grant, why, now, by);
        registerEvent(
                grant
                        ? new ExceptionGranted(
                                id(),
                                number,
                                late.organisation(),
                                late.until(),
                                late.reason(),
                                late.askedBy(),
                                by.person())
                        : new ExceptionDeclined(id(), number, late.organisation(), why.strip(), by.person()));
    }

    void panelChanged(PanelChanged event) {
        registerEvent(event);
    }
}
