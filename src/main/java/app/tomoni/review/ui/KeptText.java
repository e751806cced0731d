package app.tomoni.review.ui;

import app.tomoni.shared.ui.FieldLabel;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;

/** A text of a sheet, kept while it is typed, under its label. */
class KeptText extends Div {

    private final String name;
    private final String label;
    private final TextArea area = new TextArea();
    private FieldLabel head;
    private boolean required;

    /** @param name of the field where it stands alone */
    KeptText(Keeper keeper, String field, String name, String label, String help) {
        this.name = name;
        this.label = label;
        head = new FieldLabel(label, false);
        area.setAriaLabel(name);
        area.setHelperText(help);
        addClassName("review-text");
        add(head, keeper.text(area, field, name));
    }

    TextArea area() {
        return area;
    }

    /** Whether the sheet needs it as it stands now. */
    void require(boolean wanted) {
        if (wanted == required) {
            return;
        }
        required = wanted;
        var now = new FieldLabel(label, required);
        replace(head, now);
        head = now;
        area.setAriaLabel(required ? getTranslation("review.required", name) : name);
    }
}
