package app.tomoni.form.ui;

import app.tomoni.account.PersonId;
import app.tomoni.document.Files;
import app.tomoni.document.StoredFile;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Icon;
import app.tomoni.shared.ui.UploadWords;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Where files are handed in, chosen or dropped; what is refused is told here, with the way out. */
@StyleSheet("context://tomoni/form.css")
public final class FileIntake extends Div {

    private static final int LARGEST = 10 * 1024 * 1024;

    private final Files files;
    private final PersonId person;
    private final Consumer<StoredFile> take;
    private final Runnable taken;
    private final Div refusals = new Div();
    private final Upload upload = new Upload(this::receive);
    /** Uploads run beside the screen; what became of them waits here until it is the screen's turn. */
    private final Queue<StoredFile> arrived = new ConcurrentLinkedQueue<>();

    private final Queue<Refusal> refused = new ConcurrentLinkedQueue<>();
    /** What the browser did not even send; others that were chosen with it are still on their way. */
    private final Set<String> tooLarge = new LinkedHashSet<>();

    /**
     * @param person who hands them in
     * @param take takes one in, unless it refuses
     * @param taken runs after any has been taken in
     */
    public FileIntake(Files files, PersonId person, Consumer<StoredFile> take, Runnable taken) {
        this.files = files;
        this.person = person;
        this.take = take;
        this.taken = taken;
        refusals.getElement().setAttribute("role", "alert");
        refusals.addClassName("stack-s");
        upload.setI18n(UploadWords.of(this, getTranslation("form.files.error.size")));
        upload.setMaxFileSize(LARGEST);
        var choose = Buttons.secondary(getTranslation("shared.upload.choose"), event -> {});
        choose.setIcon(Icon.FILE.small());
        upload.setUploadButton(choose);
        upload.addAllFinishedListener(event -> take());
        upload.addFailedListener(event -> take());
        upload.addFileRejectedListener(event -> {
            tooLarge.add(event.getFileName());
            refuse(tooLarge(event.getFileName()));
        });
        add(refusals, upload);
    }

    /** Where the cursor goes when somebody is led here. */
    Component target() {
        return upload.getUploadButton();
    }

    /** Forgets what was refused, once something else has been done. */
    public void clear() {
        refusals.removeAll();
        tooLarge.clear();
    }

    /** In a request of its own; the person is known from when the screen was opened. */
    private void receive(UploadEvent event) throws IOException {
        try (var bytes = event.getInputStream()) {
            arrived.add(files.store(event.getFileName(), bytes, person));
        } catch (Refusal refusal) {
            refused.add(refusal);
        }
    }

    private static Refusal tooLarge(String name) {
        return new Refusal("document.file.too-large", name, LARGEST / 1024 / 1024);
    }

    /** Brings what has arrived onto the screen. */
    private void take() {
        refusals.removeAll();
        arrived.forEach(file -> tooLarge.remove(file.name()));
        tooLarge.forEach(name -> refuse(tooLarge(name)));
        tooLarge.clear();
        for (var refusal = refused.poll(); refusal != null; refusal = refused.poll()) {
            refuse(refusal);
        }
        var any = false;
        for (var file = arrived.poll(); file != null; file = arrived.poll()) {
            try {
                take.accept(file);
                any = true;
            } catch (Refusal refusal) {
                refuse(refusal);
            }
        }
        upload.clearFileList();
        if (any) {
            taken.run();
        }
    }

    /** Says why something was not done. */
    public void refuse(Refusal refusal) {
        refusals.add(FieldView.problem(getTranslation(refusal.messageKey(), refusal.arguments(getLocale()))));
    }
}
