package app.tomoni;

import app.tomoni.installation.BackupCommand;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.theme.aura.Aura;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the application, or one of the plain commands that need neither Spring nor a database. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
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
            case "backup", "restore" -> System.exit(BackupCommand.run(command, rest, data(), System.out, System.err));
            case "run" -> SpringApplication.run(Tomoni.class, rest);
            default -> SpringApplication.run(Tomoni.class, args);
        }
    }

    private static Path data() {
        var named = System.getenv("TOMONI_DATA");
        return Path.of(named == null ? "data" : named);
    }
}
