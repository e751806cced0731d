package app.tomoni.document;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What may be handed in. */
enum FileKind {
    PDF("application/pdf", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    PNG("image/png", "png");

    private final String mediaType;
    private final List<String> extensions;

    FileKind(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    String mediaType() {
        return mediaType;
    }

    /** How its name should end. */
    String extension() {
        return extensions.getFirst();
    }

    boolean fits(String extension) {
        return extensions.contains(extension);
    }

    static Optional<FileKind> withExtension(String extension) {
        return List.of(values()).stream().filter(kind -> kind.fits(extension)).findFirst();
    }

    static Optional<FileKind> withMediaType(String mediaType) {
        return List.of(values()).stream()
                .filter(kind -> kind.mediaType.equals(mediaType))
                .findFirst();
    }

    /** What stands behind the last dot, in small letters; empty when there is none. */
    static String extension(String name) {
        var dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
