package app.tomoni.form.ui;

import app.tomoni.document.Downloads;
import app.tomoni.document.StoredFile;
import app.tomoni.form.Attachment;
import app.tomoni.form.Field;
import app.tomoni.shared.FileSize;
import app.tomoni.shared.Json;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Icon;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/** Files to hand in. */
final class FilesView extends FieldView {

    static final int MOST = 10;

    private final FormTools tools;
    private final List<Attachment> files = new ArrayList<>();
    private final UnorderedList list = new UnorderedList();
    private final Paragraph count = new Paragraph();
    private final FileIntake intake;
    private IntSupplier elsewhere = () -> 0;

    FilesView(Field field, FormTools tools) {
        super(field);
        this.tools = tools;
        var heading = "h-" + field.key();
        head(heading);
        add(audience());
        list.addClassName("files");
        list.getElement().setAttribute("aria-labelledby", heading);
        count.addClassNames("small", "mute");
        intake = new FileIntake(tools.files(), tools.person(), this::take, () -> {
            draw();
            changed();
        });
        add(list, count, intake);
        finish();
        draw();
    }

    /** The files of all fields of a form count together: those that stand in the others are counted by {@code elsewhere}. */
    void countWith(IntSupplier elsewhere) {
        this.elsewhere = elsewhere;
    }

    /** How many more files the form takes. */
    private int left() {
        return MOST - files.size() - elsewhere.getAsInt();
    }

    /** Who will open the files, as the form lays it down. */
    private Component audience() {
        return new Paragraph(
                getTranslation(field.isForReviewers() ? "form.files.for.reviewers" : "form.files.for.secretariat"));
    }

    private void take(StoredFile file) {
        if (left() <= 0) {
            throw new Refusal("form.files.too-many", file.name(), MOST);
        }
        for (var there : files) {
            if (there.sha256().equals(file.sha256())) {
                throw new Refusal("form.files.same", file.name(), there.name());
            }
        }
        files.add(new Attachment(file.id(), file.name(), file.mediaType(), file.size(), file.sha256()));
    }

    private void draw() {
        list.removeAll();
        files.forEach(file -> list.add(line(file)));
        list.setVisible(!files.isEmpty());
        count();
    }

    /** How many files there are here, and how many more there may be; also changes with the other fields. */
    void count() {
        count.setText(getTranslation("form.files.count", files.size(), MOST, Math.max(0, left())));
    }

    private Component line(Attachment file) {
        var remove = Buttons.quiet(getTranslation("shared.upload.remove"), event -> {
            files.remove(file);
            intake.clear();
            draw();
            changed();
        });
        remove.setAriaLabel(getTranslation("form.files.remove.of", file.name()));
        remove.addClassName("push");
        var line = new ListItem(Icon.FILE.small(), link(file, tools), size(this, file.size()));
        line.add(remove);
        return line;
    }

    static Component link(Attachment file, FormTools tools) {
        return link(file, tools.downloads(), tools.mayOpen());
    }

    /** @param mayOpen asked at each click */
    static Component link(Attachment file, Downloads downloads, BooleanSupplier mayOpen) {
        var link = new Anchor(downloads.handler(file.file(), mayOpen), "");
        link.add(new Text(file.name()));
        link.setRouterIgnore(true);
        return link;
    }

    static Component size(Component words, long bytes) {
        var large = new FileSize(bytes);
        var size = new Span(words.getTranslation(large.key(), large.amount()));
        size.addClassNames("small", "mute");
        return size;
    }

    @Override
    String kept() {
        if (files.isEmpty()) {
            return "";
        }
        var all = Json.array();
        files.forEach(file -> all.add(file.json()));
        return Json.write(all);
    }

    @Override
    protected void fill(String kept) {
        files.clear();
        files.addAll(app.tomoni.form.Answers.NONE.with(field, kept).attachments(field.key()));
        draw();
    }

    /** Nothing: files are never typed, and one named by a browser may be anybody's. */
    @Override
    void restore(String path, String typed) {}

    @Override
    Component target() {
        return intake.target();
    }
}
