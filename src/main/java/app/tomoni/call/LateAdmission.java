package app.tomoni.call;

import app.tomoni.account.Actor;
import app.tomoni.account.PersonId;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One group may propose until later than the others, when an approver agrees. */
@Embeddable
public class LateAdmission {

    @Column(name = "organisation_id")
    private UUID organisation;

    @Column(name = "until")
    private Instant until;

    @Column(name = "reason")
    private String reason;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "asked_by")
    private UUID askedBy;

    /** Whoever asked, and those in whose place it was asked. */
    @Column(name = "askers")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private Set<UUID> askers = new HashSet<>();

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @Column(name = "answered_by")
    private @Nullable UUID answeredBy;

    @Column(name = "granted")
    private @Nullable Boolean granted;

    @Column(name = "answer_reason")
    private @Nullable String answerReason;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected LateAdmission() {}

    LateAdmission(OrganisationId organisation, Instant until, String reason, Instant askedAt, Actor askedBy) {
        this.organisation = organisation.value();
        this.until = until;
        this.reason = reason;
        this.askedAt = askedAt;
        this.askedBy = askedBy.person().value();
        askedBy.doers().forEach(asker -> askers.add(asker.value()));
    }

    public OrganisationId organisation() {
        return new OrganisationId(organisation);
    }

    public Instant until() {
        return until;
    }

    public String reason() {
        return reason;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public PersonId askedBy() {
        return new PersonId(askedBy);
    }

    /** Who may not answer it. */
    Set<PersonId> askers() {
        return askers.stream().map(PersonId::new).collect(Collectors.toSet());
    }

    public boolean waits() {
        return granted == null;
    }

    public boolean granted() {
        return Boolean.TRUE.equals(granted);
    }

    public Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }

    public Optional<PersonId> answeredBy() {
        return Optional.ofNullable(answeredBy).map(PersonId::new);
    }

    public Optional<String> answerReason() {
        return Optional.ofNullable(answerReason);
    }

    /** @throws Refusal when who answers has asked or it was asked in their place, or they act only for such people */
    void answer(boolean grant, String why, Instant now, Actor by) {
        if (!by.isSecondTo(askers())) {
            throw new Refusal("call.exception.own");
        }
        if (grant && !until.isAfter(now)) {
            throw new Refusal("call.exception.past");
        }
        if (!grant && why.isBlank()) {
            throw new Refusal("call.exception.reason");
        }
        Lengths.demand(why, Lengths.REASON);
        granted = grant;
        answerReason = why.isBlank() ? null : why.strip();
        answeredAt = now;
        answeredBy = by.person().value();
    }
}
