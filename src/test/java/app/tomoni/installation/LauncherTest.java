package app.tomoni.installation;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.shared.PublicAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

/** {@code ./tomoni run} with a JVM that only says how it was started. */
class LauncherTest {

    /** Takes down its options; at its end it writes its archive, as a real one does however it ends. */
    private static final String JVM = """
            #!/bin/sh
            for option in "$@"; do
              case "$option" in
                -XX:AOTCacheOutput=*) echo classes > "${option#*=}" ;;
                -Dtomoni.ready=*) [ -z "${READY:-}" ] || : > "${option#*=}" ;;
                -XX:AOTCache=*) echo "used ${option#*=}" ;;
              esac
            done
            [ "${READY:-}" ]
            """;

    @TempDir
    private Path temporary;

    private Path app;

    @BeforeEach
    void install() throws IOException {
        for (var name : new String[] {"src/main", "processes", "forms", "jdk/bin"}) {
            Files.createDirectories(temporary.resolve(name));
        }
        app = Files.createDirectories(temporary.resolve("target/app"));
        Files.writeString(temporary.resolve("pom.xml"), "");
        Files.writeString(temporary.resolve("target/tomoni.jar"), "");
        Files.writeString(app.resolve("tomoni.jar"), "");
        Files.copy(Path.of("tomoni"), temporary.resolve("tomoni"));
        Files.writeString(temporary.resolve("jdk/release"), "JAVA_VERSION=\"25.0.3\"\n");
        executable("javac", "#!/bin/sh\n");
        executable("java", JVM);
    }

    @Test
    void keepsWhatAGoodStartHasLearnt() throws Exception {
        assertThat(run("true")).doesNotContain("used");

        assertThat(run("true")).contains("used target/app/classes-25.0.3.aot");
        assertThat(app.resolve("classes-25.0.3.aot")).hasContent("classes");
        assertThat(kept()).as("nothing else stays").isEqualTo(1);
    }

    @Test
    void forgetsWhatAnAbortedStartHasWritten() throws Exception {
        run("");

        assertThat(run("")).doesNotContain("used");
        assertThat(app.resolve("classes-25.0.3.aot")).doesNotExist();
        assertThat(kept()).as("only the last one's own").isEqualTo(1);
    }

    @Test
    void forgetsWhatWasCutOffWhileItWasWritten() throws Exception {
        run("true");
        try (var files = Files.list(app)) {
            for (var file :
                    files.filter(file -> file.toString().endsWith(".ready")).toList()) {
                Files.writeString(Path.of(file.toString().replace(".ready", ".config")), "");
            }
        }

        assertThat(run("")).doesNotContain("used");
    }

    @Test
    void oneLearnsAtATime() throws Exception {
        var running =
                app.resolve("classes-25.0.3.aot." + ProcessHandle.current().pid() + ".ready");
        Files.writeString(running, "");

        run("");

        assertThat(running).exists();
        assertThat(kept()).as("nothing beside it").isEqualTo(1);
    }

    @Test
    void theApplicationSaysThatItIsReady() throws IOException {
        var mark = temporary.resolve("ready");
        var announcement = new Announcement(
                new MockEnvironment().withProperty("tomoni.ready", mark.toString()),
                new PublicAddress("http://localhost:8080"));

        announcement.sayReady(new ApplicationReadyEvent(
                new SpringApplication(), new String[0], new GenericApplicationContext(), Duration.ZERO));

        assertThat(mark).exists();
    }

    private void executable(String name, String script) throws IOException {
        var file = Files.writeString(temporary.resolve("jdk/bin").resolve(name), script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String run(String ready) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(temporary.resolve("tomoni").toString(), "run").redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", temporary.resolve("jdk").toString());
        builder.environment().put("READY", ready);
        var process = builder.start();
        try (var out = process.inputReader()) {
            return String.join("\n", out.lines().toList());
        } finally {
            process.waitFor();
        }
    }

    private long kept() throws IOException {
        try (var files = Files.list(app)) {
            return files.filter(file -> file.getFileName().toString().startsWith("classes-"))
                    .count();
        }
    }
}
