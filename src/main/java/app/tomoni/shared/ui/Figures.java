package app.tomoni.shared.ui;

import com.vaadin.flow.component.textfield.TextField;

/**
 * Fields in which a number is typed: a phone shows its digits instead of its letters.
 *
 * <p>The wish is the inner input's, which the browser makes; on the field around it no browser heeds it.
 */
public final class Figures {

    private Figures() {}

    /** For whole numbers and for money. */
    public static <F extends TextField> F whole(F field) {
        return typed(field, "numeric");
    }

    /** For numbers that may have decimals. */
    public static <F extends TextField> F decimal(F field) {
        return typed(field, "decimal");
    }

    private static <F extends TextField> F typed(F field, String mode) {
        field.addAttachListener(event -> field.getElement().executeJs("""
                Promise.resolve(this.updateComplete).then(() =>
                  (this.inputElement || this.querySelector('input'))?.setAttribute('inputmode', $0));""", mode));
        return field;
    }
}
