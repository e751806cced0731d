package app.tomoni;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with the page that a browser shows now, for whoever reads it: nothing, as a rule. */
public final class Look {

    private static final String SIDEWAYS = "() => document.documentElement.scrollWidth - window.innerWidth";
    private static final String WIDEST = "() => { let widest = document.body, right = 0;"
            + " document.querySelectorAll('body *').forEach(e => { const r = e.getBoundingClientRect().right;"
            + " if (r > right) { right = r; widest = e; } });"
            + " return widest.outerHTML.slice(0, 200); }";

    private Look() {}

    /**
     * Serious or critical findings of axe, a page wider than its window, a page that owns up to a fault.
     *
     * <p>With {@code -Dtomoni.pictures=true} a picture of the page is left in {@code target/screens}.
     *
     * @param name of the page in its picture and its findings
     */
    public static List<String> at(Page page, String name) {
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
        // The legacy mode asks within the page; the other opens a second one for each question.
        new AxeBuilder(page)
                .setLegacyMode(true).analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .forEach(rule -> rule.getNodes().stream()
                                .limit(2)
                                .forEach(node ->
                                        findings.add(rule.getId() + " " + node.getTarget() + " " + node.getHtml())));
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
