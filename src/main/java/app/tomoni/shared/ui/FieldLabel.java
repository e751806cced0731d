package app.tomoni.shared.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;

/** A field's name with 必須 or 任意 beside it. */
public class FieldLabel extends Div {

    public FieldLabel(String name, boolean required) {
        addClassName("lb");
        add(new NativeLabel(name), need(required));
    }

    /** 必須 or 任意 as a small label. */
    public static Span need(boolean required) {
        var label = new Span();
        label.setText(label.getTranslation(required ? "shared.required" : "shared.optional"));
        label.addClassName(required ? "req" : "opt");
        return label;
    }
}
