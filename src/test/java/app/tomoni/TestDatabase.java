package app.tomoni;

import app.tomoni.installation.DataDirectory;
import app.tomoni.installation.EmbeddedDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** One real PostgreSQL for all tests of a JVM, and an empty database for each application context. */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** Holds the server: started by the first test that needs it, stopped with the JVM. */
    private static final class Server {
        private static final EmbeddedDatabase INSTANCE = start();

        private static EmbeddedDatabase start() {
            try {
                var root = Files.createTempDirectory("tomoni-test");
                var directory = DataDirectory.open(root);
                var server = EmbeddedDatabase.start(directory, false);
                // After every context has closed: a server that goes first leaves them waiting for it
                SpringApplication.getShutdownHandlers().add(() -> {
                    server.close();
                    directory.close();
                    org.springframework.util.FileSystemUtils.deleteRecursively(root.toFile());
                });
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A new, empty database. */
    public static DataSource empty() {
        return Server.INSTANCE.fresh("test_" + NUMBER.incrementAndGet());
    }

    @Bean
    DataSource dataSource() {
        var pool = new HikariDataSource();
        pool.setDataSource(empty());
        pool.setMaximumPoolSize(20);
        pool.setMinimumIdle(0);
        pool.setConnectionInitSql("SET TIME ZONE 'Asia/Tokyo'");
        return Statements.watched(pool);
    }
}
