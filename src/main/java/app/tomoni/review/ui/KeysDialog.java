package app.tomoni.review.ui;

import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Facts;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.function.Consumer;

/** The keys of the screen, and the switch for those who want none. */
class KeysDialog extends Dialog {

    KeysDialog(boolean single, Consumer<Boolean> chosen) {
        setHeaderTitle(getTranslation("review.keys.title"));
        var keys = new Facts();
        for (var key : new String[] {"1", "l", "h", "figure", "j", "k", "n", "pane1", "pane2", "s", "enter", "help"}) {
            keys.fact(getTranslation("review.key." + key), getTranslation("review.key." + key + ".does"));
        }
        var on = new Checkbox(getTranslation("review.keys.on"), single);
        on.addValueChangeListener(change -> chosen.accept(change.getValue()));
        var body = new Div(keys, on);
        body.addClassName("stack");
        add(body);
        getFooter().add(Buttons.primary(getTranslation("review.keys.close"), click -> close()));
    }
}
