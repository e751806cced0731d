package app.tomoni.shared.ui;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;

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

    /** @param heard the text, and of whom or what, for those who do not see what the button stands beside */
    public static Button secondary(String text, String heard, ComponentEventListener<ClickEvent<Button>> action) {
        var button = secondary(text, action);
        button.setAriaLabel(heard);
        return button;
    }

    public static Button quiet(String text, ComponentEventListener<ClickEvent<Button>> action) {
        var button = secondary(text, action);
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    /** @param heard the text, and of whom or what, for those who do not see what the button stands beside */
    public static Button quiet(String text, String heard, ComponentEventListener<ClickEvent<Button>> action) {
        var button = quiet(text, action);
        button.setAriaLabel(heard);
        return button;
    }

    /** For what takes its fields away: the second click of a double click does not mean the empty ones. */
    public static ComponentEventListener<ClickEvent<Button>> once(Runnable action) {
        return event -> {
            if (event.getClickCount() <= 1) {
                action.run();
            }
        };
    }

    /** Leads to a page that the server writes by itself, outside the screens. */
    public static Anchor page(String path, String text) {
        var link = new Anchor(path, text);
        link.addClassName("btn");
        link.setRouterIgnore(true);
        return link;
    }
}
