package app.tomoni;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is wrong with the page that a browser shows now, for whoever reads it: nothing, as a rule. */
public final class Look {

    private static final String SIDEWAYS = "() => document.documentElement.scrollWidth - window.innerWidth";
    private static final String WIDEST = "() => { let widest = document.body, right = 0;"
            + " document.querySelectorAll('body *').forEach(e => { const r = e.getBoundingClientRect().right;"
            + " if (r > right) { right = r; widest = e; } });"
            + " return widest.outerHTML.slice(0, 200); }";

    /** What axe finds, without the list of what is well, which takes most of its time. */
    private static final String GRAVE =
            "async () => (await axe.run(document, {resultTypes: ['violations']})).violations"
                    + ".filter(rule => ['serious', 'critical'].includes(rule.impact))"
                    + ".flatMap(rule => rule.nodes.slice(0, 2).map(node => rule.id + ' ' + node.target + ' ' + node.html))";

    private Look() {}

    /**
     * Serious or critical findings of axe, a page wider than its window, a page that owns up to a fault.
     *
     * <p>With {@code -Dtomoni.pictures=true} a picture of the page is left in {@code target/screens}.
     *
     * @param name of the page in its picture and its findings
     */
    public static List<String> at(Page page, String name) {
        return Stream.concat(outline(page, name).stream(), axe(page, name).stream())
                .toList();
    }

    /** The same on a desktop and on a phone, which shows the same page: what it learns of its width it learns from styles. */
    public static List<String> wideAndNarrow(Page page, String name) {
        var before = page.viewportSize();
        var findings = new ArrayList<String>();
        for (var width : new int[] {1280, 375}) {
            page.setViewportSize(width, before.height);
            findings.addAll(at(page, name));
        }
        page.setViewportSize(before.width, before.height);
        return findings;
    }

    /** The same without axe, for a page whose like has been looked at. */
    public static List<String> outline(Page page, String name) {
        var findings = new ArrayList<String>();
        if (Boolean.getBoolean("tomoni.pictures")) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "screens", name + "-" + page.viewportSize().width + ".png"))
                    .setFullPage(true));
        }
        widthOf(page, findings);
        if (page.locator("body").innerText().contains("こちらの不具合")) {
            findings.add("shows a fault of ours");
        }
        return named(findings, page, name);
    }

    private static List<String> axe(Page page, String name) {
        if (!(Boolean) page.evaluate("() => Boolean(window.axe)")) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        return named((List<?>) page.evaluate(GRAVE), page, name);
    }

    private static List<String> named(List<?> findings, Page page, String name) {
        return findings.stream()
                .map(finding -> "%s at %s: %s".formatted(name, page.viewportSize().width, finding))
                .toList();
    }

    /** Adds a finding when the page stays wider than its window. */
    private static void widthOf(Page page, List<String> findings) {
        try { // a list or a calendar that is closing may hang over for a moment
            page.waitForFunction(
                    "(" + SIDEWAYS + ")() <= 1", null, new Page.WaitForFunctionOptions().setTimeout(2_000));
        } catch (PlaywrightException stays) {
            findings.add("%s px too wide: %s".formatted(page.evaluate(SIDEWAYS), page.evaluate(WIDEST)));
        }
    }
}
