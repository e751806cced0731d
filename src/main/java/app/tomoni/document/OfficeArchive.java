package app.tomoni.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** Walks through an OOXML package within bounds: what it is, and whether something in it runs. */
final class OfficeArchive {

    /** What the walk found. */
    sealed interface Content {}

    record Document(FileKind kind) implements Content {}

    record Macro() implements Content {}

    record Damaged() implements Content {}

    record Excessive() implements Content {}

    /** An archive, but not one of the documents that may be handed in. */
    record Other() implements Content {}

    private static final int MOST_ENTRIES = 3_000;
    private static final long MOST_BYTES = 200L * 1024 * 1024;
    private static final long HARMLESS = 1024 * 1024;
    private static final long HIGHEST_RATIO = 200;
    private static final int LARGEST_LIST = 1024 * 1024;
    private static final int DEEPEST = 2;

    private static final String LIST = "[content_types].xml";
    private static final Map<String, FileKind> MAIN = Map.of(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", FileKind.DOCX,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", FileKind.XLSX,
            "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", FileKind.PPTX);
    private static final List<String> RUNNING_TYPES =
            List.of("macroenabled", "vbaproject", "vbadata", "intlmacrosheet", "ms-excel.macrosheet", "activex");
    private static final Pattern RUNNING_NAME = Pattern.compile(
            ".*(vbaproject[^/]*\\.bin|vbadata\\.xml|/macrosheets/.*|/activex/.*|\\.(docm|dotm|xlsm|xltm|xlam|xlsb|pptm|potm|ppsm|ppam|exe|js|vbs|bat|cmd|ps1|scr|lnk|jar))");
    private static final Pattern NESTED = Pattern.compile(".*\\.(docx|xlsx|pptx|zip)");

    private final Path file;
    private long length = 1;
    private long inflated;
    private int entries;

    OfficeArchive(Path file) {
        this.file = file;
    }

    Content look() {
        try (var zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            length = Math.max(1, java.nio.file.Files.size(file));
            if (zip.size() > MOST_ENTRIES) {
                return new Excessive();
            }
            Content document = new Other();
            for (var entry : java.util.Collections.list(zip.entries())) {
                var name = entry.getName().toLowerCase(Locale.ROOT).replace('\\', '/');
                if (name.startsWith("/") || name.contains("../")) {
                    return new Damaged();
                }
                try (var in = zip.getInputStream(entry)) {
                    if (name.equals(LIST)) {
                        var listed = listed(in.readNBytes(LARGEST_LIST + 1));
                        if (!(listed instanceof Document)) {
                            return listed;
                        }
                        document = listed;
                    } else {
                        count(name, in, Math.max(entry.getCompressedSize(), 1), 1);
                    }
                }
            }
            return document;
        } catch (Stopped e) {
            return e.content;
        } catch (ZipException | IllegalArgumentException e) {
            return new Damaged();
        } catch (IOException e) {
            return new Damaged(); // a stream inside that ends too early
        }
    }

    private static Content listed(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (bytes.length > LARGEST_LIST || text.indexOf('\0') >= 0 || text.contains("<!DOCTYPE")) {
            return new Damaged();
        }
        var lower = text.toLowerCase(Locale.ROOT);
        if (RUNNING_TYPES.stream().anyMatch(lower::contains)) {
            return new Macro();
        }
        var kinds = MAIN.entrySet().stream()
                .filter(main -> text.contains('"' + main.getKey() + '"'))
                .map(Map.Entry::getValue)
                .toList();
        return kinds.size() == 1 ? new Document(kinds.getFirst()) : new Other();
    }

    /** Inflates an entry without keeping it: what an archive says about its sizes is not believed. */
    private void count(String name, InputStream in, long packed, int depth) throws IOException {
        if (RUNNING_NAME.matcher(name).matches()) {
            throw new Stopped(new Macro());
        }
        if (++entries > MOST_ENTRIES) {
            throw new Stopped(new Excessive());
        }
        if (NESTED.matcher(name).matches()) {
            if (depth > DEEPEST) {
                throw new Stopped(new Excessive());
            }
            nested(new Counting(in, packed), depth);
            return;
        }
        var all = new Counting(in, packed);
        var buffer = new byte[16_384];
        while (all.read(buffer, 0, buffer.length) >= 0) {
            continue;
        }
    }

    private void nested(InputStream in, int depth) throws IOException {
        var zip = new ZipInputStream(in, StandardCharsets.UTF_8);
        ZipEntry entry;
        while ((entry = zip.getNextEntry()) != null) {
            var name = entry.getName().toLowerCase(Locale.ROOT).replace('\\', '/');
            count(name, zip, Long.MAX_VALUE, depth + 1);
        }
    }

    private final class Counting extends InputStream {

        private final InputStream in;
        private final long packed;
        private long size;

        Counting(InputStream in, long packed) {
            this.in = in;
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int count) throws IOException {
            var read = in.read(buffer, offset, count);
            if (read > 0) {
                size += read;
                inflated += read;
                if (inflated > MOST_BYTES
                        || (size > HARMLESS && size / packed > HIGHEST_RATIO)
                        || (inflated > 10 * HARMLESS && inflated / length > HIGHEST_RATIO)) {
                    throw new Stopped(new Excessive());
                }
            }
            return read;
        }
    }

    private static final class Stopped extends RuntimeException {
        private final transient Content content;

        Stopped(Content content) {
            super(null, null, false, false);
            this.content = content;
        }
    }
}
