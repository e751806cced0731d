package app.tomoni.decision.ui;

import app.tomoni.shared.Yen;
import java.util.Optional;

/** Where an amount of money is typed. */
class YenField extends DigitsField {

    YenField(String label) {
        super(label);
    }

    void show(Yen yen) {
        setValue(String.format("%,d", yen.amount()));
    }

    /** The amount typed; none where nothing is typed, or what cannot be read. */
    Optional<Yen> yen() {
        return number().map(Yen::new);
    }
}
