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
import app.tomoni.shared.ui.Spoken;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/** Files to hand in. */
final class FilesView extends FieldView {

    static final int MOST = 10;

    private final FormTools tools;
    /** As they stand on the screen, with those that were taken out. */
    private final List<Attachment> all = new ArrayList<>();

    private final Set<Attachment> gone = new HashSet<>();
    private final Spoken spoken = new Spoken();
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
        WayBack.guard(list);
        add(list, spoken, count, intake);
        finish();
        draw();
    }

    /** The files of all fields of a form count together: those that stand in the others are counted by {@code elsewhere}. */
    void countWith(IntSupplier elsewhere) {
        this.elsewhere = elsewhere;
    }

    /** Those that have not been taken out. */
    private List<Attachment> files() {
        return all.stream().filter(file -> !gone.contains(file)).toList();
    }

    /** How many more files the form takes. */
    private int left() {
        return MOST - files().size() - elsewhere.getAsInt();
    }

    /** Who will open the files, as the form lays it down. */
    private Component audience() {
        return new Paragraph(
                getTranslation(field.isForReviewers() ? "form.files.for.reviewers" : "form.files.for.secretariat"));
    }

    private void take(StoredFile file) {
        var taken = new Attachment(file.id(), file.name(), file.mediaType(), file.size(), file.sha256());
        demandRoom(taken);
        if (all.removeIf(old -> isSame(old, taken))) { // taken out before, which is not to be heard now
            spoken.say("");
        }
        all.add(taken);
    }

    private void demandRoom(Attachment file) {
        if (left() <= 0) {
            throw new Refusal("form.files.too-many", file.name(), MOST);
        }
        for (var there : files()) {
            if (isSame(there, file)) {
                throw new Refusal("form.files.same", file.name(), there.name());
            }
        }
    }

    private static boolean isSame(Attachment one, Attachment other) {
        return one.sha256().equals(other.sha256());
    }

    private void draw() {
        gone.retainAll(all);
        list.removeAll();
        all.forEach(file -> list.add(gone.contains(file) ? wayBack(file) : line(file)));
        list.setVisible(!all.isEmpty());
        count();
    }

    /** How many files there are here, and how many more there may be; also changes with the other fields. */
    void count() {
        count.setText(getTranslation("form.files.count", files().size(), MOST, Math.max(0, left())));
    }

    private Component line(Attachment file) {
        var remove = WayBack.takesAway(Buttons.quiet(getTranslation("shared.upload.remove"), event -> takeOut(file)));
        remove.setAriaLabel(getTranslation("form.files.remove.of", file.name()));
        remove.addClassName("push");
        var line = new ListItem(Icon.FILE.small(), link(file, tools), size(this, file.size()));
        line.add(remove);
        return line;
    }

    private void takeOut(Attachment file) {
        gone.add(file);
        intake.clear();
        draw();
        spoken.say(getTranslation("form.files.gone", file.name()));
        if (list.getComponentAt(all.indexOf(file)).getChildren().findFirst().orElseThrow() instanceof WayBack here) {
            here.focus();
        }
        changed();
    }

    private Component wayBack(Attachment file) {
        return new ListItem(new WayBack(
                getTranslation("form.files.gone", file.name()),
                getTranslation("form.files.back.of", file.name()),
                () -> bringBack(file)));
    }

    private void bringBack(Attachment file) {
        intake.clear();
        try {
            demandRoom(file);
        } catch (Refusal refusal) {
            intake.refuse(refusal);
            return;
        }
        gone.remove(file);
        draw();
        spoken.say(getTranslation("form.files.back.done", file.name()));
        if (list.getComponentAt(all.indexOf(file)).getChildren().toList().getLast() instanceof Button remove) {
            remove.focus();
        }
        changed();
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
        var files = files();
        if (files.isEmpty()) {
            return "";
        }
        var kept = Json.array();
        files.forEach(file -> kept.add(file.json()));
        return Json.write(kept);
    }

    @Override
    protected void fill(String kept) {
        var before = List.copyOf(all);
        var files = app.tomoni.form.Answers.NONE.with(field, kept).attachments(field.key());
        all.clear();
        all.addAll(files);
        gone.removeIf(old -> files.stream().anyMatch(file -> isSame(file, old))); // somebody's text holds it again
        for (var i = 0; i < before.size(); i++) {
            var old = before.get(i);
            if (gone.contains(old) && files.stream().noneMatch(file -> isSame(file, old))) {
                all.add(Math.min(i, all.size()), old);
            }
        }
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
