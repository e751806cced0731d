package app.tomoni.organisation;

import app.tomoni.account.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

/** One answer of a profile as it was typed, with who typed it when. */
@Embeddable
public class ProfileAnswer {

    @Column(name = "value")
    private String value;

    @Column(name = "version")
    private long version;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "changed_by")
    private UUID changedBy;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected ProfileAnswer() {}

    ProfileAnswer(String value, long version, Instant changedAt, PersonId changedBy) {
        this.value = value;
        this.version = version;
        this.changedAt = changedAt;
        this.changedBy = changedBy.value();
    }

    public String value() {
        return value;
    }

    /** Goes up with each change; the next change is based on it. */
    public long version() {
        return version;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public PersonId changedBy() {
        return new PersonId(changedBy);
    }
}
