package app.tomoni.review.ui;

import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Facts;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;

/** The keys of the screen, and the switch for those who want none. */
class KeysDialog extends Dialog {

    KeysDialog() {
        setHeaderTitle(getTranslation("review.keys.title"));
        var keys = new Facts();
        for (var key : new String[] {"1", "j", "k", "n", "s", "enter", "help"}) {
            keys.fact(getTranslation("review.key." + key), getTranslation("review.key." + key + ".does"));
        }
        var on = new Checkbox(getTranslation("review.keys.on"), true);
        on.getElement()
                .executeJs("return localStorage.getItem($0) !== 'off'", Keys.SWITCH)
                .then(Boolean.class, on::setValue);
        on.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                on.getElement()
                        .executeJs("localStorage.setItem($0, $1)", Keys.SWITCH, change.getValue() ? "on" : "off");
            }
        });
        add(keys, on);
        getFooter().add(Buttons.primary(getTranslation("review.keys.close"), click -> close()));
    }
}
