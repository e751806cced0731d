package app.tomoni.demo;

import app.tomoni.account.PersonId;
import app.tomoni.document.Files;
import app.tomoni.document.Letters;
import app.tomoni.document.StoredFile;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The papers that go with the calls and proposals of the fictional city. */
@Component
@ConditionalOnProperty("tomoni.demo")
class DemoPapers {

    private final Letters letters;
    private final Files files;
    /** Written once each: what a start need not do again, it does not. */
    private final Map<String, byte[]> written = new HashMap<>();

    DemoPapers(Letters letters, Files files) {
        this.letters = letters;
        this.files = files;
    }

    /** @param text its file name, its heading, and its articles with a heading and a sentence each */
    StoredFile paper(JsonNode text, PersonId by) {
        var name = DemoPeople.text(text, "file");
        var pdf = written.computeIfAbsent(name, key -> pdf(text));
        return files.store(name, new ByteArrayInputStream(pdf), by);
    }

    private byte[] pdf(JsonNode text) {
        var articles = text.path("articles")
                .valueStream()
                .map(article -> List.of(DemoPeople.text(article, "heading"), DemoPeople.text(article, "says")))
                .toList();
        var model = Map.of("heading", DemoPeople.text(text, "heading"), "articles", articles);
        return letters.pdf("letters/demo-paper", model, Locale.JAPANESE);
    }
}
