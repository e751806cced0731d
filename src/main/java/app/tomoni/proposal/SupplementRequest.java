package app.tomoni.proposal;

import app.tomoni.account.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the secretariat asked the group to add, field by field.
 *
 * @param points in the order they were asked
 * @param answeredAt none as long as the group is writing
 * @param revision that answered it; none as long as the group is writing
 */
public record SupplementRequest(
        UUID id,
        ProposalId proposal,
        List<Point> points,
        Instant requestedAt,
        PersonId requestedBy,
        @Nullable Instant dueAt,
        @Nullable Instant answeredAt,
        @Nullable Integer revision) {

    /**
     * One field and what is asked about it.
     *
     * @param doneAt when the group marked it as put right; none until then
     */
    public record Point(
            String field, String comment, @Nullable Instant doneAt) {

        public boolean isDone() {
            return doneAt != null;
        }
    }

    public boolean isOpen() {
        return answeredAt == null;
    }

    public Set<String> fields() {
        return points.stream().map(Point::field).collect(Collectors.toSet());
    }

    public Optional<Point> point(String field) {
        return points.stream().filter(point -> point.field().equals(field)).findFirst();
    }

    public int done() {
        return (int) points.stream().filter(Point::isDone).count();
    }
}
