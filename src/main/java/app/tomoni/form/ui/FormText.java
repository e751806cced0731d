package app.tomoni.form.ui;

import app.tomoni.form.Attachment;
import app.tomoni.form.FormReading;
import app.tomoni.form.FormReading.Entry;
import app.tomoni.form.FormReading.FilesEntry;
import app.tomoni.form.FormReading.TableEntry;
import app.tomoni.form.FormReading.TextEntry;
import app.tomoni.shared.ui.PlainTable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.function.Function;

/** Answers as text, to be read and never changed: a submitted revision, a check before submission, a public part. */
@StyleSheet("context://tomoni/form.css")
public class FormText extends Div {

    /** @param link makes the link of a file, or a plain name for those who may not have it */
    public FormText(FormReading reading, Function<Attachment, Component> link) {
        addClassName("reading");
        reading.parts().forEach(part -> {
            var section = new Section();
            section.setId("read-" + part.key());
            section.addClassName("stack");
            if (!part.title().isBlank()) {
                section.add(new H2(part.title()));
            }
            section.add(entries(part.entries(), link));
            add(section);
        });
    }

    /** Where several stand on one page no place of them can be pointed at: each name on a page is one place's. */
    public FormText withoutAnchors() {
        unname(getElement());
        return this;
    }

    private static void unname(Element part) {
        part.removeAttribute("id");
        part.getChildren().forEach(FormText::unname);
    }

    static Component entries(List<Entry> entries, Function<Attachment, Component> link) {
        var list = new DescriptionList();
        entries.forEach(entry -> {
            var name = new DescriptionList.Term(entry.label());
            name.setId("read-" + entry.key() + "-" + Math.abs(entry.label().hashCode()));
            list.add(name, value(entry, link));
        });
        return list;
    }

    private static DescriptionList.Description value(Entry entry, Function<Attachment, Component> link) {
        return switch (entry) {
            case TextEntry text -> {
                var value = new DescriptionList.Description(text.text());
                if (text.empty()) {
                    value.addClassName("mute");
                }
                yield value;
            }
            case TableEntry table -> {
                var drawn = new PlainTable(table.label(), table.headers(), table.numeric());
                table.rows().forEach(row -> drawn.row(row.toArray(String[]::new)));
                yield wide(drawn.underHeading());
            }
            case FilesEntry files -> {
                var list = new UnorderedList();
                list.addClassName("files");
                files.files()
                        .forEach(file -> list.add(new ListItem(link.apply(file), FilesView.size(list, file.size()))));
                yield wide(list);
            }
        };
    }

    private static DescriptionList.Description wide(Component content) {
        var value = new DescriptionList.Description(content);
        value.addClassName("wide");
        return value;
    }

    /** The name of a file for those who may not open it. */
    public static Component nameOnly(Attachment file) {
        return new Span(file.name());
    }
}
