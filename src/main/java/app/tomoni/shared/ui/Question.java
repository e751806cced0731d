package app.tomoni.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;

/**
 * Asks before something is done that a slip of the hand should not do. The second click of a double click asks nothing
 * more, and answers nothing.
 */
public class Question extends Dialog {

    /** @param what will happen, and whether it can be undone */
    public Question(String title, Component what, String no, String yes, Runnable action) {
        super(title);
        add(what);
        getFooter().add(Buttons.secondary(no, click -> close()), Buttons.primary(yes, Buttons.once(() -> {
            close();
            action.run();
        })));
        addOpenedChangeListener(event -> {
            if (!event.isOpened()) {
                gone();
            }
        });
        addDetachListener(event -> gone());
    }

    @Override
    public void open() {
        var page = UI.getCurrentOrThrow();
        if (ComponentUtil.getData(page, Question.class) == null) {
            ComponentUtil.setData(page, Question.class, this);
            super.open();
        }
    }

    private void gone() {
        var page = UI.getCurrent();
        if (page != null && ComponentUtil.getData(page, Question.class) == this) {
            ComponentUtil.setData(page, Question.class, null);
        }
    }
}
