package app.tomoni.installation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;

/** {@code ./tomoni backup FILE} and {@code ./tomoni restore FILE}. */
public final class BackupCommand {

    private BackupCommand() {}

    /** @return 0 when done, 1 when it could not be done, 2 when the words of the command are off */
    public static int run(String command, String[] arguments, Path data, PrintStream out, PrintStream err) {
        if (arguments.length != 1) {
            err.println("Usage: ./tomoni " + command + " FILE");
            return 2;
        }
        var file = Path.of(arguments[0]).toAbsolutePath();
        try {
            var backup = new Backup(data);
            if (command.equals("backup")) {
                backup.write(file);
                out.println("Database and files of " + data + " are in " + file);
            } else {
                backup.restore(file);
                out.println(file + " has been restored into " + data + "; every file agrees with its SHA-256");
            }
            return 0;
        } catch (NoSuchFileException e) {
            err.println("There is no such file or directory: " + e.getFile().replaceFirst("/[^/]*\\.unfinished$", ""));
            return 1;
        } catch (AccessDeniedException e) {
            err.println("Not allowed to read or write " + e.getFile());
            return 1;
        } catch (IOException | SQLException | IllegalStateException | StartRefused e) {
            err.println(e.getMessage());
            return 1;
        }
    }
}
