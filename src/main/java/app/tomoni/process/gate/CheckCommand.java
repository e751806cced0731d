package app.tomoni.process.gate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code ./tomoni check FILE…}: says what keeps a model from being released, without starting anything. */
public final class CheckCommand {

    private static final int MOST_FILES = 200;

    private CheckCommand() {}

    /**
     * 0: nothing to mend; 1: one line per finding on {@code out}; 2: a file that cannot be read, because it is not there or
     * not to be opened, or is empty, not UTF-8, or no XML or JSON to its end. The others are checked all the same where all
     * could be opened.
     */
    public static int run(String[] args, Set<String> offices, PrintStream out, PrintStream err) {
        var words = ResourceBundle.getBundle(
                "vaadin-i18n.process",
                Locale.JAPANESE,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        if (args.length == 0 || args.length > MOST_FILES) {
            err.println(words.getString("process.check.usage"));
            return 2;
        }
        var files = new LinkedHashMap<String, byte[]>();
        for (var name : args) {
            try {
                var path = Path.of(name);
                if (!Files.isRegularFile(path)) {
                    throw new java.nio.file.NoSuchFileException(name);
                }
                try (var in = Files.newInputStream(path)) {
                    files.put(name, in.readNBytes(Xml.MOST_BYTES + 1));
                }
            } catch (IOException | java.nio.file.InvalidPathException unreadable) {
                err.println(name + ": " + words.getString("process.check.unreadable"));
                return 2;
            }
        }
        var found = new ProcessContract(Vocabulary.ofInstalledCode(offices)).check(files, beside(files.keySet()));
        found.forEach(finding -> out.println(finding.line(Locale.JAPANESE)));
        return found.stream().anyMatch(Finding::keepsFromReading) ? 2 : found.isEmpty() ? 0 : 1;
    }

    /** The models and forms beside the named ones: a process may call its neighbour. */
    private static Map<String, byte[]> beside(Set<String> names) {
        var found = new LinkedHashMap<String, byte[]>();
        var directories = new LinkedHashSet<Path>();
        for (var name : names) {
            var directory = Path.of(name).toAbsolutePath().normalize().getParent();
            if (directory != null) {
                directories.add(directory);
                directories.add(directory.resolveSibling("processes"));
                directories.add(directory.resolveSibling("forms"));
            }
        }
        var named = names.stream()
                .map(name -> Path.of(name).toAbsolutePath().normalize())
                .collect(Collectors.toSet());
        for (var directory : directories) {
            try (var entries = Files.newDirectoryStream(directory, "*.{bpmn,form}")) {
                for (var entry : entries) {
                    if (found.size() < MOST_FILES && !named.contains(entry) && Files.size(entry) <= Xml.MOST_BYTES) {
                        found.put(entry.toString(), Files.readAllBytes(entry));
                    }
                }
            } catch (IOException | DirectoryIteratorException nothingBeside) {
                // What is not there or not ours to read is not beside: then the finding says what is missing.
            }
        }
        return found;
    }
}
