package app.tomoni.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class BackupTest {

    @TempDir
    private Path temporary;

    @Test
    void bringsBackDatabaseAndFilesWhileTheApplicationGoesOn() throws IOException, SQLException {
        var data = temporary.resolve("data");
        var file = temporary.resolve("tomoni.backup");
        try (var directory = DataDirectory.open(data);
                var database = EmbeddedDatabase.start(directory)) {
            var jdbc = JdbcClient.create(database.dataSource());
            jdbc.sql("CREATE TABLE note (text text)").update();
            jdbc.sql("INSERT INTO note VALUES ('𠮷野さんの提案')").update();
            Files.createDirectories(DataDirectory.files(data));
            Files.writeString(DataDirectory.files(data).resolve("abc"), "規約");

            new Backup(data).write(file);

            jdbc.sql("INSERT INTO note VALUES ('after the backup')").update();
        }
        var elsewhere = temporary.resolve("elsewhere");
        new Backup(elsewhere).restore(file);

        assertThat(Files.readString(DataDirectory.files(elsewhere).resolve("abc")))
                .isEqualTo("規約");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var directory = DataDirectory.open(elsewhere);
                var database = EmbeddedDatabase.start(directory)) {
            assertThat(JdbcClient.create(database.dataSource())
                            .sql("SELECT text FROM note")
                            .query(String.class)
                            .list())
                    .containsExactly("𠮷野さんの提案");
        }
    }

    @Test
    void refusesADamagedBackupAndAnOccupiedDirectory() throws IOException, SQLException {
        var data = temporary.resolve("data");
        try (var directory = DataDirectory.open(data)) {
            EmbeddedDatabase.start(directory).close();
        }
        Files.createDirectories(DataDirectory.files(data));
        Files.writeString(DataDirectory.files(data).resolve("abc"), "規約");
        var file = temporary.resolve("tomoni.backup");
        new Backup(data).write(file);
        var cut = temporary.resolve("cut.backup");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) / 2));
        var damaged = temporary.resolve("damaged.backup");
        flipABit(file, damaged, "files/abc");
        var elsewhere = temporary.resolve("elsewhere");
        var restoration = new Backup(elsewhere);

        assertThatThrownBy(() -> restoration.restore(cut)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> restoration.restore(damaged)).hasMessageContaining("is not a whole backup");
        assertThat(elsewhere).as("nothing to start on").isDirectoryNotContaining(Files::isDirectory);
        assertThatThrownBy(() -> new Backup(data).restore(file)).hasMessageContaining("holds an installation already");

        var cutOff = Files.createDirectories(elsewhere.resolve("restoring/files"));
        Files.writeString(cutOff.resolve("abc"), "規");
        restoration.restore(file);
        assertThat(DataDirectory.files(elsewhere).resolve("abc")).hasContent("規約");
        assertThat(elsewhere.resolve("restoring")).doesNotExist();
    }

    private static void flipABit(Path whole, Path damaged, String name) throws IOException {
        try (var from = new ZipInputStream(Files.newInputStream(whole));
                var to = new ZipOutputStream(Files.newOutputStream(damaged))) {
            for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                var bytes = from.readAllBytes();
                if (entry.getName().equals(name)) {
                    bytes[0] ^= 1;
                }
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(bytes);
                to.closeEntry();
            }
        }
    }

    @Test
    void saysInWordsWhatCannotBeDone() throws IOException {
        var nowhere = temporary.resolve("nowhere");
        assertThat(refused("backup", "x", nowhere)).contains("There is no database in");
        assertThat(refused("restore", nowhere.resolve("x"), nowhere))
                .contains("There is no such file or directory: " + nowhere.resolve("x"));

        var data = temporary.resolve("data");
        Files.createDirectories(DataDirectory.postgres(data));
        Files.createFile(DataDirectory.postgres(data).resolve("PG_VERSION"));
        assertThat(refused("backup", temporary.resolve("absent").resolve("x"), data))
                .contains("There is no such file or directory: " + temporary.resolve("absent") + "\n")
                .doesNotContain("unfinished");
    }

    private static String refused(String command, Object file, Path data) {
        var err = new ByteArrayOutputStream();
        assertThat(BackupCommand.run(command, new String[] {file.toString()}, data, System.out, new PrintStream(err)))
                .isEqualTo(1);
        return err.toString();
    }
}
