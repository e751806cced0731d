package app.tomoni.shared.ui;

import app.tomoni.shared.JapaneseDates;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.provider.DataView;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A field as the browser keeps it: what is typed, the day, or what is chosen in the words that stand there, a line each.
 * By its words a choice is found again in a list that has changed; by its place another might be taken for it.
 */
public final class KeptField {

    private final Component component;
    private final Supplier<String> shown;
    private final Consumer<String> show;

    private <F extends Component & HasLabel & HasValidationProperties & HasValue<?, ?>> KeptField(
            F component, Supplier<String> shown, Consumer<String> show) {
        this.component = component;
        this.shown = shown;
        this.show = show;
    }

    public static KeptField of(TextFieldBase<?, String> field) {
        return new KeptField(field, field::getValue, field::setValue);
    }

    public static KeptField of(DatePicker day) {
        return new KeptField(
                day,
                () -> Objects.toString(day.getValue(), ""),
                typed -> day.setValue(JapaneseDates.read(typed, LocalDate.now(JapaneseDates.ZONE))
                        .orElse(null)));
    }

    public static <T> KeptField of(Select<T> list) {
        return one(list, list.getListDataView(), item -> name(list.getItemLabelGenerator(), item));
    }

    public static <T> KeptField of(RadioButtonGroup<T> list) {
        return one(list, list.getListDataView(), item -> name(list.getItemLabelGenerator(), item));
    }

    private static <T, F extends Component & HasLabel & HasValidationProperties & HasValue<?, T>> KeptField one(
            F list, DataView<T> items, Function<T, String> name) {
        return new KeptField(list, () -> list.isEmpty() ? "" : name.apply(list.getValue()), words -> {
            if (words.isEmpty()) {
                list.clear();
            }
            found(items, name, words).forEach(list::setValue);
        });
    }

    public static <T> KeptField of(CheckboxGroup<T> list) {
        Function<T, String> name = item -> name(list.getItemLabelGenerator(), item);
        var items = list.getListDataView();
        return new KeptField(
                list,
                () -> items.getItems()
                        .filter(list.getValue()::contains)
                        .map(name)
                        .collect(Collectors.joining("\n")),
                words -> list.setValue(found(items, name, words)));
    }

    public static KeptField of(Checkbox box) {
        return new KeptField(
                box,
                () -> box.getValue() ? box.getLabel().strip() : "",
                words -> box.setValue(words.equals(box.getLabel().strip())));
    }

    private static <T> String name(@Nullable ItemLabelGenerator<T> generator, T item) {
        return (generator == null ? item.toString() : generator.apply(item)).strip();
    }

    /** What goes by these words, and by these words alone: of two of one name nobody knows which was meant. */
    private static <T> Set<T> found(DataView<T> items, Function<T, String> name, String words) {
        var named = items.getItems().collect(Collectors.groupingBy(name));
        return words.lines()
                .map(word -> named.getOrDefault(word, List.of()))
                .filter(same -> same.size() == 1)
                .map(List::getFirst)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public Component component() {
        return component;
    }

    public String label() {
        return ((HasLabel) component).getLabel();
    }

    public boolean isTyped() {
        return component instanceof TextFieldBase<?, ?>;
    }

    public String shown() {
        return shown.get();
    }

    /** @return whether the field shows it now; what a list does not hold any more it cannot show */
    public boolean show(String text) {
        show.accept(text);
        return shown().equals(text);
    }

    /** Says at the field why it is not taken, or with no sentence that it is. */
    public void refuse(String sentence) {
        var field = (HasValidationProperties) component;
        field.setErrorMessage(sentence);
        field.setInvalid(!sentence.isEmpty());
    }

    public void onChange(Runnable listener) {
        ((HasValue<?, ?>) component).addValueChangeListener(event -> listener.run());
    }
}
