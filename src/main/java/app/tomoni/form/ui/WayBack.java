package app.tomoni.form.ui;

import app.tomoni.shared.ui.Buttons;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;

/** What stands in the place of something that has been taken out of a list: that it has been, and a button that brings it back. */
final class WayBack extends Span {

    private static final int NEAR = 600;

    private final Button back;

    /** @param heard the words of the button and what it brings back, for those who do not see where it stands */
    WayBack(String sentence, String heard, Runnable action) {
        addClassName("gone");
        back = Buttons.quiet(getTranslation("form.back"), heard, event -> action.run());
        add(new Text(sentence), back);
    }

    void focus() {
        back.focus();
    }

    /** Marks a button that takes something out of a list. */
    static Button takesAway(Button button) {
        button.getElement().setAttribute("data-takes-away", true);
        return button;
    }

    /**
     * Of two clicks close to each other the second takes nothing away and brings nothing back, and neither does a key that
     * is held: what they meet has only just come there. A key that is pressed again is meant.
     */
    static void guard(Component list) {
        list.addAttachListener(event -> list.getElement().executeJs("""
                        if (this.guarded) return;
                        this.guarded = true;
                        let last = -Infinity;
                        let held = false;
                        this.addEventListener('keydown', event => held = event.repeat, true);
                        this.addEventListener('click', event => {
                          if (!event.target.closest('[data-takes-away], .gone vaadin-button')) return;
                          const byKey = event.detail === 0;
                          if (byKey ? held : event.timeStamp - last < $0) event.stopImmediatePropagation();
                          else if (!byKey) last = event.timeStamp;
                        }, true);
                        """, NEAR));
    }
}
