package app.tomoni.shared.ui;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;

/** Buttons by weight: one primary action on a page. */
public final class Buttons {

    private Buttons() {}

    public static Button primary(String text, ComponentEventListener<ClickEvent<Button>> action) {
        var button = secondary(text, action);
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    public static Button secondary(String text, ComponentEventListener<ClickEvent<Button>> action) {
        var button = new Button(text, action);
        button.setDisableOnClick(false);
        return button;
    }

    public static Button quiet(String text, ComponentEventListener<ClickEvent<Button>> action) {
        var button = secondary(text, action);
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }
}
