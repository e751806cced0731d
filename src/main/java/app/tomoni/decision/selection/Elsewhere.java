package app.tomoni.decision.selection;

import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The approval that was given in the city's own document system, or on paper. */
@Embeddable
public record Elsewhere(
        @Column(name = "elsewhere_on") LocalDate on,
        @Column(name = "elsewhere_office") String office,
        @Column(name = "elsewhere_number") String number) {

    /**
     * @param putForward when what was approved had come before the approver
     * @throws Refusal when a fact is missing or too long, or the day lies before that or is still to come
     */
    static Elsewhere given(@Nullable LocalDate on, String office, String number, Instant putForward, LocalDate today) {
        if (on == null || office.isBlank() || number.isBlank()) {
            throw new Refusal("decision.elsewhere.facts");
        }
        Lengths.demand(office, Lengths.LINE);
        Lengths.demand(number, Lengths.LINE);
        var earliest = JapaneseDates.day(putForward);
        if (on.isBefore(earliest)) {
            throw new Refusal("decision.elsewhere.early", earliest);
        }
        if (on.isAfter(today)) {
            throw new Refusal("decision.elsewhere.future");
        }
        return new Elsewhere(on, office.strip(), number.strip());
    }
}
