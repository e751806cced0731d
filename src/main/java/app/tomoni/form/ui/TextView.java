package app.tomoni.form.ui;

import app.tomoni.form.Field;
import app.tomoni.form.FieldError;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;

/** A text or a number. */
final class TextView extends FieldView {

    /** How long after the last keystroke a text is sent. */
    static final int PAUSE = 1_000;

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
                line.getElement().setAttribute("inputmode", "numeric");
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
        typing(input, field.key());
        input.addValueChangeListener(event -> changed(field.key(), event.getValue()));
        input.addFocusListener(event -> focused(true));
        input.addBlurListener(event -> focused(false));
        add(input);
        if (field.kind() != Field.Kind.NUMBER) {
            add(counter(this, field.maxLength() == null ? 0 : field.maxLength()));
        }
        finish();
    }

    /** Sends a pause after the last keystroke and on leaving, and lets the browser keep what is not sent yet. */
    static void typing(TextFieldBase<?, String> input, String path) {
        input.setValueChangeMode(ValueChangeMode.LAZY);
        input.setValueChangeTimeout(PAUSE);
        input.addBlurListener(event -> {}); // a listener of its own makes the browser send at once
        keep(input, path);
    }

    /** How many characters; written by the browser while typing. */
    static Component counter(Component words, int most) {
        var limit = new Span(most == 0 ? "" : words.getTranslation("form.count.limit", most));
        var now = new Span();
        now.addClassName("tm-count");
        now.getElement().setAttribute("data-max", Integer.toString(most));
        for (var state : List.of("plain", "left", "over")) {
            now.getElement().setAttribute("data-" + state, words.getTranslation("form.count." + state));
        }
        var line = new Paragraph(limit, now);
        line.addClassName("count");
        return line;
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
