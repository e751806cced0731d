package app.tomoni.form.ui;

import app.tomoni.form.Field;
import app.tomoni.form.FieldError;
import app.tomoni.form.FormDefinition;
import app.tomoni.shared.ui.KeptInBrowser;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What this browser still has of a form, for a page that shows the answers without their fields: it is saved as on the
 * page where it was typed, and what cannot be saved without the person is named.
 */
public final class Unsent extends Div {

    private final FieldKeeper keeper;
    private final List<String> others;

    Unsent(FormDefinition definition, Desk desk, FormTools tools, Runnable changed) {
        KeptInBrowser.mark(this, desk.subject(), desk.person().value());
        var views = new LinkedHashMap<String, FieldView>();
        definition.fields().forEach(field -> views.put(field.key(), FieldView.of(field, desk, tools)));
        keeper = new FieldKeeper(this, desk, tools.words(), views, changed, field -> {});
        add(keeper);
        var labels = definition.fields().collect(Collectors.toMap(Field::key, Field::label));
        others = keeper.resume().stream()
                .filter(aside -> labels.containsKey(aside.field()))
                .map(aside -> getTranslation("form.aside.other", desk.name(aside.by()), labels.get(aside.field())))
                .toList();
    }

    /** What colleagues have typed and not decided about, a sentence each. */
    public List<String> others() {
        return others;
    }

    /** What the person has to decide or to save where it is written, before the answers are all there. */
    public List<FieldError> open() {
        return keeper.open();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        KeptInBrowser.attach(this, event.getUI());
    }

    @ClientCallable
    void restore(String path, String typed, String basedOn) {
        keeper.restore(path, typed, basedOn);
    }
}
