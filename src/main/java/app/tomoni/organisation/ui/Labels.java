package app.tomoni.organisation.ui;

import app.tomoni.shared.ui.FieldLabel;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeLabel;

/** Puts a name with its 必須 or 任意 above a field. */
final class Labels {

    private Labels() {}

    static <C extends Component> C put(C field, String name, boolean required) {
        var label = new NativeLabel(name);
        label.getElement().setAttribute("slot", "label");
        label.addClassName("lb");
        label.add(FieldLabel.need(required));
        field.getElement().appendChild(label.getElement());
        return field;
    }
}
