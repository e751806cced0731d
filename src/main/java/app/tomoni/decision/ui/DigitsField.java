package app.tomoni.decision.ui;

import app.tomoni.shared.JapaneseText;
import app.tomoni.shared.ui.Figures;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;

/** Where a whole number is typed, in digits of any width and with or without separators. */
class DigitsField extends TextField {

    DigitsField(String label) {
        super(label);
        addClassName("short");
        Figures.whole(this);
    }

    /** Whether a number is typed, or nothing at all. */
    boolean isReadable() {
        return digits().isEmpty() || number().isPresent();
    }

    /** The number typed, of up to twelve digits; none where nothing is typed, or what cannot be read. */
    Optional<Long> number() {
        return Optional.of(digits()).filter(text -> text.matches("\\d{1,12}")).map(Long::parseLong);
    }

    private String digits() {
        return JapaneseText.digits(getValue());
    }
}
