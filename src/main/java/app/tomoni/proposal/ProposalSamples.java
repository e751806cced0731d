package app.tomoni.proposal;

import app.tomoni.shared.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

/** A proposal of a fictional group, for tests and for the demonstration data; its attachments are still to be added. */
public final class ProposalSamples {

    private ProposalSamples() {}

    /** Complete answers but for the attachments, by field, as a working copy keeps them. */
    public static Map<String, String> written() {
        try {
            var json = new ClassPathResource("proposals/sample.json").getContentAsString(StandardCharsets.UTF_8);
            var written = new LinkedHashMap<String, String>();
            Json.parse(json).properties().forEach(answer -> written.put(answer.getKey(), kept(answer.getValue())));
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String kept(JsonNode answer) {
        return answer.isString() ? answer.asString() : answer.toString();
    }
}
