package app.tomoni.call;

import app.tomoni.account.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

/** A later closing for everybody, with the reason that is published. */
@Embeddable
public class Extension {

    @Column(name = "closed_at")
    private Instant closedAt;

    @Column(name = "closes_at")
    private Instant closesAt;

    @Column(name = "reason")
    private String reason;

    @Column(name = "extended_at")
    private Instant extendedAt;

    @Column(name = "extended_by")
    private UUID extendedBy;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected Extension() {}

    Extension(Instant closedAt, Instant closesAt, String reason, Instant extendedAt, PersonId by) {
        this.closedAt = closedAt;
        this.closesAt = closesAt;
        this.reason = reason;
        this.extendedAt = extendedAt;
        this.extendedBy = by.value();
    }

    /** The closing before. */
    public Instant closedAt() {
        return closedAt;
    }

    public Instant closesAt() {
        return closesAt;
    }

    public String reason() {
        return reason;
    }

    public Instant extendedAt() {
        return extendedAt;
    }

    public PersonId extendedBy() {
        return new PersonId(extendedBy);
    }
}
