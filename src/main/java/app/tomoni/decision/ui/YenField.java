package app.tomoni.decision.ui;

import app.tomoni.shared.JapaneseText;
import app.tomoni.shared.Yen;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;

/** Where an amount of money is typed, in digits of any width and with or without separators. */
class YenField extends TextField {

    YenField(String label) {
        super(label);
        addClassName("short");
    }

    void show(Yen yen) {
        setValue(String.format("%,d", yen.amount()));
    }

    /** Whether an amount is typed, or nothing at all. */
    boolean isReadable() {
        return digits().isEmpty() || yen().isPresent();
    }

    /** The amount typed; none where nothing is typed, or what cannot be read. */
    Optional<Yen> yen() {
        return Optional.of(digits())
                .filter(text -> text.matches("\\d{1,12}"))
                .map(Long::parseLong)
                .map(Yen::new);
    }

    private String digits() {
        return JapaneseText.digits(getValue());
    }
}
