package app.tomoni;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The real browser of this machine: the one that the launcher names, or the first one found. */
public final class Chromium {

    private Chromium() {}

    public static Browser launch(Playwright playwright) {
        return playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(path()));
    }

    private static Path path() {
        return Stream.concat(
                        Optional.ofNullable(System.getenv("TOMONI_BROWSER")).stream()
                                .map(Path::of),
                        Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
                                .map(name -> Path.of("/usr/bin", name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the tests in a browser need Chromium or Chrome"));
    }
}
