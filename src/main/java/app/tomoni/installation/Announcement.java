package app.tomoni.installation;

import app.tomoni.shared.PublicAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where to go as soon as the application can be used, and to the launcher that this start was a good one. */
@Component
class Announcement {

    private static final Logger log = LoggerFactory.getLogger(Announcement.class);

    private final Environment environment;
    private final PublicAddress installation;

    Announcement(Environment environment, PublicAddress installation) {
        this.environment = environment;
        this.installation = installation;
    }

    @EventListener
    void sayReady(ApplicationReadyEvent event) {
        var mark = environment.getProperty("tomoni.ready");
        if (mark == null) {
            return;
        }
        try {
            Files.writeString(Path.of(mark), "");
        } catch (IOException e) {
            log.debug("The next start learns nothing from this one", e);
        }
    }

    @EventListener
    void sayWhere(ApplicationReadyEvent event) {
        if (environment.containsProperty("local.server.port")) {
            log.info(
                    "Tomoni is ready after {} ms: {}",
                    event.getTimeTaken() == null ? "?" : event.getTimeTaken().toMillis(),
                    installation.of("/"));
        }
    }
}
