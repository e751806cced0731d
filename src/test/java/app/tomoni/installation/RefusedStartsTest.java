package app.tomoni.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tomoni.OtherJvm;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
class RefusedStartsTest {

    @TempDir
    private Path data;

    @Test
    void aSecondStartSaysOneSentenceAndFails() throws Exception {
        try (var directory = DataDirectory.open(data)) {
            var second = OtherJvm.run(
                    "--spring.main.banner-mode=off",
                    "--spring.main.log-startup-info=false",
                    "--tomoni.data=" + directory.root());

            assertThat(second.said()).containsExactly(new DataDirectory.DirectoryInUse(data).getMessage());
            assertThat(second.code()).isNotZero();
        }
    }

    @Test
    void dataOfANewerTomoniAreLeftAlone(CapturedOutput output) {
        start();
        try (var directory = DataDirectory.open(data);
                var database = EmbeddedDatabase.start(directory)) {
            JdbcClient.create(database.dataSource()).sql("""
                            INSERT INTO flyway_schema_history
                                (installed_rank, version, description, type, script, installed_by, execution_time, success)
                            VALUES (9999, '9999', 'later', 'SQL', 'V9999__later.sql', 'tomoni', 1, true)""").update();
        }

        assertRefused("written by a newer or a changed Tomoni", output);
    }

    @Test
    void secretsOfAnotherInstallationAreLeftAlone(CapturedOutput output) throws IOException {
        start();
        Files.writeString(data.resolve("secrets/tomoni"), "of another one");

        assertRefused("does not open with the password", output);
        assertThat(data.resolve("postgres/postmaster.pid"))
                .as("nothing goes on running")
                .doesNotExist();
    }

    @Test
    void anInstallationThatIsNoDemonstrationIsLeftAlone(CapturedOutput output) {
        start();

        assertRefused("is not the demo; nothing in it has been touched", output, "--tomoni.fresh-demo=true");
    }

    @Test
    void saysWhichPortIsTaken(CapturedOutput output) throws IOException {
        try (var taken = new ServerSocket(0)) {
            assertThat(new RefusedStarts()
                            .reportException(new IllegalStateException(new PortInUseException(taken.getLocalPort()))))
                    .isTrue();
            assertThat(output.getErr()).contains("Port " + taken.getLocalPort() + " is used");
        }
    }

    @Test
    void leavesAnUnknownFaultToThoseWhoTellIt(CapturedOutput output) {
        assertThat(new RefusedStarts().reportException(new IllegalStateException("a fault")))
                .isFalse();
        assertThat(output.getAll()).doesNotContain("a fault");
    }

    private void assertRefused(String sentence, CapturedOutput output, String... arguments) {
        assertThatThrownBy(() -> start(arguments)).isInstanceOf(Exception.class);
        assertThat(output.getErr().lines().filter(line -> line.contains(sentence)))
                .hasSize(1);
        assertThat(output.getAll()).doesNotContain("\tat ");
    }

    /** As far as the database. */
    private void start(String... arguments) {
        new SpringApplicationBuilder(JustTheDatabase.class)
                .web(WebApplicationType.NONE)
                .run(Stream.concat(Stream.of("--tomoni.data=" + data), Stream.of(arguments))
                        .toArray(String[]::new))
                .close();
    }

    @Configuration
    @Import(DatabaseConfiguration.class)
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    static class JustTheDatabase {}
}
