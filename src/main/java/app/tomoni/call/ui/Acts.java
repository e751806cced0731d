package app.tomoni.call.ui;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.form.ui.KeptForm;
import app.tomoni.shared.Refusal;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextFieldBase;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * What can be done on a call's page. What is typed for an act stays in the browser until the act is done, also while the
 * page is drawn anew for another one.
 */
final class Acts {

    private final KeptForm form;
    private final BiConsumer<Runnable, String> page;
    private final Map<String, TextFieldBase<?, String>> fields = new HashMap<>();

    /** @param page does something, draws the page anew, and says on it that it is done */
    Acts(CallId call, PersonId person, BiConsumer<Runnable, String> page) {
        this.form = new KeptForm("call-acts:" + call, person, this::restored);
        this.page = page;
        form.addClassName("stack-5");
    }

    /** What all acts stand in, empty for the page to be drawn. */
    KeptForm anew() {
        form.removeAll();
        fields.clear();
        return form;
    }

    /** The browser keeps under its id what is typed into the field. */
    <F extends TextFieldBase<?, String>> F keep(F field) {
        var path = field.getId().orElseThrow();
        fields.put(path, field);
        form.keep(field, path);
        return field;
    }

    /** The field with the number of characters below. */
    Component counted(TextArea field, int most) {
        return new Div(field, form.counter(most));
    }

    /**
     * Does it and shows the page anew.
     *
     * @param said the fields whose texts nobody needs any more once it is done
     * @throws Refusal when the domain says no; the page and all that was typed stay then
     */
    void run(Collection<? extends TextFieldBase<?, String>> said, Runnable action, String done) {
        page.accept(
                () -> {
                    action.run();
                    said.forEach(field -> form.forget(field.getId().orElseThrow()));
                },
                done);
    }

    /** What the browser still had; of an act that is there no more, nobody needs it. */
    private void restored(String path, String typed, String basedOn) {
        var field = fields.get(path);
        if (field == null) {
            form.forget(path);
        } else {
            field.setValue(typed);
        }
    }
}
