package app.tomoni.form;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a call adds to a form: the money and the days it allows.
 *
 * @param firstDay of the period in which a project may take place
 */
public record FormRules(
        @Nullable BudgetRule budget,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay) {

    public static final FormRules NONE = new FormRules(null, null, null);
}
