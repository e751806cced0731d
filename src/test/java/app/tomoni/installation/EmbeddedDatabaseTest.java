package app.tomoni.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedDatabaseTest {

    @TempDir
    private Path data;

    @Test
    void isDurableAsksForAPasswordAndGivesNoSuperuser() throws IOException {
        try (var directory = DataDirectory.open(data);
                var database = EmbeddedDatabase.start(directory)) {
            var jdbc = JdbcClient.create(database.dataSource());

            assertThat(setting(jdbc, "fsync")).isEqualTo("on");
            assertThat(setting(jdbc, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(jdbc, "full_page_writes")).isEqualTo("on");
            assertThat(setting(jdbc, "is_superuser")).isEqualTo("off");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secrets/tomoni"))))
                    .isEqualTo("rw-------");
            assertThatThrownBy(() -> withoutPassword(database).getConnection()).hasMessageContaining("password");
        }
    }

    @Test
    void refusesASecondApplicationOnTheSameDirectory() {
        try (var directory = DataDirectory.open(data)) {
            assertThat(DataDirectory.inUse(directory.root())).isTrue();
            assertThatThrownBy(() -> DataDirectory.open(data))
                    .isInstanceOf(DataDirectory.DirectoryInUse.class)
                    .hasMessageContaining("already running");
        }
    }

    /** The same happens to root in a container, where PostgreSQL cannot be given to anybody else. */
    @Test
    void dataThatCannotBeMadeAreRefusedInOneSentence() throws IOException {
        try (var directory = DataDirectory.open(data)) {
            Files.writeString(Files.createDirectories(directory.postgres()).resolve("a-letter.txt"), "ここにいます");

            assertThatThrownBy(() -> EmbeddedDatabase.start(directory))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("PostgreSQL could not make its data in " + directory.postgres());

            assertThat(directory.postgres().resolve("a-letter.txt")).hasContent("ここにいます");
        }
    }

    @Test
    void aPasswordThatTheDatabaseDoesNotTakeIsToldAtOnce() throws IOException {
        try (var directory = DataDirectory.open(data)) {
            EmbeddedDatabase.start(directory).close();
            var secret = data.resolve("secrets/postgres");
            var kept = Files.readString(secret);
            Files.writeString(secret, "not the one");

            var fault = new AtomicReference<Throwable>();
            assertTimeout(
                    Duration.ofSeconds(30), () -> fault.set(catchThrowable(() -> EmbeddedDatabase.start(directory))));

            assertThat(new RefusedStarts().reportException(fault.get()))
                    .as("in one sentence")
                    .isTrue();
            assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
            Files.writeString(secret, kept);
            EmbeddedDatabase.start(directory).close();
        }
    }

    @Test
    void aDemonstrationThatWasCutOffBeginsAnewAndNothingElseDoes() throws IOException {
        try (var directory = DataDirectory.open(data)) {
            Files.createDirectories(directory.postgres());
            assertThat(directory.isHalfADemo()).as("a city's own").isFalse();
            assertThatThrownBy(directory::beginAnew).isInstanceOf(StartRefused.class);

            directory.noteDemoBegun();
            assertThat(directory.isHalfADemo()).isTrue();
            directory.noteDemoReady();
            assertThat(directory.isHalfADemo()).isFalse();

            directory.beginAnew();
            assertThat(directory.postgres()).doesNotExist();
        }
    }

    @Test
    void whatACityHasBegunForItselfStaysItsOwnAndADemonstrationStaysOne() throws IOException {
        try (var directory = DataDirectory.open(data)) {
            directory.begin(true);
            assertThat(directory.isOwn()).isFalse();
            directory.begin(false);
            Files.createDirectories(directory.postgres());
            directory.begin(true);
            assertThat(directory.isOwn()).isTrue();
            assertThatThrownBy(directory::beginAnew).isInstanceOf(StartRefused.class);

            directory.noteDemoReady();
            directory.begin(true);
            assertThatThrownBy(() -> directory.begin(false))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("start it without --empty");
        }
    }

    @Test
    void keepsWhatAKilledApplicationHadCommitted() throws Exception {
        var application = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WritesAndWaits.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var out = application.inputReader()) {
            assertThat(out.lines().filter("committed"::equals).findFirst()).isPresent();
        }
        var orphan = Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .get(0)
                .strip());
        application.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(orphan)).isPresent();

        try (var directory = DataDirectory.open(data);
                var database = EmbeddedDatabase.start(directory)) {
            assertThat(JdbcClient.create(database.dataSource())
                            .sql("SELECT text FROM note")
                            .query(String.class)
                            .list())
                    .containsExactly("kept");
        }
    }

    @Test
    void doesNotStopAStrangerThatGotTheSameProcessId() throws IOException {
        try (var directory = DataDirectory.open(data)) {
            EmbeddedDatabase.start(directory).close();
            var stranger = new ProcessBuilder("sleep", "60").start();
            try {
                Files.write(
                        data.resolve("postgres/postmaster.pid"),
                        List.of(
                                String.valueOf(stranger.pid()),
                                data.resolve("postgres").toString(),
                                "1000000000"));

                EmbeddedDatabase.start(directory).close();

                assertThat(stranger.isAlive()).isTrue();
            } finally {
                stranger.destroy();
            }
        }
    }

    private static String setting(JdbcClient jdbc, String name) {
        return jdbc.sql("SELECT current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }

    private static PGSimpleDataSource withoutPassword(EmbeddedDatabase database) {
        var source = database.dataSource();
        source.setPassword("not the one");
        return source;
    }

    /** An application of its own, to be killed. */
    static final class WritesAndWaits {

        public static void main(String[] args) throws InterruptedException {
            var database = EmbeddedDatabase.start(DataDirectory.open(Path.of(args[0])));
            var jdbc = JdbcClient.create(database.dataSource());
            jdbc.sql("CREATE TABLE note (text text)").update();
            jdbc.sql("INSERT INTO note VALUES ('kept')").update();
            System.out.println("committed");
            new java.util.concurrent.CountDownLatch(1).await();
        }
    }
}
