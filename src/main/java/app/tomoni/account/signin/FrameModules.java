package app.tomoni.account.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

/**
 * The scripts that the frame of every screen asks for one after the other once it runs. The page names them from its
 * first line, so that the browser fetches and compiles them side by side.
 */
final class FrameModules {

    private static final String BUILT = "META-INF/VAADIN/webapp/";

    /** {@code import("./FlowClient-….js")}, as the bundler writes what is loaded only when it is needed. */
    private static final Pattern ASKED_FOR = Pattern.compile("import\\(\"\\./([\\w-]+\\.js)\"\\)");

    /** An entry's modules by its address: built files never change while the application runs. */
    private static final Map<String, List<String>> KNOWN = new ConcurrentHashMap<>();

    private FrameModules() {}

    static void preload(Document page) {
        page.select("script[type=module][src]").eachAttr("src").stream()
                .flatMap(entry -> KNOWN.computeIfAbsent(entry, FrameModules::askedForBy).stream())
                .forEach(module -> page.head()
                        .appendElement("link")
                        .attr("rel", "modulepreload")
                        .attr("href", module));
    }

    private static List<String> askedForBy(String entry) {
        var file = entry.replaceFirst("^\\./", "");
        try (var script = FrameModules.class.getClassLoader().getResourceAsStream(BUILT + file)) {
            if (script == null) {
                return List.of();
            }
            var folder = entry.substring(0, entry.lastIndexOf('/') + 1);
            return ASKED_FOR
                    .matcher(new String(script.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .map(found -> folder + found.group(1))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
