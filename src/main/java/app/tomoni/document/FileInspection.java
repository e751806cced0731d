package app.tomoni.document;

import app.tomoni.shared.Refusal;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** Looks into a file before it is accepted: its type by content, macros, disguises. */
final class FileInspection {

    static final long LARGEST = 10L * 1024 * 1024;

    private static final Set<String> LEGACY = Set.of("doc", "xls", "ppt");
    private static final Set<String> MACRO =
            Set.of("docm", "dotm", "xlsm", "xltm", "xlam", "xlsb", "pptm", "potm", "ppsm", "ppam");
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

    private final Path file;
    private final String name;

    FileInspection(Path file, String name) {
        this.file = file;
        this.name = name;
    }

    /** @throws Refusal naming the file, the rule, and the way out */
    FileKind kind() {
        try {
            return inspect();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileKind inspect() throws IOException {
        if (Files.size(file) == 0) {
            throw new Refusal("document.file.empty", name);
        }
        if (Files.size(file) > LARGEST) {
            throw new Refusal("document.file.too-large", name, LARGEST / 1024 / 1024);
        }
        var extension = FileKind.extension(name);
        if (MACRO.contains(extension)) {
            throw macro(extension);
        }
        if (begins(OLE)) {
            throw FileKind.withExtension(extension).isPresent()
                    ? new Refusal("document.file.locked", name)
                    : legacy(extension);
        }
        var kind = byContent(extension);
        if (!kind.fits(extension)) {
            throw FileKind.withExtension(extension).isPresent()
                    ? new Refusal("document.file.disguised", name, extension, kind.extension())
                    : new Refusal("document.file.extension", name, kind.extension());
        }
        return kind;
    }

    private FileKind byContent(String extension) throws IOException {
        String type;
        try (var stream = TikaInputStream.get(file)) {
            type = TYPES.detect(stream, new Metadata()).getBaseType().toString();
        }
        if (type.equals("application/zip") || begins(new byte[] {'P', 'K', 3, 4})) {
            return office(extension);
        }
        var kind = FileKind.withMediaType(type).orElseThrow(() -> unknown(extension));
        if (kind == FileKind.PDF && !begins(new byte[] {'%', 'P', 'D', 'F', '-'})) {
            throw unknown(extension); // something else stands before the document
        }
        if (endsAsArchive()) {
            throw new Refusal("document.file.two-in-one", name);
        }
        return kind;
    }

    private FileKind office(String extension) {
        var content = new OfficeArchive(file).look();
        return switch (content) {
            case OfficeArchive.Macro ignored -> throw macro(extension);
            case OfficeArchive.Damaged ignored -> throw new Refusal("document.file.damaged", name);
            case OfficeArchive.Excessive ignored -> throw new Refusal("document.file.excessive", name);
            case OfficeArchive.Other ignored -> throw unknown(extension);
            case OfficeArchive.Document document -> document.kind();
        };
    }

    private Refusal macro(String extension) {
        var plain = switch (extension.isEmpty() ? ' ' : extension.charAt(0)) {
            case 'x' -> "xlsx";
            case 'p' -> "pptx";
            default -> "docx";
        };
        return new Refusal("document.file.macro", name, plain);
    }

    private Refusal legacy(String extension) {
        return LEGACY.contains(extension)
                ? new Refusal("document.file.legacy", name, extension + "x")
                : new Refusal("document.file.type", name);
    }

    private Refusal unknown(String extension) {
        return FileKind.withExtension(extension).isPresent()
                ? new Refusal("document.file.not-what-it-says", name, extension)
                : new Refusal("document.file.type", name);
    }

    private boolean begins(byte[] signature) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return java.util.Arrays.equals(in.readNBytes(signature.length), signature);
        }
    }

    /** Whether an archive is hung on behind, so that the file is two things at once. */
    private boolean endsAsArchive() throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            var tail = new byte[(int) Math.min(bytes.length(), 65_557)];
            bytes.seek(bytes.length() - tail.length);
            bytes.readFully(tail);
            for (var i = tail.length - 22; i >= 0; i--) {
                if (tail[i] == 'P' && tail[i + 1] == 'K' && tail[i + 2] == 5 && tail[i + 3] == 6) {
                    var comment = (tail[i + 20] & 0xFF) | (tail[i + 21] & 0xFF) << 8;
                    if (i + 22 + comment <= tail.length) {
                        return true;
                    }
                }
            }
            return false;
        }
    }
}
