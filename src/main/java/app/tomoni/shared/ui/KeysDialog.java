package app.tomoni.shared.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.List;
import java.util.function.Consumer;

/** The keys of a screen and of all screens, and the switch for those who want no single ones. */
public class KeysDialog extends Dialog {

    /**
     * @param screen what acts on this screen only
     * @param single whether single keys act for the reader
     * @param chosen is told when the reader wants it otherwise
     */
    public KeysDialog(
            List<ScreenKeys.Key> screen, List<ScreenKeys.Key> everywhere, boolean single, Consumer<Boolean> chosen) {
        setHeaderTitle(getTranslation("shared.keys.title"));
        var body = new Div();
        body.addClassName("stack");
        if (!screen.isEmpty()) {
            body.add(new H3(getTranslation("shared.keys.screen")), list(screen));
        }
        body.add(new H3(getTranslation("shared.keys.everywhere")), list(everywhere));
        var on = new Checkbox(getTranslation("shared.keys.on"), single);
        on.setHelperText(getTranslation("shared.keys.on.what"));
        on.addValueChangeListener(change -> chosen.accept(change.getValue()));
        body.add(on);
        add(body);
        getFooter().add(Buttons.primary(getTranslation("shared.keys.close"), click -> close()));
    }

    private static Facts list(List<ScreenKeys.Key> keys) {
        var list = new Facts();
        keys.forEach(key -> list.fact(key.name(), key.does()));
        return list;
    }
}
