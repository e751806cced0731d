package app.tomoni;

import app.tomoni.account.Office;
import app.tomoni.installation.BackupCommand;
import app.tomoni.process.gate.CheckCommand;
import app.tomoni.scoring.ScoreCommand;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.theme.aura.Aura;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the application, or one of the plain commands that need neither Spring nor a database. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@StyleSheet("context://fonts/noto-sans-jp.css")
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("context://tomoni/tokens.css")
@StyleSheet("context://tomoni/base.css")
@StyleSheet("context://tomoni/screens.css")
public class Tomoni implements AppShellConfigurator {

    /** Every date in this application is a date of the city. */
    public static final String ZONE = "Asia/Tokyo";

    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone(ZONE));
        var command = args.length == 0 ? "run" : args[0];
        var rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        switch (command) {
            case "run" -> SpringApplication.run(Tomoni.class, rest);
            case "check" -> System.exit(CheckCommand.run(rest, officeKeys(), System.out, System.err));
            case "score" -> System.exit(ScoreCommand.run(rest, System.in, System.out, System.err));
            case "backup", "restore" -> {
                quiet();
                System.exit(BackupCommand.run(command, rest, data(), System.out, System.err));
            }
            default -> {
                System.err.println("Unknown command: " + command + " (run, check, score, backup, restore)");
                System.exit(2);
            }
        }
    }

    /** A command says itself what it has done; what the database says of its start and end is left out. */
    private static void quiet() {
        LoggingSystem.get(Tomoni.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
    }

    private static Set<String> officeKeys() {
        return Arrays.stream(Office.values()).map(Office::key).collect(Collectors.toSet());
    }

    private static Path data() {
        var named = System.getenv("TOMONI_DATA");
        return Path.of(named == null ? "data" : named);
    }
}
