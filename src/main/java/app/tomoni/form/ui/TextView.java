package app.tomoni.form.ui;

import app.tomoni.form.Field;
import app.tomoni.form.FieldError;
import app.tomoni.shared.ui.Figures;
import app.tomoni.shared.ui.KeptInBrowser;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import java.util.List;

/** A text or a number. */
final class TextView extends FieldView {

    private final TextFieldBase<?, String> input;

    TextView(Field field) {
        super(field);
        input = field.kind() == Field.Kind.LONG_TEXT ? new TextArea() : new TextField();
        if (input instanceof TextArea area) {
            area.setMinRows(field.maxLength() != null && field.maxLength() <= 200 ? 3 : 5);
            area.setManualValidation(true);
        }
        if (input instanceof TextField line) {
            line.setManualValidation(true);
            if (field.kind() == Field.Kind.NUMBER) {
                line.addClassNames("short", "amount");
                if (field.decimals() > 0) {
                    Figures.decimal(line);
                } else {
                    Figures.whole(line);
                }
                if (field.unit() != null) {
                    line.setSuffixComponent(new Span(field.unit()));
                }
            }
        }
        input.getElement().getThemeList().add("helper-above-field");
        label(input);
        if (field.hint() != null) {
            input.setHelperText(field.hint());
        }
        KeptInBrowser.typing(input, field.key());
        input.addValueChangeListener(event -> changed(field.key(), event.getValue()));
        add(input);
        if (field.kind() != Field.Kind.NUMBER) {
            add(KeptInBrowser.counter(this, field.maxLength() == null ? 0 : field.maxLength()));
        }
        finish();
    }

    @Override
    String kept() {
        return input.getValue();
    }

    @Override
    protected void fill(String kept) {
        input.setValue(kept);
    }

    @Override
    Component target() {
        return input;
    }

    @Override
    void show(List<FieldError> wrong, List<String> sentences) {
        input.setInvalid(!sentences.isEmpty());
        input.setErrorMessage(String.join("\n", sentences));
    }
}
