package app.tomoni.form.ui;

import app.tomoni.document.Downloads;
import app.tomoni.document.StoredFile;
import app.tomoni.form.Attachment;
import app.tomoni.form.Field;
import app.tomoni.shared.Json;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Icon;
import app.tomoni.shared.ui.UploadWords;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/** Files to hand in. */
final class FilesView extends FieldView {

    static final int MOST = 10;
    private static final int LARGEST = 10 * 1024 * 1024;

    private final FormTools tools;
    private final List<Attachment> files = new ArrayList<>();
    private final UnorderedList list = new UnorderedList();
    private final Div refusals = new Div();
    private final Paragraph count = new Paragraph();
    private final Upload upload;
    /** Uploads run beside the screen; what became of them waits here until it is the screen's turn. */
    private final Queue<StoredFile> arrived = new ConcurrentLinkedQueue<>();

    private final Queue<Refusal> refused = new ConcurrentLinkedQueue<>();
    private IntSupplier elsewhere = () -> 0;

    FilesView(Field field, FormTools tools) {
        super(field);
        this.tools = tools;
        var heading = "h-" + field.key();
        head(heading);
        add(audience());
        list.addClassName("files");
        list.getElement().setAttribute("aria-labelledby", heading);
        refusals.getElement().setAttribute("role", "alert");
        refusals.addClassName("stack-s");
        count.addClassNames("small", "mute");
        upload = new Upload(this::receive);
        upload.setI18n(UploadWords.of(this, getTranslation("form.files.error.size")));
        upload.setMaxFileSize(LARGEST);
        var choose = Buttons.secondary(getTranslation("shared.upload.choose"), event -> {});
        choose.setIcon(Icon.FILE.small());
        upload.setUploadButton(choose);
        upload.addAllFinishedListener(event -> take());
        upload.addFailedListener(event -> take());
        upload.addFileRejectedListener(event -> {
            refuse(getTranslation("document.file.too-large", event.getFileName(), LARGEST / 1024 / 1024));
        });
        add(list, count, refusals, upload);
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

    /** In a request of its own; the person is known from when the screen was opened. */
    private void receive(UploadEvent event) throws IOException {
        try (var bytes = event.getInputStream()) {
            arrived.add(tools.files().store(event.getFileName(), bytes, tools.person()));
        } catch (Refusal refusal) {
            refused.add(refusal);
        }
    }

    /** Brings what has arrived onto the screen. */
    void take() {
        refusals.removeAll();
        for (var refusal = refused.poll(); refusal != null; refusal = refused.poll()) {
            refuse(getTranslation(refusal.messageKey(), refusal.arguments(getLocale())));
        }
        var before = files.size();
        for (var file = arrived.poll(); file != null; file = arrived.poll()) {
            if (left() <= 0) {
                refuse(getTranslation("form.files.too-many", file.name(), MOST));
                continue;
            }
            files.add(new Attachment(file.id(), file.name(), file.mediaType(), file.size(), file.sha256()));
        }
        upload.clearFileList();
        draw();
        if (files.size() != before) {
            changed();
        }
    }

    private void refuse(String sentence) {
        refusals.add(problem(sentence));
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
            refusals.removeAll();
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
        var size = new Span(
                bytes < 1024 * 1024
                        ? words.getTranslation("form.files.kb", Math.max(1, bytes / 1024))
                        : words.getTranslation("form.files.mb", bytes / 1024.0 / 1024.0));
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
        return upload.getUploadButton();
    }
}
