package app.tomoni.installation;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real, durable PostgreSQL that lives beside the application.
 *
 * <p>It listens on the loopback address only, asks for passwords, and gives the application a role that is not
 * superuser. What a killed JVM left running is recognised by data directory and start time, and stopped first.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String ROLE = "tomoni";
    private static final String DATABASE = "tomoni";
    private static final Duration LOOK = Duration.ofMillis(50);

    /** Lines of {@code postmaster.pid}, counted from 0. */
    private static final int PORT = 3;

    private static final int STATUS = 7;

    private final EmbeddedPostgres postgres;
    private final String password;

    private EmbeddedDatabase(EmbeddedPostgres postgres, String password) {
        this.postgres = postgres;
        this.password = password;
    }

    /** Starts the database of that directory, and makes it on the first start. */
    public static EmbeddedDatabase start(DataDirectory directory) {
        return start(directory, true);
    }

    /** @param durable false only in tests, where nothing outlives the JVM */
    public static EmbeddedDatabase start(DataDirectory directory, boolean durable) {
        var pgdata = directory.postgres();
        try {
            if (stopPostmaster(pgdata)) {
                log.warn("Stopped the database that an earlier, killed application had left running");
            }
            var superuser = directory.secret("postgres");
            var password = directory.secret(ROLE);
            var first = !Files.exists(pgdata.resolve("PG_VERSION"));
            var postgres = postgres(pgdata, superuser, durable);
            if (first) {
                furnish(postgres, pgdata, superuser, password);
            }
            var database = new EmbeddedDatabase(postgres, password);
            database.dataSource().getConnection().close();
            return database;
        } catch (IOException | SQLException e) {
            var fault = new IllegalStateException(
                    "The embedded PostgreSQL in " + pgdata.toAbsolutePath() + " could not be started", e);
            try {
                stopPostmaster(pgdata);
            } catch (IOException | RuntimeException stays) {
                fault.addSuppressed(stays);
            }
            throw fault;
        }
    }

    /** Starts the server, and makes its data on the first start, which is what a machine may not allow. */
    private static EmbeddedPostgres postgres(Path pgdata, String superuser, boolean durable)
            throws IOException, SQLException {
        var onOff = durable ? "on" : "off";
        var refusal = new AtomicReference<@Nullable SQLException>();
        var starting = Thread.currentThread();
        var watch = Thread.ofVirtual().start(() -> interruptWhereRefused(starting, pgdata, superuser, refusal));
        try {
            var started = EmbeddedPostgres.builder()
                    .setDataDirectory(pgdata)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setLocaleConfig("locale", "C")
                    .setServerConfig("listen_addresses", "localhost")
                    .setServerConfig("fsync", onOff)
                    .setServerConfig("full_page_writes", onOff)
                    .setServerConfig("synchronous_commit", onOff)
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("wal_keep_size", "256MB")
                    .setServerConfig("shared_buffers", "128MB")
                    .setServerConfig("timezone", "Asia/Tokyo")
                    .setServerConfig("password_encryption", "scram-sha-256")
                    .setConnectConfig("password", superuser)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
            var refused = refusal.get();
            if (refused != null) {
                Thread.interrupted();
                started.close();
                throw refused;
            }
            return started;
        } catch (IllegalStateException e) {
            if (Files.exists(pgdata.resolve("PG_VERSION"))) {
                throw e;
            }
            throw new StartRefused(
                    "PostgreSQL could not make its data in " + pgdata + ". Either the directory holds something else "
                            + "or may not be written (name another with TOMONI_DATA), or PostgreSQL refuses the user: "
                            + "one without a name, or root where root may not become somebody else "
                            + "(start Tomoni as an ordinary user).",
                    e);
        } finally {
            watch.interrupt();
        }
    }

    /**
     * Asks the server once, as soon as it answers, and where it does not take the password ends the waiting of the thread
     * that starts it, which would go on asking for a minute.
     */
    private static void interruptWhereRefused(
            Thread starting, Path pgdata, String superuser, AtomicReference<@Nullable SQLException> refusal) {
        try {
            var port = port(pgdata);
            while (port.isEmpty()) {
                Thread.sleep(LOOK);
                port = port(pgdata);
            }
            dataSource(port.getAsInt(), "postgres", "postgres", superuser)
                    .getConnection()
                    .close();
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            if (RefusedStarts.WRONG_PASSWORD.equals(e.getSQLState())) {
                refusal.set(e);
                starting.interrupt();
            }
        }
    }

    /** Where the server of this directory listens; none as long as it does not. */
    private static OptionalInt port(Path pgdata) {
        try {
            var lines = Files.readAllLines(pgdata.resolve("postmaster.pid"));
            return lines.size() > STATUS && lines.get(STATUS).strip().equals("ready")
                    ? OptionalInt.of(Integer.parseInt(lines.get(PORT).strip()))
                    : OptionalInt.empty();
        } catch (IOException notYet) {
            return OptionalInt.empty();
        }
    }

    private static void furnish(EmbeddedPostgres postgres, Path pgdata, String superuser, String password)
            throws SQLException, IOException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("ALTER ROLE postgres PASSWORD '" + superuser + "'");
            statement.execute(
                    "CREATE ROLE " + ROLE + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '" + password + "'");
            statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + ROLE + " TEMPLATE template0 ENCODING 'UTF8'");
            Files.write(
                    pgdata.resolve("pg_hba.conf"),
                    List.of(
                            "local all all scram-sha-256",
                            "host all all 127.0.0.1/32 scram-sha-256",
                            "host all all ::1/128 scram-sha-256"));
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    /**
     * Stops the postmaster that works on the directory without an application: the JVM of an earlier one was killed, or
     * this start goes no further.
     *
     * <p>A process id alone proves nothing, since the system gives it out again: the process must also have started
     * when {@code postmaster.pid} says.
     *
     * @return whether there was one
     */
    private static boolean stopPostmaster(Path pgdata) throws IOException {
        var pidFile = pgdata.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return false;
        }
        var lines = Files.readAllLines(pidFile);
        var pid = Long.parseLong(lines.get(0).strip());
        var started = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
        var sameDirectory = Path.of(lines.get(1).strip()).toRealPath().equals(pgdata.toRealPath());
        var process = ProcessHandle.of(pid)
                .filter(handle -> sameDirectory)
                .filter(handle -> handle.info()
                        .startInstant()
                        .map(at -> Duration.between(at, started).abs().compareTo(Duration.ofSeconds(5)) < 0)
                        .orElse(false));
        if (process.isEmpty()) {
            Files.delete(pidFile); // its server is gone; the lock on the data directory is ours
            return false;
        }
        process.get().destroy(); // SIGTERM would wait for clients, but they died with their JVM
        try {
            process.get().onExit().get(30, java.util.concurrent.TimeUnit.SECONDS);
            return true;
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IOException("The database process " + pid + " of an earlier application does not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** The application's own database, as the role that is not superuser. */
    public PGSimpleDataSource dataSource() {
        return dataSource(DATABASE);
    }

    private PGSimpleDataSource dataSource(String database) {
        var source = dataSource(postgres.getPort(), database, ROLE, password);
        source.setReWriteBatchedInserts(true);
        return source;
    }

    private static PGSimpleDataSource dataSource(int port, String database, String user, String password) {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"localhost"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    /** A new, empty database in the same server, for a test. */
    public DataSource fresh(String name) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " OWNER " + ROLE + " TEMPLATE template0 ENCODING 'UTF8'");
            return dataSource(name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    DataSource asSuperuser() {
        return postgres.getPostgresDatabase();
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
