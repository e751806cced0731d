package app.tomoni;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.theme.aura.Aura;
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
        SpringApplication.run(Tomoni.class, args);
    }
}
