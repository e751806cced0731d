package app.tomoni.shared.ui;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;

/** A field's name with 必須 or 任意 beside it. */
public class FieldLabel extends Div {

    public FieldLabel(String name, boolean required) {
        addClassName("lb");
        add(new NativeLabel(name), need(required));
    }

    /** Puts the name into the field itself, which screen readers say with it. */
    public static <F extends HasElement> F on(F field, String name, boolean required) {
        var label = new NativeLabel();
        label.getElement().setAttribute("slot", "label");
        label.addClassName("lb");
        label.add(new Span(name), need(required));
        field.getElement().appendChild(label.getElement());
        return field;
    }

    /** 必須 or 任意 as a small label. */
    public static Span need(boolean required) {
        var label = new Span();
        label.setText(label.getTranslation(required ? "shared.required" : "shared.optional"));
        label.addClassName(required ? "req" : "opt");
        return label;
    }
}
