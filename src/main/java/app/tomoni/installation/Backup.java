package app.tomoni.installation;

import app.tomoni.shared.Sha256;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.springframework.util.FileSystemUtils;

/**
 * One file with everything: database, uploaded files and secrets, each with its SHA-256.
 *
 * <p>The database is copied by PostgreSQL's own low-level backup, so the application may go on working meanwhile.
 * Files are copied after the database: they are never changed, so whatever a row names is there.
 */
public final class Backup {

    private static final String MANIFEST = "manifest.sha256";

    /** What an installation consists of; the database comes last, as it is what makes one. */
    private static final List<String> PARTS = List.of("files", "secrets", "postgres");

    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "epg-lock");
    private static final Set<String> EMPTIED = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private final Path root;

    public Backup(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** Writes the backup. Refuses to overwrite, and leaves nothing half-written behind. */
    public void write(Path target) throws IOException, SQLException {
        if (!Files.exists(DataDirectory.postgres(root).resolve("PG_VERSION"))) {
            throw new IOException("There is no database in " + root
                    + ". One that runs elsewhere has its own tools (pg_dump); keep the files beside it as well: "
                    + DataDirectory.files(root));
        }
        if (Files.exists(target)) {
            throw new IOException(target + " exists already");
        }
        var unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            if (DataDirectory.inUse(root)) {
                copyAll(unfinished);
            } else {
                try (var directory = DataDirectory.open(root);
                        var database = EmbeddedDatabase.start(directory)) {
                    copyAll(unfinished);
                }
            }
            Files.move(unfinished, target);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private void copyAll(Path target) throws IOException, SQLException {
        var sums = new TreeMap<String, String>();
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(target)));
                var connection = superuser()) {
            copyDatabase(zip, connection, sums);
            copyTree(zip, DataDirectory.files(root), "files", sums);
            copyTree(zip, root.resolve("secrets"), "secrets", sums);
            var manifest = new StringBuilder();
            sums.forEach((name, sum) ->
                    manifest.append(sum).append("  ").append(name).append('\n'));
            put(zip, MANIFEST, manifest.toString());
        }
    }

    /** A connection to the running server, by the port that it has written down. */
    private Connection superuser() throws IOException, SQLException {
        var port = Files.readAllLines(DataDirectory.postgres(root).resolve("postmaster.pid"))
                .get(3)
                .strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + port + "/postgres",
                "postgres",
                DataDirectory.secret(root, "postgres"));
    }

    private void copyDatabase(ZipOutputStream zip, Connection connection, Map<String, String> sums)
            throws IOException, SQLException {
        var pgdata = DataDirectory.postgres(root);
        try (var statement = connection.createStatement()) {
            String firstSegment;
            try (var row = statement.executeQuery("SELECT pg_walfile_name(pg_backup_start('tomoni', true))")) {
                row.next();
                firstSegment = row.getString(1);
            }
            copyTree(zip, pgdata, "postgres", sums);
            String label;
            try (var row = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
                row.next();
                label = row.getString(1);
            }
            put(zip, "postgres/backup_label", label);
            sums.put("postgres/backup_label", Sha256.of(label));
            if (!Files.exists(pgdata.resolve("pg_wal").resolve(firstSegment))) {
                throw new IOException("Too much was written during the backup; please start it again");
            }
            try (var segments = Files.list(pgdata.resolve("pg_wal"))) {
                for (var segment : (Iterable<Path>) segments.filter(Files::isRegularFile)::iterator) {
                    copyFile(zip, segment, "postgres/pg_wal/" + segment.getFileName(), sums);
                }
            }
        }
    }

    private static void copyTree(ZipOutputStream zip, Path from, String prefix, Map<String, String> sums)
            throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (var paths = Files.walk(from)) {
            for (var path : (Iterable<Path>) paths.sorted()::iterator) {
                var relative = from.relativize(path);
                var top = relative.getName(0).toString();
                var name = relative.toString().isEmpty() ? prefix : prefix + "/" + relative;
                if (Files.isDirectory(path)) {
                    zip.putNextEntry(new ZipEntry(name + "/"));
                    zip.closeEntry();
                } else if (!LEFT_OUT.contains(top) && !(prefix.equals("postgres") && EMPTIED.contains(top))) {
                    try {
                        copyFile(zip, path, name, sums);
                    } catch (NoSuchFileException gone) {
                        // the server dropped a table meanwhile; its log says so, and recovery follows the log
                        continue;
                    }
                }
            }
        }
    }

    private static void copyFile(ZipOutputStream zip, Path file, String name, Map<String, String> sums)
            throws IOException {
        try (var in = new DigestInputStream(new BufferedInputStream(Files.newInputStream(file)), Sha256.digest())) {
            zip.putNextEntry(new ZipEntry(name));
            in.transferTo(zip);
            zip.closeEntry();
            sums.put(name, HexFormat.of().formatHex(in.getMessageDigest().digest()));
        }
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /**
     * Unpacks a backup beside where it belongs, compares every file with its SHA-256, and starts the database once to
     * let it finish its recovery. Only then does it move into the empty data directory: what is refused leaves nothing.
     */
    public void restore(Path source) throws IOException {
        if (DataDirectory.inUse(root)) {
            throw new DataDirectory.DirectoryInUse(root);
        }
        for (var part : PARTS) {
            if (Files.exists(root.resolve(part))) {
                throw new IOException(root + " holds an installation already; move it away first");
            }
        }
        var restoring = root.resolve("restoring");
        try (var directory = DataDirectory.open(root)) {
            FileSystemUtils.deleteRecursively(restoring); // of a restoration that was cut off
            try {
                unpackAndCheck(source, restoring);
                for (var part : PARTS) {
                    if (Files.exists(restoring.resolve(part))) {
                        Files.move(restoring.resolve(part), directory.root().resolve(part));
                    }
                }
            } finally {
                FileSystemUtils.deleteRecursively(restoring);
            }
        }
    }

    private static void unpackAndCheck(Path source, Path restoring) throws IOException {
        try (var directory = DataDirectory.open(restoring)) {
            var sums = new TreeMap<String, String>();
            var manifest = unpack(source, restoring, sums);
            var expected = new TreeMap<String, String>();
            manifest.lines().forEach(line -> expected.put(line.substring(66), line.substring(0, 64)));
            if (expected.isEmpty() || !expected.equals(sums)) {
                throw new IOException(source + " is not a whole backup: its files differ from its list");
            }
            EmbeddedDatabase.start(directory).close();
        }
    }

    private static String unpack(Path source, Path into, Map<String, String> sums) throws IOException {
        var manifest = "";
        try (var zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(source)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(MANIFEST)) {
                    manifest = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                    continue;
                }
                var target = into.resolve(entry.getName()).normalize();
                if (!target.startsWith(into)) {
                    throw new IOException(source + " names a file outside the data directory");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwx------"));
                } else {
                    sums.put(entry.getName(), store(zip, target));
                }
            }
        }
        return manifest;
    }

    private static String store(InputStream in, Path target) throws IOException {
        var digest = Sha256.digest();
        try (var out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
            new DigestInputStream(in, digest).transferTo(out);
        }
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
        return HexFormat.of().formatHex(digest.digest());
    }
}
