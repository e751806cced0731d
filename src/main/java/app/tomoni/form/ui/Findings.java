package app.tomoni.form.ui;

import app.tomoni.form.FieldError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What is wrong with the answers at one moment, and what of it is told at the fields.
 *
 * @param complaining whether it is also told what is only missing
 * @param inTheMiddle what is not wrong yet, because somebody is still writing it
 */
record Findings(Map<String, List<FieldError>> wrong, boolean complaining, Predicate<FieldError> inTheMiddle) {

    private static final Set<String> MISSING = Set.of(
            "form.error.required",
            "form.error.choose",
            "form.error.choose-some",
            "form.error.tick",
            "form.error.attach",
            "form.error.outcomes-not-measurable",
            "form.error.roles-nobody",
            "form.budget.no-expenditure",
            "form.budget.no-request");

    static Findings of(List<FieldError> errors, boolean complaining, Predicate<FieldError> inTheMiddle) {
        return new Findings(
                errors.stream()
                        .collect(Collectors.groupingBy(FieldError::field, LinkedHashMap::new, Collectors.toList())),
                complaining,
                inTheMiddle);
    }

    /** Everything that keeps the answer to a field from being submitted. */
    List<FieldError> all(String field) {
        return wrong.getOrDefault(field, List.of());
    }

    /** Nobody is told that something is missing before having had the time to write it. */
    List<FieldError> told(String field) {
        return all(field).stream()
                .filter(error -> complaining || !isMissing(error.messageKey()))
                .filter(error -> !inTheMiddle.test(error))
                .toList();
    }

    private static boolean isMissing(String messageKey) {
        return MISSING.contains(messageKey)
                || messageKey.endsWith(".no-amount")
                || messageKey.endsWith(".no-content")
                || messageKey.startsWith("form.error.row-begins-empty");
    }
}
