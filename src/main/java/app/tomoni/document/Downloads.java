package app.tomoni.document;

import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * The only way a file leaves: as a download, never shown by the browser, and only after the caller has said that this
 * person may have it. A file that is forbidden and one that does not exist look the same.
 */
@Component
public class Downloads {

    private final Files files;

    Downloads(Files files) {
        this.files = files;
    }

    /** The answer of a web endpoint. */
    public ResponseEntity<Resource> send(FileId id, BooleanSupplier allowed) {
        var file = files.find(id);
        if (file.isEmpty() || !allowed.getAsBoolean()) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, file.get().mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        FileNames.attachment(file.get().name()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .contentLength(file.get().size())
                .body(new InputStreamResource(files.open(id)));
    }

    /** For a link in a screen; asked again at every click. */
    public DownloadHandler handler(FileId id, BooleanSupplier allowed) {
        return handler(id, allowed, () -> {});
    }

    /**
     * The same for a file whose arrival matters.
     *
     * @param sent once the file has gone out
     */
    public DownloadHandler handler(FileId id, BooleanSupplier allowed, Runnable sent) {
        return event -> {
            var response = event.getResponse();
            var file = files.find(id);
            if (file.isEmpty() || !allowed.getAsBoolean()) {
                response.setStatus(404);
                return;
            }
            send(file.get(), response, event.getOutputStream());
            sent.run();
        };
    }

    /**
     * For a link to what is made at every click and kept nowhere.
     *
     * @param made none for whoever may not have it
     */
    public static DownloadHandler made(String name, String mediaType, Supplier<Optional<byte[]>> made) {
        return event -> {
            var response = event.getResponse();
            var bytes = made.get().orElse(null);
            if (bytes == null) {
                response.setStatus(404);
                return;
            }
            head(response, name, mediaType, bytes.length);
            event.getOutputStream().write(bytes);
        };
    }

    private void send(StoredFile file, VaadinResponse response, OutputStream out) throws IOException {
        head(response, file.name(), file.mediaType(), file.size());
        try (var in = files.open(file.id())) {
            in.transferTo(out);
        }
    }

    private static void head(VaadinResponse response, String name, String mediaType, long size) {
        response.setContentType(mediaType);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, FileNames.attachment(name));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(size));
    }
}
