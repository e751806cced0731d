package app.tomoni;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The real browser of this machine: the one that the launcher names, or the first one found.
 *
 * <p>One for all tests of a JVM, for unpacking its driver takes seconds; it ends with the JVM. Contexts are a test's own.
 */
public final class Chromium {

    private static @Nullable Browser browser;

    private Chromium() {}

    public static Browser browser() {
        if (browser == null) {
            // Several builds may share a machine: what is waited for comes, but not always at once
            PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
            browser = Playwright.create()
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(path())
                            .setEnv(environment()));
        }
        return browser;
    }

    /** Signs in on the page that asks for it, as it stands. */
    public static void signIn(Page page, String mail, String password) {
        page.locator("input[name=mail]").fill(mail);
        page.locator("input[name=password]").fill(password);
        page.locator("input[name=password]").press("Enter");
    }

    /** On a machine whose language is not set, a browser would give Japanese files no name. */
    private static Map<String, String> environment() {
        var environment = new HashMap<>(System.getenv());
        environment.put("LC_ALL", "C.UTF-8");
        return environment;
    }

    private static Path path() {
        return Stream.concat(
                        Optional.ofNullable(System.getenv("TOMONI_BROWSER")).stream()
                                .map(Path::of),
                        Stream.of(
                                        "chromium-headless-shell",
                                        "chromium",
                                        "chromium-browser",
                                        "google-chrome",
                                        "google-chrome-stable")
                                .map(name -> Path.of("/usr/bin", name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the tests in a browser need Chromium or Chrome"));
    }
}
