package app.tomoni.form.ui;

import app.tomoni.form.Field;
import app.tomoni.form.Section;
import app.tomoni.shared.ui.Icon;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Predicate;

/** Beside the form: hints for the section in view, and what the caller adds below them. */
final class Guide extends Aside {

    private final Div hints = new Div();
    private final Component box;

    Guide() {
        addClassName("guide");
        getElement().setAttribute("aria-label", getTranslation("form.guide"));
        hints.addClassName("stack-s");
        var title = new H3();
        title.add(Icon.INFO.create(), new Text(getTranslation("form.guide")));
        box = new com.vaadin.flow.component.html.Section(title, hints);
        add(box);
    }

    /** @param written whether a field of the section is written here, and not only read */
    void draw(Section section, Predicate<Field> written) {
        hints.removeAll();
        var general = section.hint();
        if (general != null) {
            hints.add(new Paragraph(general));
        }
        section.fields().filter(written).forEach(field -> {
            var hint = field.properties().get("tomoni:hint");
            if (hint != null) {
                var words = new Paragraph(hint);
                words.addClassName("small");
                hints.add(new H4(field.label()), words);
            }
        });
        box.setVisible(hints.getComponentCount() > 0);
        setVisible(getChildren().anyMatch(Component::isVisible));
    }
}
