package app.tomoni.decision.ui;

import app.tomoni.shared.BusinessDays;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says of a day that is chosen for something that the city is closed then: it may be meant, and is no mistake. */
@Component
class ClosedDays {

    private final BusinessDays businessDays;

    ClosedDays(BusinessDays businessDays) {
        this.businessDays = businessDays;
    }

    boolean isClosed(LocalDate day) {
        return !businessDays.open(day);
    }

    /** The day itself, or the next one on which the city is open. */
    LocalDate rolledOn(LocalDate day) {
        return businessDays.rolledOn(day);
    }

    /** Empty where the city is open, or no day is chosen. */
    String hint(@Nullable LocalDate day, Words words) {
        return day == null || !isClosed(day) ? "" : words.say("decision.publication.closed", words.day(day));
    }
}
