package app.tomoni.form.ui;

import app.tomoni.form.Answers;
import app.tomoni.form.Field;
import app.tomoni.form.Field.Option;
import app.tomoni.form.FieldError;
import app.tomoni.shared.Json;
import app.tomoni.shared.ui.FieldLabel;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Something to choose or to tick. */
final class ChoiceView extends FieldView {

    private final Component input;
    private Supplier<String> reader = () -> "";
    private Consumer<String> writer = kept -> {};

    ChoiceView(Field field) {
        super(field);
        input = switch (field.kind()) {
            case CHECKBOX -> checkbox();
            case CHECKLIST -> checklist();
            case RADIO -> radio();
            default -> select();
        };
        if (field.kind() != Field.Kind.CHECKBOX) {
            label(input);
            input.getElement().getThemeList().add("helper-above-field");
        }
        var hint = field.hint();
        if (hint != null) {
            input.getElement().setProperty("helperText", hint);
        }
        add(input);
        finish();
    }

    private Component checkbox() {
        var box = new Checkbox();
        box.setManualValidation(true);
        var words = new Span(new Span(field.label()), FieldLabel.need(field.required()));
        words.addClassName("lb");
        box.setLabelComponent(words);
        reader = () -> Boolean.toString(box.getValue());
        writer = kept -> box.setValue(kept.equals("true"));
        return noting(box);
    }

    private Component checklist() {
        var group = new CheckboxGroup<Option>();
        group.setManualValidation(true);
        group.getElement().getThemeList().add("vertical");
        group.setItems(field.options());
        group.setItemLabelGenerator(Option::label);
        reader = () -> {
            var values = Json.array();
            field.options().stream().filter(group.getValue()::contains).forEach(option -> values.add(option.value()));
            return Json.write(values);
        };
        writer = kept -> {
            var chosen = Answers.NONE.with(field, kept).chosen(field.key());
            Set<Option> options = new LinkedHashSet<>(field.options().stream()
                    .filter(option -> chosen.contains(option.value()))
                    .toList());
            group.setValue(options);
        };
        return noting(group);
    }

    private Component radio() {
        var group = new RadioButtonGroup<Option>();
        group.setManualValidation(true);
        group.getElement().getThemeList().add("vertical");
        group.setItems(field.options());
        group.setItemLabelGenerator(Option::label);
        reader = () -> group.getValue() == null ? "" : group.getValue().value();
        writer = kept -> group.setValue(option(kept));
        return noting(group);
    }

    private Component select() {
        var select = new Select<Option>();
        select.setManualValidation(true);
        select.setItems(field.options());
        select.setItemLabelGenerator(Option::label);
        reader = () -> select.getValue() == null ? "" : select.getValue().value();
        writer = kept -> select.setValue(option(kept));
        return noting(select);
    }

    @SuppressWarnings("NullAway") // an empty choice is null for Vaadin
    private Option option(String kept) {
        return field.options().stream()
                .filter(option -> option.value().equals(kept))
                .findFirst()
                .orElse(null);
    }

    private <C extends AbstractField<C, V>, V> C noting(C choice) {
        choice.addValueChangeListener(event -> changed());
        return choice;
    }

    @Override
    String kept() {
        return reader.get();
    }

    @Override
    protected void fill(String kept) {
        writer.accept(kept);
    }

    @Override
    Component target() {
        return input;
    }

    @Override
    void show(List<FieldError> wrong, List<String> sentences) {
        if (input instanceof HasValidationProperties choice) {
            choice.setInvalid(!sentences.isEmpty());
            choice.setErrorMessage(String.join("\n", sentences));
        }
    }
}
