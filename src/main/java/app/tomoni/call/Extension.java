package app.tomoni.call;

import app.tomoni.account.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    @Column(name = "publication_at")
    private @Nullable Instant publicationAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected Extension() {}

    Extension(
            Instant closedAt,
            Instant closesAt,
            @Nullable Instant publicationAt,
            String reason,
            Instant extendedAt,
            PersonId by) {
        this.closedAt = closedAt;
        this.closesAt = closesAt;
        this.publicationAt = publicationAt;
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

    /** The publication that was moved with it. */
    public Optional<Instant> publicationAt() {
        return Optional.ofNullable(publicationAt);
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
