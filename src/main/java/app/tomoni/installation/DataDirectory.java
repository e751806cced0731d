package app.tomoni.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The one directory that holds everything an installation must not lose: database, files and secrets.
 *
 * <p>While open it is locked for this JVM, so that two applications never write into it.
 */
public final class DataDirectory implements AutoCloseable {

    private static final String DEMO = "demo";
    private static final String BEGUN = "begun";
    private static final String OWN = "own";

    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;

    private DataDirectory(Path root, FileChannel channel, FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the directory for this JVM, creating it readable by its owner only.
     *
     * @throws DirectoryInUse when another Tomoni runs on it
     */
    public static DataDirectory open(Path root) {
        try {
            createPrivate(root);
            var channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new DirectoryInUse(root);
            }
            return new DataDirectory(root, channel, lock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether an application holds the directory right now. */
    public static boolean inUse(Path root) {
        if (!Files.exists(root.resolve("lock"))) {
            return false;
        }
        try (var channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.WRITE)) {
            var lock = tryLock(channel);
            if (lock == null) {
                return true;
            }
            lock.release();
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this very JVM: for a second application that is the same as by another
        }
    }

    public Path root() {
        return root;
    }

    /**
     * What an empty directory is begun as it stays, whatever later starts ask for.
     *
     * @throws StartRefused when a demonstration is started as the installation of a city
     */
    void begin(boolean asDemo) {
        if (!asDemo && demo().filter(state -> !OWN.equals(state)).isPresent()) {
            throw new StartRefused(root + " holds the demo, which stays one; start it without --empty, or let "
                    + "TOMONI_DATA name another directory.");
        }
        if (!asDemo && !Files.exists(postgres())) {
            noteDemo(OWN);
        }
    }

    /** Whether a city has begun here for itself: no demonstration is set up in it, even while nobody works in it yet. */
    public boolean isOwn() {
        return demo().filter(OWN::equals).isPresent();
    }

    /** Notes that everything in here is a demonstration that is being set up. */
    public void noteDemoBegun() {
        noteDemo(BEGUN);
    }

    /** Notes that everything in here is a demonstration that has been set up. */
    public void noteDemoReady() {
        noteDemo("ready");
    }

    private void noteDemo(String state) {
        try {
            Files.writeString(root.resolve(DEMO), state);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the setting up of a demonstration was cut off; nobody has worked in it, and it is not finished later. */
    boolean isHalfADemo() {
        return demo().filter(BEGUN::equals).isPresent();
    }

    /** What was noted last; none in what older starts began for a city. */
    private Optional<String> demo() {
        try {
            var note = root.resolve(DEMO);
            return Files.exists(note) ? Optional.of(Files.readString(note)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Throws a demonstration away, so that it can be set up anew.
     *
     * @throws StartRefused for an installation that is no demonstration
     */
    void beginAnew() {
        if (!Files.exists(postgres())) {
            return;
        }
        if (demo().isEmpty() || isOwn()) {
            throw new StartRefused(
                    root + " holds an installation that is not the demo; nothing in it has been touched.");
        }
        try {
            FileSystemUtils.deleteRecursively(postgres());
            FileSystemUtils.deleteRecursively(files(root));
            Files.delete(root.resolve(DEMO));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Directory of the embedded PostgreSQL. */
    public Path postgres() {
        return postgres(root);
    }

    static Path postgres(Path root) {
        return root.resolve("postgres");
    }

    /** Directory of the uploaded and written files, named by their SHA-256. */
    public static Path files(Path root) {
        return root.resolve("files");
    }

    /** The secret of that name: 256 random bits in base64, made on first use, readable by the owner only. */
    String secret(String name) {
        return secret(root, name);
    }

    static String secret(Path root, String name) {
        try {
            var secrets = root.resolve("secrets");
            var file = secrets.resolve(name);
            if (!Files.exists(file)) {
                createPrivate(secrets);
                var bytes = new byte[32];
                new SecureRandom().nextBytes(bytes);
                var fresh = Files.createTempFile(
                        secrets,
                        name,
                        ".new",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(fresh, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
                Files.move(fresh, file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void createPrivate(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Override
    public void close() {
        try (channel) {
            lock.release();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Said when a second application is started on the same directory. */
    public static final class DirectoryInUse extends StartRefused {
        DirectoryInUse(Path root) {
            super("Another Tomoni is already running on the data directory " + root.toAbsolutePath()
                    + ". Stop it first, or name another directory with TOMONI_DATA.");
        }
    }
}
