package app.tomoni.document;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import app.tomoni.account.PersonId;
import app.tomoni.shared.Ids;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The files of the installation: bytes on disk under their SHA-256, facts in the database.
 *
 * <p>Bytes are on disk for good before a row speaks of them; a row that is rolled back leaves bytes that nobody sees.
 */
@Component
public class Files {

    private final Path root;
    private final JdbcClient jdbc;
    private final Clock clock;

    Files(@Value("${tomoni.data}") Path data, JdbcClient jdbc, Clock clock) {
        this.root = data.toAbsolutePath().normalize().resolve("files");
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Takes in what somebody hands in.
     *
     * @throws Refusal naming the file and the rule, when it is empty, too large, not one of the accepted types, not what
     *     its name says, or able to run something
     */
    public StoredFile store(String name, InputStream bytes, PersonId by) {
        var clean = FileNames.clean(name);
        var incoming = receive(clean, bytes);
        try {
            var kind = new FileInspection(incoming.path, clean).kind();
            return keep(incoming, clean, kind.mediaType(), by);
        } finally {
            drop(incoming.path);
        }
    }

    /** Keeps what the application itself has written, such as a letter or a receipt. */
    public StoredFile archive(String name, String mediaType, byte[] bytes) {
        var incoming = receive(name, new java.io.ByteArrayInputStream(bytes));
        try {
            return keep(incoming, FileNames.clean(name), mediaType, null);
        } finally {
            drop(incoming.path);
        }
    }

    /** @throws IllegalArgumentException when there is no such file */
    public StoredFile facts(FileId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no file " + id));
    }

    public Optional<StoredFile> find(FileId id) {
        return Optional.ofNullable(facts(java.util.List.of(id)).get(id));
    }

    /** The facts about all these files in one look-up; those that do not exist are absent. */
    public Map<FileId, StoredFile> facts(Collection<FileId> ids) {
        var found = new LinkedHashMap<FileId, StoredFile>();
        if (!ids.isEmpty()) {
            jdbc.sql("SELECT id, name, media_type, size, sha256, stored_at FROM stored_file WHERE id IN (:ids)")
                    .param("ids", ids.stream().map(FileId::value).toList())
                    .query((row, number) -> {
                        var id = new FileId(row.getObject("id", UUID.class));
                        return found.put(
                                id,
                                new StoredFile(
                                        id,
                                        row.getString("name"),
                                        row.getString("media_type"),
                                        row.getLong("size"),
                                        row.getString("sha256"),
                                        row.getObject("stored_at", OffsetDateTime.class)
                                                .toInstant()));
                    })
                    .list();
        }
        return found;
    }

    /** The bytes; whether somebody may have them is for the caller to know. */
    public InputStream open(FileId id) {
        try {
            return java.nio.file.Files.newInputStream(place(facts(id).sha256()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Incoming(Path path, long size, String sha256) {}

    private Incoming receive(String name, InputStream bytes) {
        try {
            var waiting = java.nio.file.Files.createDirectories(root.resolve("incoming"));
            var path = waiting.resolve(Ids.next().toString());
            var digest = Sha256.digest();
            long size = 0;
            try (var channel = FileChannel.open(path, CREATE_NEW, WRITE);
                    var source = Channels.newChannel(bytes)) {
                var buffer = ByteBuffer.allocate(64 * 1024);
                while (source.read(buffer) >= 0) {
                    buffer.flip();
                    size += buffer.remaining();
                    if (size > FileInspection.LARGEST) {
                        throw new Refusal("document.file.too-large", name, FileInspection.LARGEST / 1024 / 1024);
                    }
                    digest.update(buffer.duplicate());
                    while (buffer.hasRemaining()) {
                        channel.write(buffer);
                    }
                    buffer.clear();
                }
                channel.force(true);
            } catch (IOException | RuntimeException e) {
                drop(path);
                throw e;
            }
            return new Incoming(path, size, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoredFile keep(Incoming incoming, String name, String mediaType, @Nullable PersonId by) {
        place(incoming);
        var file = new StoredFile(
                new FileId(Ids.next()),
                name,
                mediaType,
                incoming.size,
                incoming.sha256,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        jdbc.sql("""
                        INSERT INTO stored_file (id, name, media_type, size, sha256, stored_by, stored_at)
                        VALUES (:id, :name, :type, :size, :sha256, :by, :at)""")
                .param("id", file.id().value())
                .param("name", name)
                .param("type", mediaType)
                .param("size", file.size())
                .param("sha256", file.sha256())
                .param("by", by == null ? null : by.value())
                .param("at", file.storedAt().atZone(clock.getZone()).toOffsetDateTime())
                .update();
        return file;
    }

    private void place(Incoming incoming) {
        try {
            var target = place(incoming.sha256);
            if (java.nio.file.Files.exists(target) && java.nio.file.Files.size(target) == incoming.size) {
                return;
            }
            var outer = root.resolve(incoming.sha256.substring(0, 2));
            var inner = outer.resolve(incoming.sha256.substring(2, 4));
            java.nio.file.Files.createDirectories(inner);
            java.nio.file.Files.move(
                    incoming.path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(inner);
            sync(outer);
            sync(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path place(String sha256) {
        return root.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    /** A name in a directory is safe only when the directory itself is on disk. */
    private static void sync(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, READ)) {
            channel.force(true);
        }
    }

    private static void drop(Path path) {
        try {
            java.nio.file.Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
